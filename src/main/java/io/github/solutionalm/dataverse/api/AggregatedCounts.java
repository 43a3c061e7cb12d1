package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads several counts of a table at once, which the environment makes of up to 50,000 rows
 * (https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/aggregate-data).
 *
 * @param entitySet name of the table in paths
 * @param query the query
 * @param counts how many counts the query asks for
 */
record AggregatedCounts(String entitySet, FetchXml query, int counts) implements Get<List<Long>> {

    @Override
    public String describe() {
        return "count rows of " + entitySet;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of(entitySet).with("fetchXml", query.text());
    }

    @Override
    public List<Long> read(Answer answer) throws IOException {
        JsonNode row = answer.json().path("value").path(0);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < counts; i++) {
            JsonNode count = row.path("c" + i);
            if (!count.isIntegralNumber()) {
                throw new UnreadableAnswer("the answer has no count");
            }
            all.add(count.longValue());
        }
        return all;
    }
}
