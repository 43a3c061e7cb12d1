package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * An answer whose body has not been read yet; readable once, while the attempt lasts.
 *
 * @param status HTTP status
 * @param headers as they came
 * @param body bounded: reading beyond the limit of the call fails with an {@link IOException}
 */
public record Answer(int status, HttpHeaders headers, InputStream body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of an error's body; the longest that the platform is known to send are lists of missing dependencies. */
    private static final int ERROR_BYTES = 256 * 1024;

    /** The body as a tree; for what is known to be small. */
    public JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isJson() {
        return headers.firstValue("Content-Type")
                .orElse("")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("json");
    }

    /** The beginning of an error's body; what cannot be read of it is left out, since the status alone says enough. */
    public String errorText() {
        byte[] bytes = new byte[ERROR_BYTES];
        int length = 0;
        try {
            int read = 0;
            while (length < bytes.length && read >= 0) {
                read = body.read(bytes, length, bytes.length - length);
                length += Math.max(read, 0);
            }
        } catch (IOException e) {
            // The connection broke in the middle of an error: what came is shown.
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
