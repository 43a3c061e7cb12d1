package io.github.solutionalm.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A component as an environment holds it.
 *
 * @param key its identity
 * @param label what is known of it where no layer tells
 * @param layers bottom to top: System, managed solutions in install order (a base, its patches, its holding solution),
 *     Active
 * @param published whether its changes are available
 */
public record ComponentState(ComponentKey key, Layer.Label label, List<Layer> layers, boolean published) {

    public ComponentState {
        layers = List.copyOf(layers);
    }

    /** Display name, as the top layer that has one gives it; may be empty. */
    public String name() {
        return shown(layer -> Optional.of(layer.name()).filter(name -> !name.isEmpty()))
                .orElse("");
    }

    /** The component that it is a part of, as the top layer says. */
    public Optional<ComponentKey> parent() {
        return shown(Layer.Label::parent);
    }

    /** Whether it is on, for what can be on or off, as the top layer gives it. */
    public Optional<ActivationState> state() {
        return shown(Layer.Label::state);
    }

    private <T> Optional<T> shown(Function<Layer.Label, Optional<T>> value) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Optional<T> found = value.apply(layers.get(i).label());
            if (found.isPresent()) {
                return found;
            }
        }
        return layers.isEmpty() ? value.apply(label) : Optional.empty();
    }

    /** This component with these layers alone. */
    public ComponentState with(List<Layer> others) {
        return new ComponentState(key, label, others, published);
    }

    /** The layer of an owner, if it has one. */
    public Optional<Layer> layerOf(String owner) {
        return layers.stream()
                .filter(layer -> UniqueName.same(layer.owner(), owner))
                .findFirst();
    }
}
