package io.github.solutionalm.dataverse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.solutionalm.text.PlainText;
import java.io.IOException;
import java.util.Optional;

/** An answer for a library that logs what it is told, with nothing but plain text in it. */
final class PlainJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainJson() {}

    /** The same document, its names and texts cleaned; empty when it is no JSON object. */
    static Optional<byte[]> of(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree != null && tree.isObject()
                    ? Optional.of(JSON.writeValueAsBytes(plain(tree)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** No deeper than Jackson reads, which is not deep. */
    private static JsonNode plain(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(PlainText.of(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(item -> array.add(plain(item)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            node.properties().forEach(field -> object.set(PlainText.of(field.getKey()), plain(field.getValue())));
            return object;
        }
        return node;
    }
}
