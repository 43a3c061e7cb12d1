package io.github.solutionalm.model;

import java.util.List;
import java.util.Optional;

/**
 * A component as an environment holds it.
 *
 * @param key its identity
 * @param name display name; may be empty
 * @param parent what it is a part of
 * @param layers bottom to top: System, managed solutions in install order (a base, its patches, its holding solution),
 *     Active
 * @param published whether its changes are available
 * @param state whether it is on, for what can be on or off
 */
public record ComponentState(
        ComponentKey key,
        String name,
        Optional<ComponentKey> parent,
        List<Layer> layers,
        boolean published,
        Optional<ActivationState> state) {

    public ComponentState {
        layers = List.copyOf(layers);
    }

    /** The layer of an owner, if it has one. */
    public Optional<Layer> layerOf(String owner) {
        return layers.stream()
                .filter(layer -> layer.owner().equalsIgnoreCase(owner))
                .findFirst();
    }
}
