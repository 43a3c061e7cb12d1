package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which declared dependencies the environment does not meet (docs/concepts.md, "Missing dependencies"): every required
 * component exists or is provided, in the solution named at that version or higher where that solution is installed.
 */
final class DependencyCheck {

    private DependencyCheck() {}

    /** The missing dependencies, each required component once, in the manifest's order. */
    static List<MissingDependency> missing(SolutionPackage solution, EnvironmentView environment) {
        Set<ComponentKey> present = new HashSet<>();
        solution.components().stream()
                .filter(component -> !component.isContext())
                .map(SolutionComponent::key)
                .forEach(present::add);
        KnownSolutions installed = new KnownSolutions(environment);
        Set<ComponentKey> tables = providedTables(solution, installed);
        List<MissingDependency> required = solution.manifest().missingDependencies().stream()
                .filter(dependency -> keys(dependency).noneMatch(present::contains))
                .filter(dependency -> !installed.provides(dependency))
                .filter(dependency ->
                        keys(dependency).noneMatch(key -> PlatformComponents.isPlatformColumnOf(key, tables::contains)))
                .toList();
        Set<ComponentKey> existing = PlatformComponents.existing(
                required.stream().flatMap(DependencyCheck::keys).toList(), environment);
        Map<ComponentKey, MissingDependency> missing = new LinkedHashMap<>();
        for (MissingDependency dependency : required) {
            if (keys(dependency).noneMatch(existing::contains) || installed.isOutdated(dependency)) {
                missing.putIfAbsent(dependency.required().key(), dependency);
            }
        }
        return List.copyOf(missing.values());
    }

    /** Tables that provided solutions bring, as far as the manifest tells of them. */
    private static Set<ComponentKey> providedTables(SolutionPackage solution, KnownSolutions installed) {
        return solution.manifest().missingDependencies().stream()
                .filter(dependency -> dependency.required().type().equals(ComponentType.ENTITY))
                .filter(dependency -> installed.provides(dependency))
                .map(dependency -> dependency.required().key())
                .collect(Collectors.toSet());
    }

    /** The keys that the required component may have. */
    static Stream<ComponentKey> keys(MissingDependency dependency) {
        return dependency.required().keys().stream()
                .map(key -> new ComponentKey(dependency.required().type(), key));
    }

    /** The platform's error, with the solutions to import first. */
    static Finding finding(SolutionManifest manifest, List<MissingDependency> missing, ImportOptions options) {
        return PlatformCode.MISSING_DEPENDENCIES.finding("The solution " + manifest.uniqueName() + " needs "
                + (missing.size() == 1 ? "a component" : missing.size() + " components")
                + " that the environment does not have, or only in another version. "
                + MissingAdvice.of(missing)
                + (options.missingDependencies() == ImportOptions.MissingDependencies.WARN
                        ? " missingDependencies=warn lets them pass; Dataverse would refuse the package."
                        : " If the environment gets them in another way, list their solutions in"
                                + " <providedSolutions>, or set missingDependencies to 'warn'."));
    }
}
