package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.model.ComponentKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds listed components by the keys of packages. */
public final class ComponentIndex {

    private final Map<ComponentKey, ListedComponent> byKey = new HashMap<>();

    public ComponentIndex(Collection<ListedComponent> components) {
        components.forEach(component -> component.keys().forEach(key -> byKey.putIfAbsent(key, component)));
    }

    /** The component that a package knows by this key; empty when none is listed. */
    public Optional<ListedComponent> find(ComponentKey key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
