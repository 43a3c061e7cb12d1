package io.github.solutionalm.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the table of an environment says of a component: the owner of the layer that shows, all layers, and by number the rows of
 * the components that it uses.
 */
final class LayerRows implements Explorer.View {

    static final List<Explorer.Column> COLUMNS = List.of(
            Explorer.Column.of("Top layer", List.of()),
            Explorer.Column.ofText("Layers"),
            Explorer.Column.ofText("State"));

    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Integer> owners = new LinkedHashMap<>();

    /** Learns of a component and its place; all have to be known before the first is written. */
    void take(JsonNode component) {
        rows.put(Words.component(component), rows.size());
        for (String owner : Words.texts(component, "layers")) {
            owners.putIfAbsent(owner, owners.size());
        }
    }

    int total() {
        return rows.size();
    }

    /** By number. */
    List<String> owners() {
        return List.copyOf(owners.keySet());
    }

    @Override
    public List<String> columns(JsonNode component) {
        List<String> layers = Words.texts(component, "layers");
        List<String> state = new ArrayList<>();
        if (component.path("published").isBoolean()
                && !component.path("published").asBoolean()) {
            state.add("not published");
        }
        if (!Words.text(component, "state").isEmpty()) {
            state.add(Words.text(component, "state"));
        }
        if (component.path("conflicts").asInt() > 0) {
            state.add(Words.count(component.path("conflicts").asInt(), "conflict"));
        }
        return List.of(
                layers.isEmpty() ? "" : layers.get(layers.size() - 1),
                layers.size() > 1 ? Words.number(layers.size()) : "",
                String.join(", ", state));
    }

    @Override
    public boolean hasMore(JsonNode component) {
        return component.path("layers").size() > 1
                || !component.path("uses").isEmpty()
                || !Words.text(component, "effective").isEmpty();
    }

    @Override
    public void more(JsonNode component, JsonGenerator json) throws IOException {
        List<String> layers = Words.texts(component, "layers");
        if (layers.size() > 1) {
            json.writeArrayFieldStart("layers");
            for (String owner : layers) {
                json.writeNumber(owners.getOrDefault(owner, 0));
            }
            json.writeEndArray();
        }
        if (!component.path("uses").isEmpty()) {
            json.writeArrayFieldStart("uses");
            for (JsonNode used : component.path("uses")) {
                Integer row = rows.get(Words.component(used));
                if (row != null) {
                    json.writeNumber(row);
                } else {
                    json.writeString(VisibleText.of(Words.component(used)));
                }
            }
            json.writeEndArray();
        }
        String effective = Words.text(component, "effective");
        if (!effective.isEmpty()) {
            json.writeStringField("definition", VisibleText.of(effective));
        }
    }
}
