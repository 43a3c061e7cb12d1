package io.github.solutionalm.model;

import java.util.Optional;

/**
 * What an import does to one component: one line of a plan.
 *
 * @param key the component
 * @param name display name; may be empty
 * @param change what is done
 * @param component as the package carries it; empty when it is no longer in the package
 * @param state whether it is on afterwards, for what can be on or off
 * @param published whether it is published afterwards
 * @param hiddenBy owner of the layer above that covers the change
 * @param overwritesCustomization whether the Active layer gets the package's definition
 * @param convertsCustomization whether the Active layer becomes the solution's own
 */
public record ComponentChange(
        ComponentKey key,
        String name,
        Change change,
        Optional<SolutionComponent> component,
        Optional<ActivationState> state,
        boolean published,
        Optional<String> hiddenBy,
        boolean overwritesCustomization,
        boolean convertsCustomization) {}
