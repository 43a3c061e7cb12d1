package io.github.solutionalm.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
 * @param owners whose layers go with it, bottom to top: unique names of solutions, {@link Layer#ACTIVE}; of what is deleted
 *     all that have it
 * @param values values of a choice that go
 * @param doubts what is not certain, since contents are not known; empty in an environment whose layers are all known
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
        List<Blocker> blockedBy,
        List<String> owners,
        List<LostValue> values,
        Set<Doubt> doubts) {

    public ComponentChange {
        blockedBy = List.copyOf(blockedBy);
        owners = List.copyOf(owners);
        values = List.copyOf(values);
        doubts = Collections.unmodifiableSet(new TreeSet<>(doubts));
    }

    /** A change that is certain. */
    public ComponentChange(
            ComponentKey key,
            String name,
            Change change,
            Optional<SolutionComponent> component,
            Optional<ActivationState> state,
            boolean published,
            Optional<String> hiddenBy,
            boolean overwritesCustomization,
            boolean convertsCustomization,
            List<Blocker> blockedBy,
            List<String> owners,
            List<LostValue> values) {
        this(
                key,
                name,
                change,
                component,
                state,
                published,
                hiddenBy,
                overwritesCustomization,
                convertsCustomization,
                blockedBy,
                owners,
                values,
                Set.of());
    }

    /**
     * A change of a component that the package does not carry: nothing of its content is written.
     *
     * @param owners whose layers go
     */
    public static ComponentChange without(
            ComponentState before, Change change, List<String> owners, List<Blocker> blockedBy) {
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
                blockedBy,
                owners,
                List.of());
    }

    /** The same with nothing else in its way than this. */
    public ComponentChange blockedBy(List<Blocker> blockers) {
        return new ComponentChange(
                key,
                name,
                change,
                component,
                state,
                published,
                hiddenBy,
                overwritesCustomization,
                convertsCustomization,
                blockers,
                owners,
                values,
                doubts);
    }

    /** The same with values of a choice that go. */
    public ComponentChange losing(List<LostValue> values) {
        return new ComponentChange(
                key,
                name,
                change,
                component,
                state,
                published,
                hiddenBy,
                overwritesCustomization,
                convertsCustomization,
                blockedBy,
                owners,
                values,
                doubts);
    }

    /** The same where the Active layer becomes the solution's own, which publishes it. */
    public ComponentChange converting() {
        return new ComponentChange(
                key,
                name,
                change,
                component,
                state,
                true,
                hiddenBy,
                overwritesCustomization,
                true,
                blockedBy,
                owners,
                values,
                doubts);
    }

    /** The same, in doubt of this. */
    public ComponentChange doubting(Set<Doubt> others) {
        return new ComponentChange(
                key,
                name,
                change,
                component,
                state,
                published,
                hiddenBy,
                overwritesCustomization,
                convertsCustomization,
                blockedBy,
                owners,
                values,
                others);
    }

    /**
     * A value of a choice that goes.
     *
     * @param value the number
     * @param label its label; may be empty
     */
    public record LostValue(String value, String label) {}

    /** Whether something stands in the way. */
    public boolean isBlocked() {
        return !blockedBy.isEmpty();
    }
}
