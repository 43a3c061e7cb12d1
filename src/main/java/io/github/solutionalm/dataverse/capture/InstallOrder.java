package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.EnvironmentSnapshot.Component;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The install order of solutions, by which their layers lie. An environment gives times in seconds: of those that were installed
 * at one time, the layers of a component that both have tell which came first.
 */
final class InstallOrder {

    private final List<InstalledSolution> solutions;
    private final Map<String, InstalledSolution> byName = new HashMap<>();
    /** By the key of the name: those that were seen to lie over it. */
    private final Map<String, Set<String>> above = new HashMap<>();

    InstallOrder(List<InstalledSolution> solutions) {
        this.solutions = solutions;
        solutions.forEach(solution -> byName.put(UniqueName.key(solution.uniqueName()), solution));
    }

    /** Whether the order of a component's layers is not told by the times. */
    boolean isUnclear(Component component) {
        if (component == null) {
            return false;
        }
        Set<Object> times = new HashSet<>();
        return component.layers().stream()
                .map(owner -> byName.get(UniqueName.key(owner)))
                .filter(solution -> solution != null)
                .anyMatch(solution -> !times.add(solution.installedOn()));
    }

    /** Notes the owners of layers, bottom to top, as they were read. */
    void seen(List<String> owners) {
        for (int i = 0; i < owners.size(); i++) {
            Set<String> over = above.computeIfAbsent(UniqueName.key(owners.get(i)), key -> new HashSet<>());
            owners.subList(i + 1, owners.size()).forEach(owner -> over.add(UniqueName.key(owner)));
        }
    }

    /** The solutions in install order. */
    List<InstalledSolution> settled() {
        List<InstalledSolution> settled = new ArrayList<>();
        for (InstalledSolution solution : solutions) {
            int place = settled.size();
            while (place > 0
                    && settled.get(place - 1).installedOn().equals(solution.installedOn())
                    && isOver(settled.get(place - 1), solution)) {
                place--;
            }
            settled.add(place, solution);
        }
        return settled;
    }

    private boolean isOver(InstalledSolution upper, InstalledSolution lower) {
        return above.getOrDefault(UniqueName.key(lower.uniqueName()), Set.of())
                .contains(UniqueName.key(upper.uniqueName()));
    }
}
