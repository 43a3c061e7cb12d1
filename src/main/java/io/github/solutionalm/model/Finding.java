package io.github.solutionalm.model;

import java.util.Optional;

/**
 * An error or a warning of an operation.
 *
 * @param code the platform's code, such as {@code 0x8004801D}; empty where the platform gave none and has none for it
 * @param name the platform's name for it, such as {@code ImportMissingDependenciesError}; empty without a code
 * @param message what is wrong, with what, and what to do, in whole sentences
 * @param component what it concerns, if it is one component
 * @param platformFault whether the platform may fail here although nothing is wrong
 * @param gate the parameter of the build that makes an error of it, such as {@code failOnDelete}; empty where the platform
 *     refuses it too
 */
public record Finding(
        String code,
        String name,
        String message,
        Optional<ComponentKey> component,
        boolean platformFault,
        Optional<String> gate) {

    /** A finding of no gate. */
    public Finding(String code, String name, String message, Optional<ComponentKey> component, boolean platformFault) {
        this(code, name, message, component, platformFault, Optional.empty());
    }

    /** A finding that is no fault of the platform. */
    public Finding(String code, String name, String message, Optional<ComponentKey> component) {
        this(code, name, message, component, false);
    }

    /** This finding, as an error of a gate. */
    public Finding of(String parameter) {
        return new Finding(code, name, message, component, platformFault, Optional.of(parameter));
    }

    /** This finding as a known fault of the platform: what is planned is sound, and the platform may still refuse it. */
    public Finding asPlatformFault() {
        return new Finding(code, name, message, component, true, gate);
    }

    /** A finding about the operation as a whole for which the platform has no code, such as the end of our own patience. */
    public static Finding withoutCode(String message) {
        return new Finding("", "", message, Optional.empty());
    }

    /** A finding about a component for which the platform has no public code. */
    public static Finding withoutCode(String message, ComponentKey component) {
        return new Finding("", "", message, Optional.of(component));
    }

    /** {@code 0x8004801D ImportMissingDependenciesError: …}, as the console shows it; without a code the message alone. */
    @Override
    public String toString() {
        return code.isEmpty() ? message : code + " " + name + ": " + message;
    }
}
