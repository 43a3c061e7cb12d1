package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The virtual table msdyn_componentlayers (docs/platform-facts.md, "Listings"). It gives nothing to who does not ask by
 * both the type and the object. What a layer says is its digest here, among what every import writes anew.
 */
final class LayerRows {

    private static final List<String> COLUMNS = List.of(
            "msdyn_componentlayerid",
            "msdyn_componentid",
            "msdyn_solutioncomponentname",
            "msdyn_solutionname",
            "msdyn_publishername",
            "msdyn_order",
            "msdyn_name",
            "msdyn_componentjson",
            "msdyn_changes",
            "msdyn_children",
            "msdyn_overwritetime");

    private static final Pattern OBJECT = Pattern.compile("msdyn_componentid eq '?([^' )]+)");
    private static final Pattern TYPE = Pattern.compile("msdyn_solutioncomponentname eq '?([^' )]+)");

    private final Organization organization;
    /** By type and object id, those that were there once: who has many layers to read reads not the whole environment for each. */
    private final Map<String, ComponentKey> keys = new ConcurrentHashMap<>();

    LayerRows(Organization organization) {
        this.organization = organization;
    }

    Table table() {
        Table.Source rows = new Table.Source() {
            @Override
            public List<Map<String, Object>> read() {
                return List.of();
            }

            @Override
            public List<Map<String, Object>> read(String filter) {
                Matcher object = OBJECT.matcher(filter);
                Matcher type = TYPE.matcher(filter);
                return object.find() && type.find() ? rows(name(type.group(1), object.group(1))) : List.of();
            }

            @Override
            public void check(String filter) throws ODataFault {
                ODataFault.refuseOr(filter);
            }
        };
        return new Table(
                "msdyn_componentlayers",
                "msdyn_componentlayer",
                "msdyn_componentlayerid",
                COLUMNS,
                rows,
                Map.of(),
                true);
    }

    private List<Map<String, Object>> rows(String name) {
        if (!keys.containsKey(name)) {
            organization.everyComponent(state ->
                    keys.put(name(state.key().type().name(), ComponentRows.objectId(state.key())), state.key()));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        Optional.ofNullable(keys.get(name))
                .map(key -> organization.states(List.of(key)).get(key))
                .ifPresent(state -> {
                    for (int place = 0; place < state.layers().size(); place++) {
                        rows.add(row(state, state.layers().get(place), place + 1));
                    }
                    if (hasActive(state) && state.layerOf(Layer.ACTIVE).isEmpty()) {
                        rows.add(unchanged(state));
                    }
                });
        return rows;
    }

    private static String name(String type, String objectId) {
        return (type + " " + objectId).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> row(ComponentState state, Layer layer, int order) {
        Map<String, Object> row = Rows.empty(COLUMNS);
        row.put(
                "msdyn_componentlayerid",
                Rows.id("layer", layer.owner() + state.key()).toString());
        row.put("msdyn_componentid", ComponentRows.objectId(state.key()));
        row.put("msdyn_solutioncomponentname", state.key().type().name());
        row.put("msdyn_solutionname", layer.owner());
        row.put("msdyn_publishername", layer.publisher());
        row.put("msdyn_order", order);
        row.put("msdyn_name", state.name().isEmpty() ? state.key().key() : state.name());
        row.put("msdyn_componentjson", json(layer).toString());
        row.put("msdyn_changes", changes(layer).toString());
        return row;
    }

    /** Whether the component has an unmanaged layer, which may change nothing. */
    static boolean hasActive(ComponentState state) {
        return state.layerOf(Layer.ACTIVE).isPresent() || !state.layers().isEmpty() && isNoted(state.key());
    }

    /**
     * Most components have an unmanaged layer although nobody customized them: in a real tenant 141 of 142 had one, of which 119
     * changed nothing and most others the time of their last change (sss-pptb, SSS Dependency Cleaner, results of its probes).
     */
    private static boolean isNoted(ComponentKey key) {
        return Math.floorMod(key.toString().hashCode(), 10) != 0;
    }

    private static Map<String, Object> unchanged(ComponentState state) {
        Layer top = state.layers().get(state.layers().size() - 1);
        Map<String, Object> row = row(state, top, state.layers().size() + 1);
        row.put(
                "msdyn_componentlayerid",
                Rows.id("layer", "noted" + state.key()).toString());
        row.put("msdyn_solutionname", Layer.ACTIVE);
        row.put("msdyn_publishername", "");
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        ArrayNode attributes = changes.putArray("Attributes");
        if (Math.floorMod(state.key().toString().hashCode(), 7) == 0) {
            attribute(attributes, "modifiedon", "1900-01-01T00:00:00Z");
            attribute(attributes, "overwritetime", "1900-01-01T00:00:00Z");
        }
        row.put("msdyn_changes", changes.toString());
        // What it would show is another copy of the same, and never quite the same.
        row.put("msdyn_componentjson", json(top, "noted").toString());
        return row;
    }

    private static ObjectNode json(Layer layer) {
        return json(layer, layer.content().hash().map(ContentHash::toString).orElse(""));
    }

    private static ObjectNode json(Layer layer, String definition) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode attributes = json.putArray("Attributes");
        attribute(attributes, "definition", definition);
        attribute(attributes, "overwritetime", "1900-01-01T00:00:00Z");
        attribute(attributes, "versionnumber", UUID.randomUUID().toString());
        attribute(attributes, "componentidunique", UUID.randomUUID().toString());
        return json;
    }

    private static ObjectNode changes(Layer layer) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        attribute(
                changes.putArray("Attributes"),
                "definition",
                layer.content().hash().map(ContentHash::toString).orElse(""));
        return changes;
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("Key", key).put("Value", value);
    }
}
