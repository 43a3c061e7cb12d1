package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The definitions of tables, EntityDefinitions
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query-metadata-web-api): those of the environment's
 * components, and those that a test has given rows.
 */
final class DefinedTables {

    private static final List<String> COLUMNS =
            List.of("MetadataId", "LogicalName", "EntitySetName", "PrimaryIdAttribute");

    private final Organization organization;

    DefinedTables(Organization organization) {
        this.organization = organization;
    }

    Table definitions() {
        return new Table("EntityDefinitions", "EntityMetadata", "MetadataId", COLUMNS, this::rows, Map.of(), true);
    }

    /** The many-to-many relationships; the path says that it asks for these alone. */
    Table relationships() {
        return new Table(
                "RelationshipDefinitions",
                "ManyToManyRelationshipMetadata",
                "MetadataId",
                List.of("SchemaName", "MetadataId", "IntersectEntityName"),
                this::links,
                Map.of(),
                true);
    }

    private List<Map<String, Object>> links() {
        List<Map<String, Object>> rows = new ArrayList<>();
        organization.data().links().forEach((relationship, table) -> {
            Map<String, Object> row = Rows.empty(relationships().columns());
            row.put("SchemaName", relationship);
            row.put("IntersectEntityName", table);
            row.put(
                    "MetadataId",
                    ComponentRows.objectId(new ComponentKey(ComponentType.ENTITY_RELATIONSHIP, relationship)));
            rows.add(row);
        });
        return rows;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(organization.data().tables());
        names.addAll(organization.remembered("names of tables", () -> {
            Set<String> tables = new HashSet<>();
            organization.everyComponent(state -> {
                if (state.key().type().equals(ComponentType.ENTITY)
                        && !state.layers().isEmpty()) {
                    tables.add(state.key().key().toLowerCase(Locale.ROOT));
                }
            });
            return tables;
        }));
        return names;
    }

    /** The table of a name in paths. */
    Optional<String> inPath(String entitySet) {
        return names().stream()
                .filter(name -> entitySet(name).equals(entitySet))
                .findFirst();
    }

    boolean hasColumn(String table, String column) {
        ComponentKey key = new ComponentKey(ComponentType.ATTRIBUTE, table + "." + column);
        return primaryId(table).equals(column)
                || organization.data().hasColumn(table, column)
                || organization.states(List.of(key)).containsKey(key);
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String name : names()) {
            Map<String, Object> row = Rows.empty(COLUMNS);
            row.put("MetadataId", ComponentRows.objectId(new ComponentKey(ComponentType.ENTITY, name)));
            row.put("LogicalName", name);
            row.put("EntitySetName", entitySet(name));
            row.put("PrimaryIdAttribute", primaryId(name));
            rows.add(row);
        }
        return rows;
    }

    /** The tables of links have names of their own kind in paths. */
    static String entitySet(String table) {
        return switch (table) {
            case "systemuserroles", "teamroles", "systemuserprofiles", "teamprofiles" -> table + "collection";
            default -> table + "s";
        };
    }

    static String primaryId(String table) {
        return switch (table) {
            case "systemuserroles", "teamroles", "systemuserprofiles", "teamprofiles" ->
                table.substring(0, table.length() - 1) + "id";
            default -> table + "id";
        };
    }
}
