package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.contract.ContractWatch;
import io.github.solutionalm.dataverse.contract.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds the server's own answers, and the requests that they answer, against the contracts. What a script puts in their place
 * may be anything.
 *
 * @param watch hears what is wrong
 */
record Watched(ContractWatch watch) {

    private static final String OURS = "solution-maven-plugin/";

    /** Logs in an answer are long. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    /** The answer to a call that was carried out; for our client, with marks. */
    HttpReply answer(String call, Exchange exchange, HttpReply reply) {
        boolean ours = exchange.request().header("User-Agent").orElse("").startsWith(OURS);
        if (ours) {
            Map<String, String> options = new LinkedHashMap<>(exchange.request().parameters());
            Map<String, String> aliases = new HashMap<>(options);
            options.keySet().removeIf(option -> option.startsWith("@"));
            aliases.keySet().removeIf(option -> !option.startsWith("@"));
            watch.asked(call, options);
            exchange.arguments()
                    .filter(text -> text.contains("="))
                    .ifPresent(text -> watch.sent(call, arguments(text, aliases)));
        }
        if (!isJson(reply)) {
            return reply;
        }
        JsonNode body = body(reply);
        watch.answered(call, body);
        if (!ours) {
            return reply;
        }
        watch.mark(call, body);
        return new HttpReply(
                reply.status(), reply.headers(), body.toString().getBytes(StandardCharsets.UTF_8), reply.delivery());
    }

    /** A refusal by the service. */
    HttpReply refusal(HttpReply reply) {
        if (isJson(reply)) {
            watch.answered(Contracts.ERROR, body(reply));
        }
        return reply;
    }

    /** Numbers stand as they are; GUIDs, too, which are told from texts by their form. An alias stands for JSON. */
    private static ObjectNode arguments(String text, Map<String, String> aliases) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        for (String argument : text.split(",")) {
            String[] pair = argument.split("=", 2);
            String value = pair[pair.length - 1];
            if (aliases.containsKey(value)) {
                arguments.set(pair[0], json(aliases.get(value).getBytes(StandardCharsets.UTF_8)));
            } else if (value.matches("\\d{1,9}")) {
                arguments.put(pair[0], Integer.parseInt(value));
            } else {
                arguments.put(pair[0], value);
            }
        }
        return arguments;
    }

    private static boolean isJson(HttpReply reply) {
        return reply.headers().getOrDefault("Content-Type", "").startsWith("application/json");
    }

    private static JsonNode body(HttpReply reply) {
        return json(reply.body());
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
