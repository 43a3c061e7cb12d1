package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reads JSON strictly: one object, no name twice in it, nothing behind it, and not more than the memory takes. A byte can take
 * a hundred in memory ({@code {},{},…}), so that not its length is limited but its number of names and values.
 */
final class StrictJson {

    /** The most names, values and brackets; a page of 5,000 rows of 20 columns has 200,000. */
    private static final int MOST = 1_000_000;

    /** The mapper; not private, so that tests can watch what is read. */
    static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST)
                            .maxNameLength(1_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .build();

    private StrictJson() {}

    /** A parser to read piece by piece; {@link JsonParser#readValueAsTree()} returns a piece. */
    static JsonParser parser(InputStream json) throws IOException {
        return STRICT.createParser(json);
    }

    /** The object, with each text replaced by the result of {@code texts}. */
    static JsonNode object(InputStream json, UnaryOperator<String> texts) throws IOException {
        return object(STRICT.createParser(json), texts);
    }

    /** The object in text that was decoded already. */
    static JsonNode object(Reader json, UnaryOperator<String> texts) throws IOException {
        return object(STRICT.createParser(json), texts);
    }

    private static JsonNode object(JsonParser parser, UnaryOperator<String> texts) throws IOException {
        try (parser) {
            begin(parser);
            JsonNode root = parser.readValueAsTree();
            end(parser);
            return made(root, texts);
        }
    }

    /** Reads the beginning of the object. */
    static void begin(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new UnreadableAnswer("the answer is empty");
        }
        if (!parser.isExpectedStartObjectToken()) {
            throw new UnreadableAnswer("the answer is not a JSON object");
        }
    }

    /** Makes sure that nothing follows. */
    static void end(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new UnreadableAnswer("something follows the JSON object");
        }
    }

    static JsonNode made(JsonNode node, UnaryOperator<String> texts) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                property.setValue(made(property.getValue(), texts));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, made(array.get(i), texts));
            }
        } else if (node.isTextual()) {
            String clean = texts.apply(node.textValue());
            return clean.equals(node.textValue()) ? node : TextNode.valueOf(clean);
        }
        return node;
    }
}
