package io.github.solutionalm.report.html;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One of the JSON files of a build (docs/files.md), read from its beginning to its end: long arrays are handed on element by
 * element, so that no file is too large.
 *
 * @param path where it is
 */
record JsonFile(Path path) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Takes one element of an array. */
    interface Element {
        void take(JsonNode element) throws IOException;
    }

    boolean exists() {
        return Files.isRegularFile(path);
    }

    /**
     * Reads the file.
     *
     * @param arrays who takes the elements of the arrays of these names; they are not in what comes back
     * @throws IOException when it can't be read or is no such file; the message names it
     */
    JsonNode read(Map<String, Element> arrays) throws IOException {
        try (JsonParser in = MAPPER.createParser(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(path + " is no JSON object");
            }
            ObjectNode rest = MAPPER.createObjectNode();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                boolean isArray = in.nextToken() == JsonToken.START_ARRAY;
                if (isArray && arrays.containsKey(name)) {
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        arrays.get(name).take(MAPPER.readTree(in));
                    }
                } else {
                    rest.set(name, MAPPER.readTree(in));
                }
            }
            return checked(rest);
        } catch (JsonProcessingException e) {
            throw new IOException(path + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads the elements of one array, and nothing else. */
    void each(String array, Element element) throws IOException {
        read(Map.of(array, element));
    }

    private JsonNode checked(JsonNode json) throws IOException {
        if (json.path("schema").asInt() != 1) {
            throw new IOException(path + " is of another version of the plugin: its schema is "
                    + json.path("schema").asText("absent") + ", not 1");
        }
        return json;
    }
}
