package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.HashMap;
import java.util.Map;

/**
 * The table {@code environmentvariabledefinitions} with {@code environmentvariablevalues}
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/environmentvariablevalue).
 *
 * @param values the values, by variable
 * @param rows ids of the rows of values, by variable; a row stays when its value is removed
 */
public record VariableRows(Map<ComponentKey, String> values, Map<ComponentKey, String> rows) {

    private static final int PAGE = 5_000;
    private static final String VALUES = "environmentvariabledefinition_environmentvariablevalue";

    /** Reads the values from the environment; defaults are not values. */
    public static VariableRows of(OperationContext access) throws WebApiException {
        ApiPath path = ApiPath.of("environmentvariabledefinitions")
                .with("$select", "schemaname")
                .with("$expand", VALUES + "($select=environmentvariablevalueid,value)");
        VariableRows variables = new VariableRows(new HashMap<>(), new HashMap<>());
        new Rows("read the values of environment variables", path, PAGE, RowShape.ANY.texts("schemaname"))
                .each(access.api(), access.deadline(), row -> row.path(VALUES)
                        .forEach(value -> variables.put(row, value)));
        return variables;
    }

    private void put(JsonNode row, JsonNode value) {
        ComponentKey key = new ComponentKey(
                ComponentType.ENVIRONMENT_VARIABLE_DEFINITION,
                row.path("schemaname").asText());
        if (value.path("environmentvariablevalueid").isTextual()) {
            rows.put(key, value.path("environmentvariablevalueid").asText());
        }
        // Null in the row of a value that was removed.
        if (value.path("value").isTextual()) {
            values.put(key, value.path("value").asText());
        }
    }
}
