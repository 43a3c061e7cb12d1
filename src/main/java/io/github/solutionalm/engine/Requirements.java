package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.RootCoverage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The required components of the manifest, by component; read once for many queries. */
final class Requirements {

    private final Map<ComponentKey, Requirement> byKey = new HashMap<>();

    /**
     * What is required.
     *
     * @param provided whether a solution has it that is taken to be there
     * @param owner the first solution that is named for it, if any
     */
    private record Requirement(boolean provided, Optional<Owner> owner) {
        Requirement and(Requirement later) {
            return new Requirement(provided || later.provided, owner.or(later::owner));
        }
    }

    private record Owner(int place, String solution) {}

    Requirements(List<MissingDependency> dependencies, EnvironmentView environment) {
        KnownSolutions installed = new KnownSolutions(environment);
        int place = 0;
        for (MissingDependency dependency : dependencies) {
            Owner owner = new Owner(
                    place++,
                    dependency
                            .required()
                            .solution()
                            .filter(solution -> !solution.isActive())
                            .map(RequiredSolution::uniqueName)
                            .orElse(""));
            Requirement requirement = new Requirement(
                    installed.provides(dependency),
                    Optional.of(owner).filter(named -> !named.solution().isEmpty()));
            DependencyCheck.keys(dependency).forEach(key -> byKey.merge(key, requirement, Requirement::and));
        }
    }

    /** Whether a root component is required from a solution that is taken to be there. */
    boolean areProvided(RootComponent root) {
        return of(root).anyMatch(Requirement::provided);
    }

    /** The solution that has a root component, as the manifest says first. */
    Optional<String> owner(RootComponent root) {
        return of(root).flatMap(requirement -> requirement.owner().stream())
                .min(Comparator.comparingInt(Owner::place))
                .map(Owner::solution);
    }

    private Stream<Requirement> of(RootComponent root) {
        return RootCoverage.keys(root).flatMap(key -> Optional.ofNullable(byKey.get(key)).stream());
    }
}
