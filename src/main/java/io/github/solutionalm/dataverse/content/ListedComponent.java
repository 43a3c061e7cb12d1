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
 * A component as a solution of an environment lists it: a row of {@code msdyn_solutioncomponentsummaries}, the only table with
 * names (docs/platform-facts.md, "Listings").
 *
 * @param type name of the component type
 * @param objectId GUID of the component in the environment
 * @param table logical name of the table that it is a part of; may be empty
 * @param names its names in lower case: schema name, unique name, name, as far as it has them
 * @param schemaName whether the first of the names is the same in every environment
 * @param displayName display name; may be empty
 * @param layerName name of the type in {@code msdyn_componentlayers}
 * @param customized whether it has an unmanaged layer, which may change nothing; empty where the environment does not say
 */
public record ListedComponent(
        String type,
        String objectId,
        String table,
        List<String> names,
        boolean schemaName,
        String displayName,
        String layerName,
        @JsonIgnore Optional<Boolean> customized) {

    public ListedComponent {
        // Records of earlier versions of the plugin do not have it.
        layerName = layerName == null ? type : layerName;
        // It is not kept: only a plan asks for it, which keeps records of its own.
        customized = customized == null ? Optional.empty() : customized;
    }

    /** The names of the types of tables' rows with a number of Microsoft's, if the environment does not name them. */
    private static final Map<Integer, String> LAYER_NAMES =
            Map.of(380, "EnvironmentVariableDefinition", 381, "EnvironmentVariableValue");

    static final String COLUMNS = "msdyn_objectid,msdyn_componenttype,msdyn_componentlogicalname,msdyn_name,"
            + "msdyn_displayname,msdyn_schemaname,msdyn_uniquename,msdyn_primaryentityname,"
            + "msdyn_hasactivecustomization";

    /**
     * The component of a row; empty for a row without an object, which can't be compared with anything.
     *
     * @param kinds the environment's names of the types, by number
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
                layerName(number, type, kinds),
                Optional.of(row.path("msdyn_hasactivecustomization"))
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::booleanValue)));
    }

    /**
     * What {@code msdyn_componentlayers} calls a type.
     *
     * @param kinds what the environment calls the types, by number
     */
    public static String layerName(int number, ComponentType type, Map<Integer, String> kinds) {
        return kinds.getOrDefault(number, LAYER_NAMES.getOrDefault(number, type.name()));
    }

    /** All keys that the component may have in a package. */
    @JsonIgnore
    public Set<ComponentKey> keys() {
        ComponentType known = ComponentType.named(type);
        Set<ComponentKey> keys = new LinkedHashSet<>();
        keys.add(new ComponentKey(known, objectId));
        for (String name : names) {
            keys.add(new ComponentKey(known, name));
            keys.add(new ComponentKey(known, inTable(name)));
        }
        return keys;
    }

    /** The key that the component has in a package. */
    @JsonIgnore
    public ComponentKey key() {
        ComponentType known = ComponentType.named(type);
        // Rows of solution-aware tables are named by the name that is the same in every environment, if they have one.
        boolean named = known.named() || known.code() == 0 && schemaName;
        if (!named || names.isEmpty()) {
            return new ComponentKey(known, objectId);
        }
        return new ComponentKey(known, known.namedInTable() ? inTable(names.get(0)) : names.get(0));
    }

    /** The identity of the component: the same in the lists of two solutions. */
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
