package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The layers that come while others leave: those of the package in an upgrade, none when a staged one is applied.
 *
 * @param owner whose layers they are
 * @param place the solution in whose place of the stack they come
 * @param components the components by key, without those that the package only mentions
 * @param mentioned what the new version has without a definition of its own: it keeps what the old one had of it
 * @param overwritten the components whose Active layer gets the package's definition too
 */
record ArrivingLayers(
        String owner,
        String place,
        Map<ComponentKey, SolutionComponent> components,
        Set<ComponentKey> mentioned,
        Set<ComponentKey> overwritten) {

    /** Of a staged upgrade: its layers are there already. */
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
