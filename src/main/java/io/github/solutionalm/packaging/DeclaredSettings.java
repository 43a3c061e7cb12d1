package io.github.solutionalm.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.xml.CanonicalXml;
import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Gathers the environment variables and connection references of a package while it is read. They are few and small, so
 * their canonical text is simply read once more.
 */
final class DeclaredSettings {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<ComponentKey, EnvironmentVariable> variables = new HashMap<>();
    private final List<ConnectionReference> references = new ArrayList<>();
    private final Map<ComponentKey, String> values = new HashMap<>();
    private final Set<ComponentKey> emptyValues = new HashSet<>();

    /** Takes a component that is closed, if it is one of these. */
    void component(ComponentFrame done) {
        ComponentType type = done.place.row.type();
        if (type.equals(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION)) {
            Map<String, String> columns = columns(done.xml);
            EnvironmentVariable variable = new EnvironmentVariable(
                    columns.getOrDefault("schemaname", done.key().orElse("")),
                    done.name(),
                    EnvironmentVariable.Type.of(columns.getOrDefault("type", "")),
                    List.of("1", "true")
                            .contains(columns.getOrDefault("isrequired", "").strip()),
                    Optional.ofNullable(columns.get("defaultvalue")).filter(text -> !text.isBlank()),
                    Optional.empty());
            variables.put(variable.key(), variable);
        } else if (type.equals(ComponentType.CONNECTION_REFERENCE)) {
            Map<String, String> columns = columns(done.xml);
            references.add(new ConnectionReference(
                    columns.getOrDefault(
                            "connectionreferencelogicalname", done.key().orElse("")),
                    done.name(),
                    columns.getOrDefault("description", "").strip(),
                    columns.getOrDefault("connectorid", "").strip(),
                    columns.containsKey("customconnectorid")));
        }
    }

    /** The root's attributes and the texts of its children, by name in lower case. */
    private static Map<String, String> columns(CanonicalXml xml) {
        Map<String, StringBuilder> columns = new HashMap<>();
        try {
            XMLStreamReader2 reader = SafeXml.reader(new ByteArrayInputStream(xml.buffer(), 0, xml.length()));
            try {
                read(reader, columns);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Canonical XML is XML", e);
        }
        Map<String, String> texts = new HashMap<>();
        columns.forEach((column, text) -> texts.put(column, text.toString()));
        return texts;
    }

    private static void read(XMLStreamReader2 reader, Map<String, StringBuilder> columns) throws XMLStreamException {
        String column = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader2.START_ELEMENT && reader.getDepth() == 1) {
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    columns.put(
                            reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT),
                            new StringBuilder(reader.getAttributeValue(i).strip()));
                }
            } else if (event == XMLStreamReader2.START_ELEMENT && reader.getDepth() == 2) {
                column = reader.getLocalName().toLowerCase(Locale.ROOT);
                columns.putIfAbsent(column, new StringBuilder());
            } else if (event == XMLStreamReader2.CHARACTERS && reader.getDepth() == 2) {
                columns.computeIfAbsent(column, first -> new StringBuilder()).append(reader.getText());
            }
        }
    }

    /**
     * Takes an {@code environmentvariablevalues.json} beside a definition. Exports also have rows without the column, which
     * the platform takes: only a value that is there can be empty.
     */
    void value(ComponentKey definition, byte[] json) {
        List<JsonNode> found = tree(json).path("environmentvariablevalues").findValues("value").stream()
                .filter(JsonNode::isValueNode)
                .toList();
        found.stream()
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .filter(value -> !value.isBlank())
                .findFirst()
                .ifPresentOrElse(value -> values.put(definition, value), () -> {
                    if (!found.isEmpty()) {
                        emptyValues.add(definition);
                    }
                });
    }

    private static String text(JsonNode row, String column) {
        return row.hasNonNull(column) ? row.get(column).asText() : "";
    }

    /** Takes an {@code environment_variable_values.json}, of which there are two forms. */
    void oldValues(byte[] json) {
        JsonNode root = tree(json);
        root.path("EnvironmentVariableValues")
                .forEach(entry -> value(entry, "EnvironmentVariableDefinition.SchemaName", "Value"));
        root.path("values").forEach(entry -> value(entry, "name", "value"));
    }

    private void value(JsonNode entry, String name, String value) {
        if (entry.hasNonNull(name)) {
            ComponentKey key = new ComponentKey(
                    ComponentType.ENVIRONMENT_VARIABLE_DEFINITION,
                    entry.get(name).asText());
            if (!text(entry, value).isBlank()) {
                values.put(key, text(entry, value));
            } else if (entry.has(value)) {
                emptyValues.add(key);
            }
        }
    }

    /** The platform takes such a file as it is; what is no JSON says nothing. */
    private static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }

    /** All that was gathered. */
    SettingsDeclaration declaration() {
        values.forEach((key, value) -> variables.computeIfPresent(key, (any, variable) -> variable.withValue(value)));
        List<String> empty = emptyValues.stream()
                .map(key -> variables.containsKey(key) ? variables.get(key).schemaName() : key.key())
                .toList();
        return new SettingsDeclaration(List.copyOf(variables.values()), references, empty);
    }
}
