package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.HashMap;
import java.util.Map;

/** The table {@code environmentvariabledefinitions} with {@code environmentvariablevalues}: the variables that have a value. */
final class VariableRows {

    private static final int PAGE = 5_000;
    private static final String VALUES = "environmentvariabledefinition_environmentvariablevalue";

    private VariableRows() {}

    /** Asks the environment; a default is no value. */
    static Map<ComponentKey, String> values(Access access) throws WebApiException {
        ApiPath path = ApiPath.of("environmentvariabledefinitions")
                .with("$select", "schemaname")
                .with("$expand", VALUES + "($select=value)");
        Map<ComponentKey, String> values = new HashMap<>();
        new Rows("read the values of environment variables", path, PAGE, RowShape.ANY.texts("schemaname"))
                .each(access.api(), access.deadline(), row -> row.path(VALUES)
                        .forEach(value -> put(values, row, value)));
        return values;
    }

    private static void put(Map<ComponentKey, String> values, JsonNode row, JsonNode value) {
        String name = row.path("schemaname").asText("");
        // Null when there is a row for a value that was taken away.
        if (!name.isEmpty() && value.path("value").isTextual()) {
            values.put(
                    new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, name),
                    value.path("value").asText());
        }
    }
}
