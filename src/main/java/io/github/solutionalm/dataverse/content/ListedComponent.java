package io.github.solutionalm.dataverse.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Guid;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A component as a solution of an environment lists it: a row of {@code msdyn_solutioncomponentsummaries}, which alone knows
 * names (docs/platform-facts.md, "Listings").
 *
 * @param type name of the component type
 * @param objectId GUID that the environment knows it by
 * @param table logical name of the table that it is a part of; may be empty
 * @param names what it is called, in lower case: schema name, unique name, name, as far as it has them
 * @param schemaName whether the first of the names is the same in every environment
 * @param displayName for people; may be empty
 * @param layerName what {@code msdyn_componentlayers} calls the type
 */
record ListedComponent(
        String type,
        String objectId,
        String table,
        List<String> names,
        boolean schemaName,
        String displayName,
        String layerName) {

    ListedComponent {
        // What an earlier build wrote down does not have it.
        layerName = layerName == null ? type : layerName;
    }

    /** The types of tables' rows that have a number of Microsoft's, where the environment does not name them. */
    private static final Map<Integer, String> LAYER_NAMES =
            Map.of(380, "EnvironmentVariableDefinition", 381, "EnvironmentVariableValue");

    static final String COLUMNS = "msdyn_objectid,msdyn_componenttype,msdyn_componentlogicalname,msdyn_name,"
            + "msdyn_displayname,msdyn_schemaname,msdyn_uniquename,msdyn_primaryentityname";

    /**
     * Empty for a row that does not say which object it is about: there is nothing to hold it against.
     *
     * @param kinds what the environment calls the types, by number
     */
    static Optional<ListedComponent> of(JsonNode row, Map<Integer, String> kinds) {
        String objectId = ComponentKey.normalize(text(row, "msdyn_objectid"));
        if (!Guid.is(objectId)) {
            return Optional.empty();
        }
        int number = row.path("msdyn_componenttype").asInt();
        String table = text(row, "msdyn_componentlogicalname");
        ComponentType type = ComponentRows.type(number, table);
        List<String> names = Stream.of("msdyn_schemaname", "msdyn_uniquename", "msdyn_name")
                .map(column -> lower(text(row, column)))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return Optional.of(new ListedComponent(
                type.name(),
                objectId,
                lower(text(row, "msdyn_primaryentityname")),
                names,
                !(text(row, "msdyn_schemaname") + text(row, "msdyn_uniquename")).isEmpty(),
                text(row, "msdyn_displayname"),
                kinds.getOrDefault(number, LAYER_NAMES.getOrDefault(number, type.name()))));
    }

    /** All keys that a package may give it. */
    @JsonIgnore
    Set<ComponentKey> keys() {
        ComponentType known = ComponentType.named(type);
        Set<ComponentKey> keys = new LinkedHashSet<>();
        keys.add(new ComponentKey(known, objectId));
        for (String name : names) {
            keys.add(new ComponentKey(known, name));
            keys.add(new ComponentKey(known, inTable(name)));
        }
        return keys;
    }

    /** The key that a package would give it. */
    @JsonIgnore
    ComponentKey key() {
        ComponentType known = ComponentType.named(type);
        // Rows of solution-aware tables go by the name that they are known by everywhere, if they have one.
        boolean named = known.named() || known.code() == 0 && schemaName;
        if (!named || names.isEmpty()) {
            return new ComponentKey(known, objectId);
        }
        return new ComponentKey(known, known.namedInTable() ? inTable(names.get(0)) : names.get(0));
    }

    /** Two solutions list the same one. */
    @JsonIgnore
    String identity() {
        return type + " " + objectId;
    }

    private String inTable(String name) {
        return table + "." + name;
    }

    private static String text(JsonNode row, String column) {
        JsonNode value = row.path(column);
        return value.isNull() ? "" : value.asText("").strip();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
