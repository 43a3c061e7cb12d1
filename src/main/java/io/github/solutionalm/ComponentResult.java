package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of an operation for one component.
 *
 * @param key the component
 * @param name display name; may be empty
 * @param change what the import does to it
 * @param status whether it did
 * @param at when it was processed; empty when it was not
 * @param code the platform's code of its error or warning
 * @param text its error or warning
 */
public record ComponentResult(
        ComponentKey key,
        String name,
        Change change,
        Status status,
        Optional<Instant> at,
        Optional<String> code,
        Optional<String> text) {

    /** Whether a component was processed. */
    public enum Status {
        SUCCESS,
        WARNING,
        FAILURE,
        /** The operation failed before it came to this component; nothing of it took effect. */
        UNPROCESSED
    }
}
