package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The parameters of an action. Read strictly, and as a stream: a file in it goes to disk as it arrives, so that a package
 * of any size needs little memory.
 */
final class ActionBody {

    /** What a parameter holds. */
    enum Kind {
        BOOLEAN,
        TEXT,
        GUID,
        FILE,
        OBJECT,
        LIST
    }

    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private final String action;
    private final Map<String, Kind> known;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, Path> files = new LinkedHashMap<>();

    private ActionBody(String action, Map<String, Kind> known) {
        this.action = action;
        this.known = known;
    }

    /**
     * Reads the body.
     *
     * @param known the action's parameters
     * @param folder where its files go
     */
    static ActionBody read(Exchange exchange, String action, Map<String, Kind> known, Path folder)
            throws ODataFault, IOException {
        HttpRequest request = exchange.request();
        if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
            throw new ODataFault(415, ODataFault.BAD_QUERY, "The request must have the content type application/json");
        }
        ActionBody body = new ActionBody(action, known);
        try (JsonParser json = JSON.createParser(request.body())) {
            body.read(json, folder);
            exchange.watch().sent(action, body.sent());
            return body;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw ODataFault.badRequest(
                    ODataFault.PARSING,
                    "Error identified in Payload provided by the user for Entity :'" + action + "': " + e.getMessage());
        }
    }

    private void read(JsonParser json, Path folder) throws ODataFault, IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw ODataFault.badRequest(ODataFault.PARSING, "The body of '" + action + "' is no JSON object.");
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            Kind kind = known.get(name);
            if (kind == null) {
                throw ODataFault.badRequest(
                        ODataFault.PARSING,
                        "The parameter '" + name
                                + "' in the request payload is not a valid parameter for the operation '" + action
                                + "'.");
            }
            json.nextToken();
            if (kind == Kind.FILE) {
                files.put(name, decoded(json, folder));
            } else {
                values.put(name, checked(name, kind, json.readValueAsTree()));
            }
        }
    }

    /** All of it, with the name of the file in place of its content. */
    private JsonNode sent() {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        values.forEach(sent::set);
        files.forEach((name, file) -> sent.put(name, file.toString()));
        return sent;
    }

    private Path decoded(JsonParser json, Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(UUID.randomUUID() + ".zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024)) {
            json.readBinaryValue(out);
        }
        return file;
    }

    private static JsonNode checked(String name, Kind kind, JsonNode value) throws ODataFault {
        boolean right =
                switch (kind) {
                    case BOOLEAN -> value.isBoolean();
                    case TEXT, FILE -> value.isTextual();
                    case GUID -> value.isTextual() && Exchange.guidOf(value.asText()) != null;
                    case OBJECT -> value.isObject();
                    case LIST -> value.isArray();
                };
        if (!right) {
            throw ODataFault.badRequest(
                    ODataFault.PARSING, "Cannot convert the value of the parameter '" + name + "' to its type.");
        }
        return value;
    }

    /** Refuses a body that lacks one of these. */
    ActionBody require(String... names) throws ODataFault {
        for (String name : names) {
            if (!values.containsKey(name) && !files.containsKey(name)) {
                throw ODataFault.badRequest(
                        ODataFault.INVALID_ARGUMENT,
                        "Required field '" + name + "' is missing in the request for '" + action + "'.");
            }
        }
        return this;
    }

    boolean isTrue(String name) {
        return value(name).map(JsonNode::asBoolean).orElse(false);
    }

    Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name) {
        return value(name).map(JsonNode::asText).orElse("");
    }

    Optional<Path> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** What was sent, without the contents of files. */
    @Override
    public String toString() {
        return action + values + files.keySet();
    }
}
