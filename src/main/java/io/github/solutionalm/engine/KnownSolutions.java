package io.github.solutionalm.engine;

import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installed and provided solutions of an environment, read once for many queries. */
final class KnownSolutions implements InstalledSolutions {

    private final EnvironmentView environment;
    private final List<InstalledSolution> all;
    private final Map<String, InstalledSolution> byName = new HashMap<>();
    private final Map<String, Boolean> provided = new HashMap<>();
    private final Map<String, Optional<SolutionVersion>> versions = new HashMap<>();

    KnownSolutions(EnvironmentView environment) {
        this.environment = environment;
        this.all = environment.solutions();
        all.forEach(solution -> byName.put(UniqueName.key(solution.uniqueName()), solution));
    }

    @Override
    public Optional<InstalledSolution> solution(String uniqueName) {
        return Optional.ofNullable(byName.get(UniqueName.key(uniqueName)));
    }

    @Override
    public List<InstalledSolution> solutions() {
        return all;
    }

    /** Whether a solution has what is required that is taken to be there, and is not installed. */
    boolean provides(MissingDependency dependency) {
        return dependency
                .required()
                .solution()
                .filter(solution -> !solution.isActive())
                .map(RequiredSolution::uniqueName)
                .filter(name -> provided.computeIfAbsent(name, environment::isProvided)
                        && solution(name).isEmpty())
                .isPresent();
    }

    /** Whether the solution that has what is required is there in a lower version: a patch raises that of its base. */
    boolean isOutdated(MissingDependency dependency) {
        Optional<RequiredSolution> solution = dependency.required().solution();
        Optional<SolutionVersion> required = solution.flatMap(RequiredSolution::version);
        return required.isPresent()
                && solution(solution.get().uniqueName())
                        .map(InstalledSolution::uniqueName)
                        .flatMap(this::highestVersion)
                        .filter(version -> required.get().isHigherThan(version))
                        .isPresent();
    }

    /** What is staged counts as if it were applied. */
    private Optional<SolutionVersion> highestVersion(String solution) {
        return versions.computeIfAbsent(
                solution, name -> SolutionStack.of(name, this).highestVersion());
    }
}
