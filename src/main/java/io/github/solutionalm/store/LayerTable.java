package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Definition;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The layers of the components. An owner is the unique name of a solution, {@link io.github.solutionalm.model.Layer#SYSTEM}
 * or {@link io.github.solutionalm.model.Layer#ACTIVE}.
 */
public final class LayerTable {

    LayerTable() {}

    /** The components that have a layer of this owner. */
    public Set<ComponentKey> keysOf(String owner) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes one owner's layers, in batches while the iterable is run through once: each replaces what the owner has of the
     * component. Components that are not there are made; those that are get name, parent, published and state as given.
     */
    public void write(String owner, Iterable<LayerWrite> layers) {
        throw new UnsupportedOperationException();
    }

    /** Removes an owner's layers of these components. The components stay, even without a layer. */
    public void remove(String owner, Collection<ComponentKey> keys) {
        throw new UnsupportedOperationException();
    }

    /** The definition in one layer; empty if there is no such layer, and for System. */
    public Optional<Definition> definition(ComponentKey key, String owner) {
        throw new UnsupportedOperationException();
    }

    /** The definition in the top layer that has one, whatever the type. */
    public Optional<Definition> topDefinition(ComponentKey key) {
        throw new UnsupportedOperationException();
    }
}
