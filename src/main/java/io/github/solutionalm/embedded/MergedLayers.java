package io.github.solutionalm.embedded;

import io.github.solutionalm.engine.EffectiveLayers;
import io.github.solutionalm.merge.EffectiveDefinition.Merged;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.store.StoreTransaction;
import java.util.List;
import java.util.Optional;

/** Merges the layers that the store holds of a component. */
final class MergedLayers {

    private final StoreTransaction tx;
    private final StoredDefinitions definitions;
    private final EffectiveLayers layers;

    MergedLayers(StoreTransaction tx) {
        this.tx = tx;
        this.definitions = new StoredDefinitions(tx, StoredDefinitions.Arriving.NOTHING);
        this.layers = new EffectiveLayers(tx.solutions().all(), layer -> Optional.of(xml(layer)), definitions::content);
    }

    /** What came of it; empty where fewer than two definitions merge. */
    Optional<Merged> of(ComponentState state) {
        return layers.merged(state.key().type(), state.layers());
    }

    /** The same of some of its layers, bottom to top, whose definitions are all known. */
    Optional<Merged> of(ComponentType type, List<Layer> some) {
        return layers.merged(type, some);
    }

    private byte[] xml(Layer layer) {
        ContentHash xml = layer.content()
                .hash()
                .flatMap(tx.definitions()::find)
                .orElseThrow(() -> new IllegalStateException("No definition in the layer of " + layer.owner()))
                .xml();
        return definitions
                .content(xml)
                .orElseThrow(() -> new IllegalStateException("No content of the layer of " + layer.owner()));
    }
}
