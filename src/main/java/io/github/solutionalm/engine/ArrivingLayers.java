package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The layers that an operation adds: those of the package in an upgrade, none when a staged upgrade is applied.
 *
 * @param owner the solution that owns them
 * @param place the solution whose position in the stack they take
 * @param components the components by key, without those that the package only mentions
 * @param mentioned components that the new version lists without a definition: it keeps the old version's layer
 * @param overwritten components whose Active layer also receives the package's definition
 */
record ArrivingLayers(
        String owner,
        String place,
        Map<ComponentKey, SolutionComponent> components,
        Set<ComponentKey> mentioned,
        Set<ComponentKey> overwritten) {

    /** No layers, to apply a staged upgrade: its layers already exist. */
    static ArrivingLayers none(String owner, Set<ComponentKey> mentioned) {
        return new ArrivingLayers(owner, owner, Map.of(), mentioned, Set.of());
    }

    static ArrivingLayers of(
            String owner,
            String place,
            Collection<SolutionComponent> components,
            Set<ComponentKey> mentioned,
            Set<ComponentKey> overwritten) {
        Map<ComponentKey, SolutionComponent> byKey = new LinkedHashMap<>();
        components.stream()
                .filter(component -> !component.isContext())
                .forEach(component -> byKey.put(component.key(), component));
        return new ArrivingLayers(owner, place, byKey, mentioned, overwritten);
    }

    /** Whether the new version has the component, with a definition or without. */
    boolean has(ComponentKey key) {
        return components.containsKey(key) || mentioned.contains(key);
    }

    Optional<SolutionComponent> of(ComponentKey key) {
        return Optional.ofNullable(components.get(key));
    }
}
