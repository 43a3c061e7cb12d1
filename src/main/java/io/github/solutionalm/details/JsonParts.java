package io.github.solutionalm.details;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes parts of JSON. Actions and triggers of a flow are parts of the whole, wherever they are nested; other objects are
 * parts of what is around them.
 */
final class JsonParts {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Objects whose fields are things of their own, with the word for one. */
    private static final Map<String, String> HOLDERS =
            Map.of("actions", "action", "triggers", "trigger", "connectionReferences", "connection", "paths", "path");

    /** By what the objects of a list are known, best first. */
    private static final List<String> KNOWN = List.of("id", "name", "key", "schemaName", "logicalName", "uniquename");

    /** Objects that only hold others. */
    private static final List<String> PLAIN = List.of("properties", "definition");

    private final List<Part> lifted = new ArrayList<>();
    private final Words words;

    private JsonParts(Words words) {
        this.words = words;
    }

    /** The parts of a text; empty if it is no JSON object or list. */
    static Optional<List<Part>> of(byte[] text, Words words) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root == null || !root.isContainerNode()) {
                return Optional.empty();
            }
            JsonParts parts = new JsonParts(words);
            List<Part> all = new ArrayList<>(parts.inside(root));
            all.addAll(parts.lifted);
            return Optional.of(all);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Part> inside(JsonNode node) {
        List<Part> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(field -> add(field.getKey(), field.getValue(), parts));
        } else {
            node.forEach(element -> add(name(element), element, parts));
        }
        return parts;
    }

    private static String name(JsonNode element) {
        return KNOWN.stream()
                .map(element::get)
                .filter(value -> value != null && value.isValueNode())
                .map(JsonNode::asText)
                .findFirst()
                .orElse("entry");
    }

    private void add(String name, JsonNode value, List<Part> parts) {
        if (words.isQuiet(name)) {
            return;
        }
        if (HOLDERS.containsKey(name) && value instanceof ObjectNode things) {
            things.properties().forEach(thing -> lift(HOLDERS.get(name) + " " + thing.getKey(), thing.getValue()));
        } else if (PLAIN.contains(name) && value.isObject()) {
            parts.addAll(inside(value));
        } else if (value.isValueNode()) {
            parts.add(Part.of(name, value.asText()));
        } else if (value.isArray() && isOfValues(value)) {
            parts.add(Part.of(name, values(value)));
        } else {
            parts.add(new Part(name, "", inside(value)));
        }
    }

    private void lift(String name, JsonNode thing) {
        String kind = thing.path("type").isValueNode() ? thing.path("type").asText() : "";
        // What is nested comes after it.
        int at = lifted.size();
        List<Part> parts = inside(thing).stream()
                .filter(part -> kind.isEmpty() || !part.name().equals("type"))
                .toList();
        lifted.add(at, new Part(name, kind, parts));
    }

    private static boolean isOfValues(JsonNode list) {
        for (JsonNode element : list) {
            if (!element.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    private static String values(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        return values.stream().collect(Collectors.joining(", "));
    }
}
