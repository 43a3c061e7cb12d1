package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the Web API: what is sent, and what its answer means. Each call is a small class, which opens no connection, so
 * that it can be tested without one.
 *
 * @param <T> the value of the answer
 */
public interface WebApiCall<T> {

    /** The description of the call, after "Tried to": {@code read the solutions of the environment}. */
    String describe();

    /** The method: {@code GET}, {@code POST}, {@code PATCH} or {@code DELETE}. */
    String method();

    /** The path below {@code …/api/data/v9.2/}, encoded. */
    ApiPath path();

    /** The body of the request; actions without parameters send an empty object. */
    default Optional<Body> body() {
        return Optional.empty();
    }

    /** The headers besides those of every call, such as {@code Prefer}. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** When the call may be made again: one that reads always, others only if they were certainly not accepted. */
    default RetryPolicy repeat() {
        return method().equals("GET") ? RetryPolicy.ALWAYS : RetryPolicy.IF_NOT_ACCEPTED;
    }

    /** The time that one attempt may take. */
    default Duration time() {
        return Duration.ofMinutes(2);
    }

    /** The greatest length of the answer, in bytes. */
    default long answerBytes() {
        return 16L * 1024 * 1024;
    }

    /**
     * Reads an answer of status 200 to 299, which is JSON or empty (204). Large answers are read from {@link Answer#body()} as
     * they come. It is called once per attempt, so files that it writes must begin anew each time.
     *
     * @throws IOException when the answer is not as expected; {@link UnreadableAnswer} says what is missing
     */
    T read(Answer answer) throws IOException;

    /** The body of a request. */
    sealed interface Body permits Json, FileBody {}

    /** A small JSON object. */
    record Json(ObjectNode content) implements Body {}
}
