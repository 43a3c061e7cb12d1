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
 * An answer whose body has not been read yet; it can be read once, during the attempt. Secrets are removed here from what a
 * server says, whatever the status: it may echo what it was sent.
 *
 * @param status HTTP status
 * @param headers headers as they came
 * @param body body as it comes, with secrets; reading beyond the limit of the call fails with an {@link IOException}
 * @param redaction removes secrets
 */
public record Answer(int status, HttpHeaders headers, InputStream body, Redaction redaction) {

    /** The greatest length of an error's body: the longest of the platform are lists of missing dependencies. */
    private static final int ERROR_BYTES = 256 * 1024;

    /** An answer to a caller without secrets. */
    public Answer(int status, HttpHeaders headers, InputStream body) {
        this(status, headers, body, new Redaction());
    }

    /**
     * Returns the body as a tree, its texts without known secrets; for small answers.
     *
     * @throws IOException when it is no JSON object; {@link UnreadableAnswer} says what it is instead
     */
    public JsonNode json() throws IOException {
        return StrictJson.object(body, redaction::withoutKnown);
    }

    /** The body as a tree with secrets, for an answer that is a secret itself, which may be known from an earlier one. */
    public JsonNode secretJson() throws IOException {
        return StrictJson.object(body, UnaryOperator.identity());
    }

    /** The tree of JSON that is made from the body while that is read, its texts without known secrets. */
    public JsonNode json(Reader made) throws IOException {
        return StrictJson.object(made, redaction::withoutKnown);
    }

    /** A writer that passes on text without known secrets. */
    public Writer clean(Writer to) {
        return new CleanWriter(to, redaction);
    }

    /** The number of bytes of the body that were read so far. */
    long bytesRead() {
        return body instanceof BoundedBody bounded ? bounded.count() : 0;
    }

    /** The compression of the body, if any: none was requested. */
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

    /** The content type as it came; empty when none did. */
    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** The beginning of an error's body without secrets; what can't be read is left out, since the status says enough. */
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
