package io.github.solutionalm;

import io.github.solutionalm.model.ComponentKey;
import java.util.Optional;

/**
 * An error or a warning of an operation.
 *
 * @param code the platform's code, such as {@code 0x8004801D}
 * @param name the platform's name for it, such as {@code ImportMissingDependenciesError}
 * @param message what is wrong, with what, and what to do, in whole sentences
 * @param component what it concerns, if it is one component
 */
public record Finding(String code, String name, String message, Optional<ComponentKey> component) {

    /** {@code 0x8004801D ImportMissingDependenciesError: …}, as the console shows it. */
    @Override
    public String toString() {
        return code + " " + name + ": " + message;
    }
}
