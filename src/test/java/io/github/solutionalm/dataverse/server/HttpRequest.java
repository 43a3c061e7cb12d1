package io.github.solutionalm.dataverse.server;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in; its body is read once.
 *
 * @param method such as {@code GET}
 * @param path decoded, without the query
 * @param query as sent, empty when there is none
 * @param headers by lower-case name
 * @param body the body, decoded from its chunks
 */
record HttpRequest(String method, String path, String query, Map<String, String> headers, InputStream body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The query's parameters, decoded. */
    Map<String, String> parameters() {
        return form(query);
    }

    /** Names and values of {@code application/x-www-form-urlencoded} text. */
    static Map<String, String> form(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
