package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the Web API: what is sent, and what its answer means. One small class per call; it opens no connection, so that
 * it can be tested without one.
 *
 * @param <T> what the answer says
 */
public interface WebApiCall<T> {

    /** What it does, after "Tried to": {@code read the solutions of the environment}. */
    String describe();

    /** {@code GET}, {@code POST} or {@code DELETE}. */
    String method();

    /** Behind {@code …/api/data/v9.2/}, encoded. */
    ApiPath path();

    /** What is sent along; actions without parameters send an empty object. */
    default Optional<Body> body() {
        return Optional.empty();
    }

    /** Headers besides those of every call, such as {@code Prefer}. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** Whether it may be made again; what does more than read says so itself. */
    default RetryPolicy repeat() {
        return method().equals("GET") ? RetryPolicy.ALWAYS : RetryPolicy.IF_NOT_ACCEPTED;
    }

    /** How long one attempt may take. */
    default Duration time() {
        return Duration.ofMinutes(2);
    }

    /** How long the answer may be. */
    default long answerBytes() {
        return 16L * 1024 * 1024;
    }

    /**
     * Reads an answer of status 200 to 299; it is JSON, or empty (204). Large ones are read from {@link Answer#body()} as
     * they come. It is called once per attempt, so what it writes elsewhere has to begin anew each time.
     *
     * @throws IOException when the answer is not what it should be; {@link UnreadableAnswer} says what is missing
     */
    T read(Answer answer) throws IOException;

    /** What a request sends along. */
    sealed interface Body permits Json, FileBody {}

    /** A small JSON object. */
    record Json(ObjectNode content) implements Body {}
}
