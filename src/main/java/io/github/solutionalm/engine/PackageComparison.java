package io.github.solutionalm.engine;

import io.github.solutionalm.Operation;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.Content.Sameness;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares what a package brings with what its solution has already.
 *
 * @param choice which operation it is
 * @param managed whether the package is managed
 * @param owner the owner of the layers that the import writes
 * @param replaces whether the old version's layers end
 * @param converts whether a component's unmanaged layer becomes the solution's own
 */
record PackageComparison(
        OperationChoice choice, boolean managed, String owner, boolean replaces, Predicate<ComponentKey> converts) {

    /** Whether the package has what the solution has already. */
    Sameness sameness(SolutionComponent component, Optional<ComponentState> before) {
        return Sameness.ofAll(
                comparable(component, before).stream().map(this::compared).map(component.content()::sameAs));
    }

    Change change(SolutionComponent component, Sameness sameness, Optional<ComponentState> before) {
        if (!comparable(component, before).isEmpty()) {
            return sameness == Sameness.SAME ? Change.UNCHANGED : Change.CHANGE;
        }
        boolean exists = before.filter(state -> !state.layers().isEmpty()).isPresent();
        return exists || PlatformComponents.contains(component.key()) ? Change.CHANGE : Change.ADD;
    }

    /**
     * The layers that tell what changes inside: the solution's own, or else, where it has none, the uppermost below the
     * customizations.
     */
    List<Layer> over(SolutionComponent component, Optional<ComponentState> before) {
        List<Layer> own = comparable(component, before);
        if (!own.isEmpty()) {
            return own;
        }
        List<Layer> below = before.map(ComponentState::layers).orElse(List.of()).stream()
                .filter(layer -> !layer.owner().equals(Layer.ACTIVE))
                .toList();
        return below.isEmpty() ? below : below.subList(below.size() - 1, below.size());
    }

    /** What of a layer is compared: what an update keeps of the old version is no change of the package's; an upgrade drops it. */
    private Content compared(Layer layer) {
        return replaces ? layer.content() : layer.packaged();
    }

    /** What the package's content is compared with: an update replaces one layer, all else comes over base and patches. */
    private List<Layer> comparable(SolutionComponent component, Optional<ComponentState> before) {
        if (converts.test(component.key())) {
            return before.flatMap(state -> state.layerOf(Layer.ACTIVE)).stream().toList();
        }
        if (!managed || choice.operation() == Operation.UPDATE) {
            return before.flatMap(state -> state.layerOf(owner)).stream().toList();
        }
        List<Layer> layers = before.map(choice.stack()::layers).orElse(List.of());
        return component.key().type().merges() || layers.isEmpty()
                ? layers
                : layers.subList(layers.size() - 1, layers.size());
    }
}
