package io.github.solutionalm.model;

import java.util.List;
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
 * @param blockedBy what stands in the way of a deletion; empty when nothing does
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
        boolean convertsCustomization,
        List<Blocker> blockedBy) {

    public ComponentChange {
        blockedBy = List.copyOf(blockedBy);
    }

    /** A change of a component that the package does not carry: nothing of its content is written. */
    public static ComponentChange without(ComponentState before, Change change, List<Blocker> blockedBy) {
        return new ComponentChange(
                before.key(),
                before.name(),
                change,
                Optional.empty(),
                before.state(),
                before.published(),
                Optional.empty(),
                false,
                false,
                blockedBy);
    }

    /** Whether something stands in the way. */
    public boolean isBlocked() {
        return !blockedBy.isEmpty();
    }
}
