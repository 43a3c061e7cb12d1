package io.github.solutionalm;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.InstalledSolution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an environment holds.
 *
 * @param environment which one
 * @param solutions in install order
 * @param components sorted by type and key; empty unless asked for
 * @param unpublished number of unpublished components; empty for an environment that does not report it
 * @param captured of which environment it is a snapshot; empty for one that is none
 */
public record EnvironmentContent(
        EnvironmentId environment,
        List<Solution> solutions,
        List<Component> components,
        OptionalInt unpublished,
        Optional<EnvironmentSnapshot.Origin> captured) {

    public EnvironmentContent {
        solutions = List.copyOf(solutions);
        components = List.copyOf(components);
    }

    /** What an environment holds that is no snapshot. */
    public EnvironmentContent(
            EnvironmentId environment, List<Solution> solutions, List<Component> components, OptionalInt unpublished) {
        this(environment, solutions, components, unpublished, Optional.empty());
    }

    /**
     * An installed solution, and how much it holds.
     *
     * @param installed the solution
     * @param components how many components it holds; empty for an environment that is asked for solutions alone and would have
     *     to count first
     */
    public record Solution(InstalledSolution installed, OptionalInt components) {

        public String uniqueName() {
            return installed.uniqueName();
        }

        public String friendlyName() {
            return installed.friendlyName();
        }

        /** As its package wrote it. */
        public String version() {
            return installed.version().toString();
        }

        public boolean managed() {
            return installed.managed();
        }

        /** Unique name. */
        public String publisher() {
            return installed.publisher();
        }

        public Optional<String> patchOf() {
            return installed.patchOf();
        }

        public Optional<String> holdingFor() {
            return installed.holdingFor();
        }

        public Instant installedOn() {
            return installed.installedOn();
        }

        public Instant updatedOn() {
            return installed.updatedOn();
        }

        public String sha256() {
            return installed.sha256();
        }
    }

    /**
     * A component.
     *
     * @param key identity
     * @param name display name; may be empty
     * @param parent what it is a part of
     * @param layers owners of its layers, bottom to top
     * @param published whether its changes are available; empty for an environment that does not tell
     * @param state whether it is on, for what can be on or off
     * @param effective what came of merging its layers; empty unless asked for and two or more merge
     * @param uses the components that it refers to, by key, as far as that is known
     */
    public record Component(
            ComponentKey key,
            String name,
            Optional<ComponentKey> parent,
            List<String> layers,
            Optional<Boolean> published,
            Optional<ActivationState> state,
            Optional<Effective> effective,
            List<ComponentKey> uses) {

        public Component {
            layers = List.copyOf(layers);
            uses = List.copyOf(uses);
        }

        /** A component of which it is not known what it uses. */
        public Component(
                ComponentKey key,
                String name,
                Optional<ComponentKey> parent,
                List<String> layers,
                Optional<Boolean> published,
                Optional<ActivationState> state,
                Optional<Effective> effective) {
            this(key, name, parent, layers, published, state, effective, List.of());
        }

        /** A component of which only one layer shows, or whose layers were not merged. */
        public Component(
                ComponentKey key,
                String name,
                Optional<ComponentKey> parent,
                List<String> layers,
                Optional<Boolean> published,
                Optional<ActivationState> state) {
            this(key, name, parent, layers, published, state, Optional.empty());
        }
    }

    /**
     * What came of merging the layers of a component.
     *
     * @param conflicts about how many of its parts the layers disagree
     */
    public record Effective(int conflicts) {}
}
