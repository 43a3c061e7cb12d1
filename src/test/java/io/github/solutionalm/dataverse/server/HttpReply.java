package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back, and how it arrives.
 *
 * @param status HTTP status
 * @param headers besides those of the connection
 * @param body the body; empty for none
 * @param delivery what becomes of it on its way
 */
record HttpReply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** How an answer arrives. */
    enum Delivery {
        WHOLE,
        /** The headers promise all of it, and the connection ends half-way. */
        TRUNCATED,
        /** The connection is reset, and nothing arrives. */
        RESET,
        /** Nothing arrives, and the connection stays open until the client gives up. */
        NEVER
    }

    private static final String HTML =
            """
            <!DOCTYPE html><html><head><title>%d</title></head><body><h2>Our services aren't available right now</h2>\
            <p>We're working to restore all services as soon as possible. Please check back soon.</p></body></html>
            """;

    static HttpReply json(int status, JsonNode body) {
        return of(status, "application/json; odata.metadata=minimal", body.toString());
    }

    /** What a front end sends that never reached the service. */
    static HttpReply html(int status) {
        return of(status, "text/html", HTML.formatted(status));
    }

    static HttpReply of(int status, String contentType, String body) {
        return new HttpReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Delivery.WHOLE)
                .with("Content-Type", contentType);
    }

    static HttpReply empty(int status) {
        return new HttpReply(status, Map.of(), new byte[0], Delivery.WHOLE);
    }

    static HttpReply reset() {
        return empty(0).as(Delivery.RESET);
    }

    static HttpReply never() {
        return empty(0).as(Delivery.NEVER);
    }

    HttpReply as(Delivery other) {
        return new HttpReply(status, headers, body, other);
    }

    HttpReply with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new HttpReply(status, all, body, delivery);
    }
}
