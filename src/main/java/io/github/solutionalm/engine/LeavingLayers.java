package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.UniqueName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The layers that an operation removes: of base and patches in an upgrade, of the holding solution when it is discarded. */
final class LeavingLayers {

    private final Set<String> owners;
    private final String publisher;
    private final boolean restoresPrevious;

    /**
     * @param owners unique names of the solutions whose layers are removed
     * @param publisher their publisher's unique name
     */
    LeavingLayers(Collection<String> owners, String publisher) {
        this(owners, publisher, false);
    }

    private LeavingLayers(Collection<String> owners, String publisher, boolean restoresPrevious) {
        this.owners = owners.stream().map(UniqueName::key).collect(Collectors.toSet());
        this.publisher = publisher;
        this.restoresPrevious = restoresPrevious;
    }

    /** Layers of a discarded staged upgrade: the layer below becomes visible again, whichever solution owns it. */
    static LeavingLayers ofDiscarded(String holding, String publisher) {
        return new LeavingLayers(List.of(holding), publisher, true);
    }

    /** Whether removing them restores the state before they were added. */
    boolean restoresPrevious() {
        return restoresPrevious;
    }

    boolean contains(Layer layer) {
        return isOf(layer.owner());
    }

    /** Whether a solution is one of those whose layers are removed. */
    boolean isOf(String owner) {
        return owners.contains(UniqueName.key(owner));
    }

    /** All layers but these and Active, bottom to top. */
    List<Layer> others(ComponentState state) {
        return state.layers().stream()
                .filter(layer -> !contains(layer) && !layer.owner().equals(Layer.ACTIVE))
                .toList();
    }

    /** Whether the component is somebody else's too, so that it stays when they go. */
    boolean leavesOthers(ComponentState state) {
        List<Layer> others = others(state);
        return !others.isEmpty() && (restoresPrevious || !isBase(state) || isSamePublisher(others.get(0)));
    }

    /** Whether one of them is the lowest layer of the component. */
    boolean isBase(ComponentState state) {
        return !state.layers().isEmpty() && contains(state.layers().get(0));
    }

    /** Owner of the highest of them that the component has; the lowest layer's if it has none. */
    String top(ComponentState state) {
        return state.layers().stream()
                .filter(this::contains)
                .reduce((below, above) -> above)
                .or(() -> state.layers().stream().findFirst())
                .map(Layer::owner)
                .orElse(Layer.SYSTEM);
    }

    /** What a component is a part of once they are gone: as the layers say that stay, if any does. */
    Optional<ComponentKey> parent(ComponentState state) {
        List<Layer> staying =
                state.layers().stream().filter(layer -> !contains(layer)).toList();
        Optional<ComponentKey> parent = state.with(staying).parent();
        return staying.isEmpty() || parent.isEmpty() ? state.parent() : parent;
    }

    boolean isSamePublisher(Layer layer) {
        return UniqueName.same(layer.publisher(), publisher);
    }
}
