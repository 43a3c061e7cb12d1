package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of a table by which its rows are asked for
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/entitymetadata).
 *
 * @param logicalName logical name, in lower case
 * @param entitySet name in paths
 * @param primaryId column of the primary key
 */
public record TableNames(String logicalName, String entitySet, String primaryId) {

    /** The most tables in one question; the URL gets long. */
    private static final int MOST = 20;

    private static final RowShape TABLE =
            RowShape.ANY.texts("LogicalName").textsOrNull("EntitySetName", "PrimaryIdAttribute");

    /** Reads the names of tables from the environment, by logical name; those that it does not have, or not as rows, are left out. */
    public static Map<String, TableNames> of(OperationContext access, Collection<String> logicalNames)
            throws WebApiException {
        List<String> all =
                logicalNames.stream().map(TableNames::lower).distinct().toList();
        Map<String, TableNames> tables = new HashMap<>();
        for (int from = 0; from < all.size(); from += MOST) {
            String filter = all.subList(from, Math.min(all.size(), from + MOST)).stream()
                    .map(name -> "LogicalName eq " + ApiPath.literal(name))
                    .collect(Collectors.joining(" or "));
            ApiPath path = ApiPath.of("EntityDefinitions")
                    .with("$select", "LogicalName,EntitySetName,PrimaryIdAttribute")
                    .with("$filter", filter);
            // Definitions come in one answer, whatever their number.
            new Rows("read the names of tables", path, 0, TABLE)
                    .each(access.api(), access.deadline(), row -> add(row, tables));
        }
        return tables;
    }

    private static void add(JsonNode row, Map<String, TableNames> tables) {
        TableNames table = new TableNames(
                lower(row.path("LogicalName").asText()),
                row.path("EntitySetName").asText(""),
                row.path("PrimaryIdAttribute").asText(""));
        if (row.path("EntitySetName").isTextual()
                && row.path("PrimaryIdAttribute").isTextual()) {
            tables.put(table.logicalName, table);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
