package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * An operation that the environment has taken on.
 *
 * @param operation the system job that carries it out; none when it was carried out at once
 * @param job the import job, which the environment may have named otherwise than it was asked to
 */
record Started(Optional<UUID> operation, Optional<UUID> job) {

    /** It is done: the call waited for it. */
    static final Started DONE = new Started(Optional.empty(), Optional.empty());

    static Started read(Answer answer) throws IOException {
        JsonNode json = answer.json();
        Optional<UUID> operation = id(json, "AsyncOperationId");
        if (operation.isEmpty()) {
            throw new UnreadableAnswer("the answer does not name the job that was started");
        }
        return new Started(operation, id(json, "ImportJobKey"));
    }

    private static Optional<UUID> id(JsonNode json, String property) {
        try {
            return Optional.of(UUID.fromString(json.path(property).asText("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
