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
 * @param operation the system job that carries it out; empty when it was carried out at once
 * @param job the import job, which may have another id than the one that was asked for
 */
public record Started(Optional<UUID> operation, Optional<UUID> job) {

    /** An operation that has ended: the call waited for it. */
    static final Started DONE = new Started(Optional.empty(), Optional.empty());

    /** Reads the answer of an action without an import job, which names only the system job. */
    static Started job(Answer answer) throws IOException {
        return new Started(systemJob(answer.json()), Optional.empty());
    }

    /** Reads the answer of an import, which also names its import job. */
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
