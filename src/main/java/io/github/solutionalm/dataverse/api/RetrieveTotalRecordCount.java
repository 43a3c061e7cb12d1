package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the environment's own figure of the rows of tables, which is up to 24 hours old
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrievetotalrecordcount).
 *
 * @param tables logical names
 */
public record RetrieveTotalRecordCount(List<String> tables) implements Get<Map<String, Long>> {

    /** The most tables in one question; the URL gets long. */
    private static final int MOST = 50;

    /**
     * Reads the rows of any number of tables, by logical name in lower case. A table that the environment has no figure of is
     * left out; one that it does not know spoils a question, so the others are asked for one by one.
     *
     * @throws WebApiException when it can't be asked at all
     */
    public static Map<String, Long> of(OperationContext access, Collection<String> tables) throws WebApiException {
        List<String> all = List.copyOf(tables);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += MOST) {
            counts.putAll(together(access, all.subList(from, Math.min(all.size(), from + MOST))));
        }
        return counts;
    }

    private static Map<String, Long> together(OperationContext access, List<String> tables) throws WebApiException {
        try {
            return access.call(new RetrieveTotalRecordCount(tables));
        } catch (WebApiException e) {
            if (!isAboutOne(e)) {
                throw e;
            }
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : tables.size() > 1 ? tables : List.<String>of()) {
            counts.putAll(together(access, List.of(table)));
        }
        return counts;
    }

    private static boolean isAboutOne(WebApiException e) {
        return e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_FOUND;
    }

    @Override
    public String describe() {
        return "read how many rows tables have";
    }

    @Override
    public ApiPath path() {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        tables.forEach(names::add);
        return ApiPath.of("RetrieveTotalRecordCount(EntityNames=@p1)").with("@p1", names.toString());
    }

    @Override
    public Map<String, Long> read(Answer answer) throws IOException {
        JsonNode counts = answer.json().path("EntityRecordCountCollection");
        List<String> names = new ArrayList<>();
        counts.path("Keys").forEach(name -> names.add(name.asText().toLowerCase(Locale.ROOT)));
        JsonNode values = counts.path("Values");
        if (!counts.path("Keys").isArray() || values.size() != names.size()) {
            throw new UnreadableAnswer("the answer has not as many values as names of tables");
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            // A figure below zero is none.
            if (values.path(i).isIntegralNumber() && values.path(i).longValue() >= 0) {
                rows.put(names.get(i), values.path(i).longValue());
            }
        }
        return rows;
    }
}
