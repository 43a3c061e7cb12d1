package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON object one of whose properties is the base64 of a file. The file is never in memory as a whole: it is encoded while
 * it goes out, and read again for each attempt.
 *
 * @param property such as {@code CustomizationFile}
 * @param file the package, as a zip; must not change while it goes out
 * @param others the properties besides
 */
public record FileBody(String property, Path file, ObjectNode others) implements WebApiCall.Body {

    /**
     * What sends it, with its length known beforehand.
     *
     * @throws IOException when the file cannot be read
     */
    BodyPublisher publisher() throws IOException {
        String json = others.toString();
        String before = json.substring(0, json.length() - 1) + (others.isEmpty() ? "\"" : ",\"") + property + "\":\"";
        return new FilePublisher(bytes(before), file, Files.size(file), bytes("\"}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
