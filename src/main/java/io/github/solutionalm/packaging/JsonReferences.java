package io.github.solutionalm.packaging;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The references in a JSON part: the definition of a flow, a connector's description, a canvas app's dependencies.
 * Text that is not JSON has no references: the platform stores it unchanged.
 */
final class JsonReferences {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern URL_HOST = Pattern.compile("(?i)https?://([a-z0-9][a-z0-9.-]*[a-z0-9])(?::\\d+)?");
    /** Names of schemas, not of servers that are called. */
    private static final Set<String> SCHEMA_HOSTS =
            Set.of("schema.management.azure.com", "json-schema.org", "www.w3.org");

    private static final ComponentType BOT = ComponentType.named("bot");
    private static final ComponentType BOT_COMPONENT = ComponentType.named("botcomponent");

    /** Fields whose text is the key of a component. */
    private static final Map<String, ComponentType> FIELDS = Map.ofEntries(
            entry("connectionreferencelogicalname", ComponentType.CONNECTION_REFERENCE),
            entry("workflowreferencename", ComponentType.WORKFLOW),
            entry("uiflowid", ComponentType.WORKFLOW),
            entry("targetdialogid", BOT_COMPONENT),
            entry("customtypeid", BOT_COMPONENT),
            entry("skillid", BOT_COMPONENT),
            entry("defaultschemaname", BOT_COMPONENT),
            entry("appidenvironmentvariableschemaname", ComponentType.ENVIRONMENT_VARIABLE_DEFINITION),
            entry("appendpointenvironmentvariableschemaname", ComponentType.ENVIRONMENT_VARIABLE_DEFINITION));

    /** Fields whose text is the key of a component where they are in an object of the name before the slash. */
    private static final Map<String, ComponentType> FIELDS_IN = Map.of(
            // An environment variable is a parameter whose metadata bear its schema name.
            "metadata/schemaname", ComponentType.ENVIRONMENT_VARIABLE_DEFINITION,
            "api/logicalname", ComponentType.CONNECTOR,
            "workflowentityid/value", ComponentType.WORKFLOW,
            "flowmetadata/id", ComponentType.WORKFLOW,
            "parameters/copilot", BOT,
            "parameters/subscriptionrequest/entityname", ComponentType.ENTITY,
            "parameters/entityname", ComponentType.ENTITY_SET,
            "parameters/table", ComponentType.ENTITY_SET);

    private static final Pattern VARIABLE = Pattern.compile("(?i)@environmentVariables\\(\"([^\"]+)\"\\)");
    private static final Pattern NAME = Pattern.compile("\\w{1,100}");
    private static final String TRIGGER = "subscriptionrequest/";

    private final Set<ComponentKey> keys = new LinkedHashSet<>();
    private final SortedSet<String> hosts = new TreeSet<>();
    private final Deque<String> path = new ArrayDeque<>();
    /** Columns of the table that triggers a flow. */
    private final Set<String> columns = new LinkedHashSet<>();

    private String table = "";
    private String dependency = "";

    private JsonReferences() {}

    static JsonReferences of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return of(bytes, bytes.length);
    }

    static JsonReferences of(byte[] json, int length) {
        JsonReferences references = new JsonReferences();
        int bom = length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF ? 3 : 0;
        try (JsonParser parser = FACTORY.createParser(json, bom, length - bom)) {
            references.read(parser);
        } catch (IOException e) {
            // Whatever was found up to here stands.
        }
        references.triggerColumns();
        return references;
    }

    Set<ComponentKey> keys() {
        return keys;
    }

    /** Hosts of the URLs in it, lower case. */
    SortedSet<String> hosts() {
        return hosts;
    }

    private void read(JsonParser parser) throws IOException {
        String field = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> path.push(field);
                case END_OBJECT -> {
                    path.pop();
                    dependency = "";
                }
                case FIELD_NAME -> field = parser.currentName().toLowerCase(Locale.ROOT);
                case VALUE_STRING -> value(field, parser.getText());
                case VALUE_NUMBER_INT -> canvasDependency(field, parser.getText());
                default -> {}
            }
        }
    }

    private void value(String field, String text) {
        ComponentType type = FIELDS.getOrDefault(field, FIELDS_IN.get(path.peek() + "/" + field));
        if (type != null && !text.isBlank() && !text.startsWith("@")) {
            keys.add(new ComponentKey(type, text));
        }
        if (field.startsWith(TRIGGER)) {
            trigger(field.substring(TRIGGER.length()), text);
        }
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            keys.add(new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, variable.group(1)));
        }
        dataSource(field, text);
        canvasDependency(field, text);
        addHosts(field, text);
    }

    /** A flow runs when columns of a table change. The platform does not count what its filter compares. */
    private void trigger(String field, String text) {
        if (field.equals("entityname")) {
            table = text;
        } else if (field.equals("filteringattributes")) {
            Stream.of(text.split(",")).map(String::strip).forEach(columns::add);
        }
    }

    private void triggerColumns() {
        for (String column : columns) {
            if (NAME.matcher(table).matches() && NAME.matcher(column).matches()) {
                keys.add(new ComponentKey(ComponentType.ATTRIBUTE, table + "." + column));
            }
        }
    }

    /** {@code "dataSources":{"Orders":{"entitySetName":"contoso_orders","logicalName":"contoso_order"}}}. */
    private void dataSource(String field, String text) {
        if (field.equals("logicalname")
                && "datasources".equals(path.stream().skip(1).findFirst().orElse(""))) {
            keys.add(new ComponentKey(ComponentType.ENTITY, text));
        }
    }

    private void addHosts(String field, String text) {
        if (field.equals("host") && text.indexOf('/') < 0 && text.indexOf('.') > 0) {
            hosts.add(text.toLowerCase(Locale.ROOT));
        }
        Matcher url = URL_HOST.matcher(text);
        while (url.find()) {
            hosts.add(url.group(1).toLowerCase(Locale.ROOT));
        }
        hosts.removeAll(SCHEMA_HOSTS);
    }

    /** {@code {"logicalname":"account","componenttype":1}}, or {@code dependencyid} where a GUID is the key. */
    private void canvasDependency(String field, String text) {
        if (field.equals("logicalname") || field.equals("dependencyid") && !text.isEmpty()) {
            dependency = text;
        }
        if (field.equals("componenttype") && !dependency.isEmpty() && text.matches("\\d{1,9}")) {
            keys.add(new ComponentKey(ComponentType.coded(Integer.parseInt(text)), dependency));
        }
    }
}
