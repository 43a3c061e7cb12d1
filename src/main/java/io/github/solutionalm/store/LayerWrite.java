package io.github.solutionalm.store;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Definition;
import java.util.Optional;
import java.util.Set;

/**
 * A component as one owner's layer is to show it: what {@link LayerTable#write} writes.
 *
 * @param key the component
 * @param name display name; may be empty
 * @param parent what it is a part of
 * @param definition its content; XML and files must have been written to {@link ContentTable} before
 * @param references what the definition refers to
 * @param published whether the component is published from now on
 * @param state whether it is on from now on, for what can be on or off
 */
public record LayerWrite(
        ComponentKey key,
        String name,
        Optional<ComponentKey> parent,
        Definition definition,
        Set<ComponentKey> references,
        boolean published,
        Optional<ActivationState> state) {

    public LayerWrite {
        references = Set.copyOf(references);
    }
}
