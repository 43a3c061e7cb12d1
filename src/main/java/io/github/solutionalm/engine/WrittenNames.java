package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SolutionComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways to write a reference to a component, to find references that lose their target: a table is referred to by
 * its own name and by its entity set's, a web resource by name and by id. A reference blocks the deletion of what it names
 * as long as nothing else has the same name.
 */
final class WrittenNames {

    private final Map<ComponentKey, Set<ComponentKey>> going = new HashMap<>();

    private WrittenNames() {}

    /**
     * The names of what is to go.
     *
     * @param keys components that are to go
     * @param arrivals what comes at the same time, and may answer to the same names
     */
    static WrittenNames of(Set<ComponentKey> keys, EnvironmentView environment, ArrivingLayers arrivals) {
        WrittenNames names = new WrittenNames();
        keys.forEach(key -> names.add(key, key));
        Map<ComponentKey, Set<ComponentKey>> others = environment.namesOf(keys);
        others.forEach((key, all) -> all.forEach(name -> names.add(name, key)));
        names.removeAnswered(keys, environment, arrivals);
        return names;
    }

    private void add(ComponentKey written, ComponentKey component) {
        going.computeIfAbsent(written, name -> new TreeSet<>()).add(component);
    }

    /** A component that remains or that the package brings may have the same name. */
    private void removeAnswered(Set<ComponentKey> keys, EnvironmentView environment, ArrivingLayers arrivals) {
        Set<ComponentKey> others = new HashSet<>(going.keySet());
        others.removeAll(keys);
        if (others.isEmpty()) {
            return;
        }
        Set<ComponentKey> answered =
                new HashSet<>(environment.components(others).keySet());
        environment.bearing(others).forEach((name, bearers) -> {
            if (!keys.containsAll(bearers)) {
                answered.add(name);
            }
        });
        for (SolutionComponent arriving : arrivals.components().values()) {
            answered.add(arriving.key());
            answered.addAll(arriving.names());
        }
        going.keySet().removeIf(name -> answered.contains(name) && !keys.contains(name));
    }

    /** All ways in which a reference to one of them may be written. */
    Set<ComponentKey> all() {
        return going.keySet();
    }

    /** The components that a reference so written would lose; none where it keeps a target. */
    Set<ComponentKey> targets(ComponentKey written) {
        return going.getOrDefault(written, Set.of());
    }
}
