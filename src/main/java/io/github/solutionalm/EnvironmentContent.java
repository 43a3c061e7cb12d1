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
 */
public record EnvironmentContent(
        EnvironmentId environment, List<Solution> solutions, List<Component> components, OptionalInt unpublished) {

    public EnvironmentContent {
        solutions = List.copyOf(solutions);
        components = List.copyOf(components);
    }

    /**
     * An installed solution.
     *
     * @param uniqueName unique name
     * @param friendlyName display name
     * @param version version as its package wrote it
     * @param managed whether it is managed
     * @param publisher unique name of its publisher
     * @param patchOf base solution, when it is a patch
     * @param holdingFor solution that it will replace, when it is a holding solution
     * @param installedOn when it was first installed
     * @param updatedOn when it was last written
     * @param sha256 the package that it came from last; empty when the environment does not keep it
     * @param components how many components it holds; empty for an environment that is asked for solutions alone and would have
     *     to count first
     */
    public record Solution(
            String uniqueName,
            String friendlyName,
            String version,
            boolean managed,
            String publisher,
            Optional<String> patchOf,
            Optional<String> holdingFor,
            Instant installedOn,
            Instant updatedOn,
            String sha256,
            OptionalInt components) {

        public static Solution of(InstalledSolution solution, OptionalInt components) {
            return new Solution(
                    solution.uniqueName(),
                    solution.friendlyName(),
                    solution.version().toString(),
                    solution.managed(),
                    solution.publisher(),
                    solution.patchOf(),
                    solution.holdingFor(),
                    solution.installedOn(),
                    solution.updatedOn(),
                    solution.sha256(),
                    components);
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
     */
    public record Component(
            ComponentKey key,
            String name,
            Optional<ComponentKey> parent,
            List<String> layers,
            Optional<Boolean> published,
            Optional<ActivationState> state,
            Optional<Effective> effective) {

        public Component {
            layers = List.copyOf(layers);
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
