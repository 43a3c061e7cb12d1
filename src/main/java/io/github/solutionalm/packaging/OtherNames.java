package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of a package's components that are not their keys ({@link CatalogueRow#alias()}). Once all are known, references
 * by such a name are settled.
 */
final class OtherNames {

    private final Map<ComponentKey, ComponentKey> names = new HashMap<>();
    /** N:N relationships by the table that each of them is. */
    private final Map<String, ComponentKey> intersections = new HashMap<>();

    void add(ComponentKey component, String name) {
        ComponentKey other = new ComponentKey(References.otherNameOf(component.type()), name);
        names.put(other, component);
        if (component.type().equals(ComponentType.ENTITY_RELATIONSHIP)) {
            intersections.put(other.key(), component);
        }
    }

    /** The component with references to keys only: a name that nothing in the package has can't be told, and is none. */
    SolutionComponent settled(SolutionComponent component) {
        if (component.references().stream().allMatch(key -> settled(key).equals(Optional.of(key)))) {
            return component;
        }
        Set<ComponentKey> references = component.references().stream()
                .flatMap(key -> settled(key).stream())
                .filter(key -> !key.equals(component.key()))
                .collect(Collectors.toUnmodifiableSet());
        return component.referringTo(references);
    }

    private Optional<ComponentKey> settled(ComponentKey key) {
        if (References.isOtherName(key.type())) {
            return Optional.ofNullable(names.get(key));
        }
        return Optional.of(intersection(key).orElse(key));
    }

    /** A view that joins both sides of a relationship names its table, which is no component. */
    private Optional<ComponentKey> intersection(ComponentKey key) {
        if (intersections.isEmpty()) {
            return Optional.empty();
        }
        if (key.type().equals(ComponentType.ENTITY)) {
            return Optional.ofNullable(intersections.get(key.key()));
        }
        int dot = key.type().equals(ComponentType.ATTRIBUTE) ? key.key().indexOf('.') : 0;
        return dot > 0 ? Optional.ofNullable(intersections.get(key.key().substring(0, dot))) : Optional.empty();
    }
}
