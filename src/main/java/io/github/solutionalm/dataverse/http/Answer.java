package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An answer whose body has not been read yet; readable once, while the attempt lasts. Here is the edge where secrets are
 * taken out of what a server says, whatever the status: it may echo what it was sent.
 *
 * @param status HTTP status
 * @param headers as they came
 * @param body as it comes, secrets and all; bounded: reading beyond the limit of the call fails with an {@link IOException}
 * @param redaction what takes secrets out
 */
public record Answer(int status, HttpHeaders headers, InputStream body, Redaction redaction) {

    /** Of an error's body; the longest that the platform is known to send are lists of missing dependencies. */
    private static final int ERROR_BYTES = 256 * 1024;

    /** An answer to somebody who has no secrets. */
    public Answer(int status, HttpHeaders headers, InputStream body) {
        this(status, headers, body, new Redaction());
    }

    /**
     * The body as a tree, its texts without known secrets; for what is known to be small.
     *
     * @throws IOException when it is no JSON object; {@link UnreadableAnswer} says what it is instead
     */
    public JsonNode json() throws IOException {
        return StrictJson.object(body, redaction::withoutKnown);
    }

    /** The same where the answer is a secret itself, which may be known from an earlier one. */
    public JsonNode secretJson() throws IOException {
        return StrictJson.object(body, UnaryOperator.identity());
    }

    /** The same of JSON that was made of the body while that was read. */
    public JsonNode json(Reader made) throws IOException {
        return StrictJson.object(made, redaction::withoutKnown);
    }

    /** Writes on what it is given, without known secrets. */
    public Writer clean(Writer to) {
        return new CleanWriter(to, redaction);
    }

    /** How much of the body was read so far. */
    long bytesRead() {
        return body instanceof BoundedBody bounded ? bounded.count() : 0;
    }

    /** How the body is packed, if it is: nobody asked for that. */
    Optional<String> encoding() {
        return headers.firstValue("Content-Encoding")
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase("identity"));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isJson() {
        return contentType().toLowerCase(Locale.ROOT).contains("json");
    }

    /** As it came; empty when none did. */
    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
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
        return redaction.of(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }
}
