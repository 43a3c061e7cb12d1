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
 * @param after how it is afterwards
 * @param customization what becomes of its Active layer
 * @param losses what goes with it
 * @param doubts what is not certain, since contents are not known; empty in an environment whose layers are all known
 * @param inside what changes in its definition
 */
public record ComponentChange(
        ComponentKey key,
        String name,
        Change change,
        Optional<SolutionComponent> component,
        After after,
        Customization customization,
        Losses losses,
        Set<Doubt> doubts,
        Inside inside) {

    /** A change of which nobody asks what changes inside. */
    public ComponentChange(
            ComponentKey key,
            String name,
            Change change,
            Optional<SolutionComponent> component,
            After after,
            Customization customization,
            Losses losses,
            Set<Doubt> doubts) {
        this(key, name, change, component, after, customization, losses, doubts, Inside.NOTHING);
    }

    public ComponentChange {
        doubts = Collections.unmodifiableSet(new TreeSet<>(doubts));
    }

    /**
     * How a component is after a change.
     *
     * @param state whether it is on, for what can be on or off
     * @param published whether it is published
     * @param hiddenBy owner of the layer above that covers the change
     */
    public record After(Optional<ActivationState> state, boolean published, Optional<String> hiddenBy) {}

    /**
     * What changes in a definition.
     *
     * @param over the layers that the new definition comes in place of, bottom to top, or else the one over which it comes; empty
     *     of what changes nothing and where there is none
     * @param details the differences; empty where nobody asked for them
     */
    public record Inside(List<Layer> over, List<ChangeDetail> details) {

        public static final Inside NOTHING = new Inside(List.of(), List.of());

        public Inside {
            over = List.copyOf(over);
            details = List.copyOf(details);
        }
    }

    /** What a change makes of the Active layer of a component. */
    public enum Customization {
        /** Nothing of its own. */
        NONE,
        /** The layer gets the package's definition. */
        OVERWRITTEN,
        /** The layer becomes the solution's own. */
        CONVERTED
    }

    /**
     * What goes with a change.
     *
     * @param owners whose layers go, bottom to top: unique names of solutions, {@link Layer#ACTIVE}; of what is deleted all
     *     that have it
     * @param values values of a choice that go
     * @param blockedBy what blocks a deletion; empty when nothing does
     * @param data what goes in rows with what is deleted, or with values of a choice; empty where there are none, as in an
     *     embedded environment
     */
    public record Losses(
            List<String> owners, List<LostValue> values, List<Blocker> blockedBy, Optional<DataAtRisk> data) {

        public static final Losses NONE = new Losses(List.of(), List.of(), List.of(), Optional.empty());

        public Losses {
            owners = List.copyOf(owners);
            values = List.copyOf(values);
            blockedBy = List.copyOf(blockedBy);
        }
    }

    /**
     * A value of a choice that goes.
     *
     * @param value the number
     * @param label its label; may be empty
     */
    public record LostValue(String value, String label) {}

    /** A change of a component that the package carries, with which nothing goes. */
    public static ComponentChange of(
            SolutionComponent component, Change change, After after, Customization customization, Set<Doubt> doubts) {
        return new ComponentChange(
                component.key(),
                component.name(),
                change,
                Optional.of(component),
                after,
                customization,
                Losses.NONE,
                doubts);
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
                new After(before.state(), before.published(), Optional.empty()),
                Customization.NONE,
                new Losses(owners, List.of(), blockedBy, Optional.empty()),
                Set.of());
    }

    /** This change, blocked by these and nothing else. */
    public ComponentChange blockedBy(List<Blocker> blockers) {
        return with(after, customization, new Losses(owners(), values(), blockers, data()), doubts);
    }

    /** This change with the values of a choice that are lost. */
    public ComponentChange losing(List<LostValue> values) {
        return with(after, customization, new Losses(owners(), values, blockedBy(), data()), doubts);
    }

    /** This change with what it would lose in rows. */
    public ComponentChange risking(DataAtRisk data) {
        return with(after, customization, new Losses(owners(), values(), blockedBy(), Optional.of(data)), doubts);
    }

    /** This change where the Active layer becomes the solution's own, which publishes it. */
    public ComponentChange converting() {
        return with(new After(state(), true, hiddenBy()), Customization.CONVERTED, losses, doubts);
    }

    /** This change with these doubts. */
    public ComponentChange doubting(Set<Doubt> others) {
        return with(after, customization, losses, others);
    }

    private ComponentChange with(After after, Customization customization, Losses losses, Set<Doubt> doubts) {
        return new ComponentChange(key, name, change, component, after, customization, losses, doubts, inside);
    }

    /** This change, which comes in place of layers, or over one. */
    public ComponentChange over(List<Layer> layers) {
        return with(new Inside(layers, details()));
    }

    /** This change with what changes inside. */
    public ComponentChange detailed(List<ChangeDetail> details) {
        return with(new Inside(inside.over(), details));
    }

    private ComponentChange with(Inside other) {
        return new ComponentChange(key, name, change, component, after, customization, losses, doubts, other);
    }

    /** What changes inside; empty where nobody asked. */
    public List<ChangeDetail> details() {
        return inside.details();
    }

    public Optional<ActivationState> state() {
        return after.state();
    }

    public boolean published() {
        return after.published();
    }

    public Optional<String> hiddenBy() {
        return after.hiddenBy();
    }

    public List<String> owners() {
        return losses.owners();
    }

    public List<LostValue> values() {
        return losses.values();
    }

    public List<Blocker> blockedBy() {
        return losses.blockedBy();
    }

    public Optional<DataAtRisk> data() {
        return losses.data();
    }

    /** How far it can be relied on. */
    public Certainty certainty() {
        return Certainty.of(doubts);
    }

    /** Whether something blocks it. */
    public boolean isBlocked() {
        return !blockedBy().isEmpty();
    }

    /** Whether the Active layer gets the package's definition. */
    public boolean overwritesCustomization() {
        return customization == Customization.OVERWRITTEN;
    }

    /** Whether the Active layer becomes the solution's own. */
    public boolean convertsCustomization() {
        return customization == Customization.CONVERTED;
    }
}
