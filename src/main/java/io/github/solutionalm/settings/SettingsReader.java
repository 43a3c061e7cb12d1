package io.github.solutionalm.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.DeploymentSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a settings file strictly, one token after another, so that each complaint can name its line: what other tools
 * pass over in silence is a deployment that went out wrong (docs/platform-facts.md, "Deployment settings").
 */
final class SettingsReader {

    private static final String VARIABLES = "EnvironmentVariables";
    private static final String CONNECTIONS = "ConnectionReferences";
    private static final String NAME = "SchemaName";
    private static final String VALUE = "Value";
    private static final String REFERENCE = "LogicalName";
    private static final String CONNECTION = "ConnectionId";
    private static final String CONNECTOR = "ConnectorId";
    /** Written by some pipelines; says for whom the connection is, which the connection knows itself. */
    private static final String OWNER = "ConnectionOwner";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            // Numbers inside a value stay as they were written.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String file;
    private final JsonParser parser;
    private final Set<String> names = new HashSet<>();

    private SettingsReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads a file's content.
     *
     * @param file its name, for messages
     */
    static DeploymentSettings read(String file, byte[] content) throws IOException {
        try (JsonParser parser = MAPPER.createParser(content)) {
            return new SettingsReader(file, parser).document();
        } catch (JsonProcessingException e) {
            int line = Optional.ofNullable(e.getLocation())
                    .map(location -> location.getLineNr())
                    .orElse(1);
            throw problem(file, line, "it is not JSON: " + e.getOriginalMessage());
        }
    }

    private DeploymentSettings document() throws IOException {
        List<DeploymentSettings.Variable> variables = new ArrayList<>();
        List<DeploymentSettings.Connection> connections = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw wrong("it does not hold a JSON object, { … }");
        }
        Set<String> sections = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String section = known(List.of(VARIABLES, CONNECTIONS));
            if (!sections.add(section)) {
                throw wrong(section + " occurs twice");
            }
            for (Map<String, String> entry : entries(section)) {
                if (section.equals(VARIABLES) && !entry.get(VALUE).isBlank()) {
                    variables.add(new DeploymentSettings.Variable(entry.get(NAME), entry.get(VALUE)));
                } else if (section.equals(CONNECTIONS) && !entry.get(CONNECTION).isBlank()) {
                    connections.add(new DeploymentSettings.Connection(
                            entry.get(REFERENCE),
                            entry.get(CONNECTION).strip(),
                            entry.get(CONNECTOR).strip()));
                }
            }
        }
        if (parser.nextToken() != null) {
            throw wrong("something follows the end of the JSON object");
        }
        return new DeploymentSettings(file, variables, connections);
    }

    private List<Map<String, String>> entries(String section) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        JsonToken first = parser.nextToken();
        if (first == JsonToken.VALUE_NULL) {
            return entries;
        }
        if (first != JsonToken.START_ARRAY) {
            throw wrong(section + " is not an array, [ … ]");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw wrong("an entry of " + section + " is not an object, { … }");
            }
            entries.add(
                    section.equals(VARIABLES) ? entry(NAME, VALUE) : entry(REFERENCE, CONNECTION, CONNECTOR, OWNER));
        }
        return entries;
    }

    /** An entry that must have a name, once in the file; what else it lacks is empty. */
    private Map<String, String> entry(String name, String... others) throws IOException {
        int line = line();
        List<String> known = new ArrayList<>(List.of(others));
        known.add(name);
        Map<String, String> entry = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = known(known);
            parser.nextToken();
            if (entry.put(field, text(field)) != null) {
                throw wrong(field + " occurs twice in one entry");
            }
        }
        known.forEach(field -> entry.putIfAbsent(field, ""));
        entry.compute(name, (key, text) -> text.strip());
        if (entry.get(name).isEmpty()) {
            throw problem(file, line, "an entry has no " + name);
        }
        if (!names.add(name + entry.get(name).toLowerCase(Locale.ROOT))) {
            throw problem(file, line, entry.get(name) + " occurs twice");
        }
        return entry;
    }

    /** The property at hand, as it is properly written. */
    private String known(List<String> known) throws IOException {
        String name = parser.currentName();
        return known.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() ->
                        wrong("the property \"" + name + "\" is unknown here. Known: " + String.join(", ", known)));
    }

    /** A value may be any JSON, the rest is text. */
    private String text(String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token == JsonToken.VALUE_STRING || field.equals(VALUE) && token.isScalarValue()) {
            return parser.getText();
        }
        if (field.equals(VALUE)) {
            return MAPPER.readTree(parser).toString();
        }
        throw wrong(field + " is not a text in quotation marks");
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private IOException wrong(String what) {
        return problem(file, line(), what);
    }

    private static IOException problem(String file, int line, String what) {
        return new IOException("The deployment settings file " + file + " can't be read: in line " + line + ", " + what
                + ". Correct it; solution:settings writes a valid file to fill in.");
    }
}
