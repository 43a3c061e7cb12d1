package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads how many rows of a table fulfil a condition, as far as the environment counts: 5,000 of most tables
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/count-rows).
 *
 * @param entitySet name of the table in paths
 * @param query the query, of which one row is read
 * @param what of what the count is
 */
record CountedRows(String entitySet, FetchXml query, What what) implements Get<DataAtRisk> {

    private static final String LIMIT = "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";
    /** What an environment counts to at most; one that does not tell whether there are more may have more. */
    private static final long MOST = 5_000;

    @Override
    public String describe() {
        return "count rows of " + entitySet;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of(entitySet).with("fetchXml", query.text());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Prefer", "odata.include-annotations=\"Microsoft.Dynamics.CRM.totalrecordcount," + LIMIT + "\"");
    }

    @Override
    public DataAtRisk read(Answer answer) throws IOException {
        JsonNode page = answer.json();
        JsonNode count = page.path("@odata.count");
        if (!count.isIntegralNumber() || count.longValue() < 0) {
            throw new UnreadableAnswer("the answer has no count");
        }
        JsonNode more = page.path("@" + LIMIT);
        boolean exact = more.isBoolean() ? !more.booleanValue() : count.longValue() < MOST;
        return new DataAtRisk(what, OptionalLong.of(count.longValue()), exact ? Exactness.COUNTED : Exactness.AT_LEAST);
    }
}
