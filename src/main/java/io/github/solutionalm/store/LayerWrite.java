package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import java.util.Set;

/**
 * A component as one owner's layer is to show it: what {@link LayerTable#write} writes.
 *
 * @param key the component
 * @param label display name, parent and state in this layer
 * @param definition its content; XML and files must have been written to {@link ContentTable} before
 * @param origin how the definition came; a basis must have been written to {@link ContentTable} before
 * @param references what the definition refers to, as it is written there
 * @param names other names by which others refer to the component
 * @param published whether the component is published from now on
 */
public record LayerWrite(
        ComponentKey key,
        Layer.Label label,
        Definition definition,
        Layer.Origin origin,
        Set<ComponentKey> references,
        Set<ComponentKey> names,
        boolean published) {

    public LayerWrite {
        references = Set.copyOf(references);
        names = Set.copyOf(names);
    }
}
