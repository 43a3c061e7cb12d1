package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * An operation that the environment has accepted.
 *
 * @param operation the system job that carries it out; none when it was carried out at once
 * @param job the import job, which the environment may have named otherwise than it was asked to
 */
public record Started(Optional<UUID> operation, Optional<UUID> job) {

    /** It is done: the call waited for it. */
    static final Started DONE = new Started(Optional.empty(), Optional.empty());

    /** The answer of an action that has no import job: it names the system job alone. */
    static Started job(Answer answer) throws IOException {
        return new Started(systemJob(answer.json()), Optional.empty());
    }

    /** The answer of an import, which names its import job as well. */
    static Started importJob(Answer answer) throws IOException {
        JsonNode json = answer.json();
        return new Started(systemJob(json), id(json, "ImportJobKey"));
    }

    private static Optional<UUID> systemJob(JsonNode json) throws IOException {
        Optional<UUID> operation = id(json, "AsyncOperationId");
        if (operation.isEmpty()) {
            throw new UnreadableAnswer("the answer does not name the job that was started");
        }
        return operation;
    }

    private static Optional<UUID> id(JsonNode json, String property) {
        try {
            return Optional.of(UUID.fromString(json.path(property).asText("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
