package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.DependencyInspection;
import io.github.solutionalm.DependencyInspection.Checked;
import io.github.solutionalm.DependencyInspection.Dependency;
import io.github.solutionalm.DependencyInspection.Kind;
import io.github.solutionalm.DependencyInspection.Problem;
import io.github.solutionalm.DependencyInspection.Requirement;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.mojo.artifacts.LowerVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what packages require against what the dependencies of the project bring, and finds all that does not fit at once.
 *
 * @param brought what the dependencies bring
 * @param lowered those of which somebody wants a higher version
 * @param provides whether environments have a solution by themselves
 * @param failOnUnused whether a dependency that nothing requires fails the build
 */
public record RequirementCheck(
        List<Dependency> brought, List<LowerVersion> lowered, Predicate<String> provides, boolean failOnUnused) {

    /** A package that the platform or the build names by its unique name, in any case. */
    private static boolean isNamed(SolutionManifest manifest, String name) {
        return UniqueName.same(manifest.uniqueName(), name);
    }

    /**
     * Checks the packages of a project.
     *
     * @param unusedToo whether to look for dependencies that nothing requires: not when they are themselves what is checked
     */
    public DependencyInspection check(List<ApplyRequest.Expected> packages, boolean unusedToo) {
        List<Checked> checked = packages.stream()
                .map(one -> new Checked(one.file(), one.manifest(), requirements(one.manifest())))
                .toList();
        List<SolutionManifest> own =
                packages.stream().map(ApplyRequest.Expected::manifest).toList();
        List<Problem> problems = new ArrayList<>();
        for (Checked one : checked) {
            problems.addAll(unmet(one, own));
        }
        lowered.forEach(lower ->
                problems.add(new Problem(Kind.LOWERED, lower.groupId() + ":" + lower.artifactId(), lower.toString())));
        for (Checked one : checked) {
            problems.addAll(active(one.manifest()));
        }
        if (unusedToo) {
            problems.addAll(unused(own));
        }
        problems.addAll(cycles(own));
        return new DependencyInspection(checked, brought, problems);
    }

    /** What a manifest requires of solutions that are not unmanaged, by name; the highest version that it says of each. */
    private List<Requirement> requirements(SolutionManifest manifest) {
        Map<String, List<MissingDependency.RequiredSolution>> required = manifest.missingDependencies().stream()
                .flatMap(missing -> missing.required().solution().stream())
                .filter(solution -> !solution.isActive())
                .filter(solution -> !isNamed(manifest, solution.uniqueName()))
                .collect(Collectors.groupingBy(
                        solution -> solution.uniqueName().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        return required.values().stream()
                .map(all -> new Requirement(
                        all.get(0).uniqueName(),
                        all.stream()
                                .flatMap(solution -> solution.version().stream())
                                .max(Comparator.naturalOrder()),
                        all.size(),
                        best(all.get(0).uniqueName()).map(Dependency::artifact)))
                .toList();
    }

    private Optional<Dependency> best(String solution) {
        return brought.stream()
                .filter(one -> isNamed(one.manifest(), solution))
                .max(Comparator.comparing(one -> one.manifest().version()));
    }

    private List<Problem> unmet(Checked checked, List<SolutionManifest> own) {
        List<Problem> problems = new ArrayList<>();
        String name = checked.manifest().uniqueName() + " " + checked.manifest().version();
        Optional<String> base = checked.manifest().patchOf();
        if (base.isPresent()) {
            base(checked.manifest(), base.get(), own).ifPresent(problems::add);
        }
        for (Requirement requirement : checked.requirements()) {
            boolean here =
                    own.stream().anyMatch(one -> isNamed(one, requirement.solution()) && meets(one, requirement));
            boolean isBase = base.filter(of -> UniqueName.same(of, requirement.solution()))
                    .isPresent();
            if (here || isBase || provides.test(requirement.solution())) {
                continue;
            }
            Optional<Dependency> best = best(requirement.solution());
            String needs = name + " needs " + requirement.solution()
                    + requirement
                            .version()
                            .map(version -> " " + version + " or higher")
                            .orElse("") + " ("
                    + requirement.components() + (requirement.components() == 1 ? " component" : " components")
                    + "), but ";
            if (best.isEmpty()) {
                problems.add(new Problem(
                        Kind.MISSING,
                        requirement.solution(),
                        needs + "no dependency of the POM brings it. Add its artifact to <dependencies>, with"
                                + " <type>zip</type>, and the scope provided if environments have it already; if it has no"
                                + " artifact, name it in <providedSolutions>."));
            } else if (!meets(best.get().manifest(), requirement)) {
                problems.add(new Problem(
                        Kind.TOO_LOW,
                        requirement.solution(),
                        needs + best.get().artifact().coordinates() + " brings "
                                + best.get().manifest().version() + ". Raise its version in the POM, or export the"
                                + " package from an environment that has no higher one."));
            }
        }
        return problems;
    }

    private static boolean meets(SolutionManifest manifest, Requirement requirement) {
        return requirement.version().stream().noneMatch(version -> version.isHigherThan(manifest.version()));
    }

    private Optional<Problem> base(SolutionManifest patch, String base, List<SolutionManifest> own) {
        List<SolutionVersion> versions = Stream.concat(
                        own.stream(), brought.stream().map(Dependency::manifest))
                .filter(one -> isNamed(one, base))
                .map(SolutionManifest::version)
                .toList();
        if (versions.stream().anyMatch(patch.version()::sameMajorMinor)) {
            return Optional.empty();
        }
        String wanted = patch.version().major() + "." + patch.version().minor();
        return Optional.of(new Problem(
                Kind.PATCH_WITHOUT_BASE,
                base,
                patch.uniqueName() + " " + patch.version() + " is a patch of " + base + " " + wanted + ", but "
                        + (versions.isEmpty()
                                ? "no dependency of the POM brings that solution"
                                : "the POM brings it in the version " + versions.get(0))
                        + ". Add " + base + " " + wanted + " to <dependencies>, with <type>zip</type>, and the scope"
                        + " provided if environments have it already."));
    }

    private static List<Problem> active(SolutionManifest manifest) {
        List<MissingDependency> active = manifest.missingDependencies().stream()
                .filter(missing -> missing.required()
                        .solution()
                        .filter(MissingDependency.RequiredSolution::isActive)
                        .isPresent())
                .toList();
        if (active.isEmpty()) {
            return List.of();
        }
        return List.of(new Problem(
                Kind.ACTIVE,
                manifest.uniqueName(),
                manifest.uniqueName() + " " + manifest.version() + " needs what was unmanaged where it was exported, so"
                        + " that no solution brings it: "
                        + active.get(0).required().key()
                        + (active.size() == 1 ? "" : " and " + (active.size() - 1) + " more")
                        + ". Add it to a solution, or remove what uses it: "
                        + active.get(0).dependent().key() + "."));
    }

    private List<Problem> unused(List<SolutionManifest> own) {
        List<Problem> unused = new ArrayList<>();
        for (Dependency one : brought) {
            if (one.direct() && !one.scope().equals("test") && own.stream().noneMatch(some -> uses(some, one))) {
                unused.add(new Problem(
                        Kind.UNUSED,
                        failOnUnused,
                        one.manifest().uniqueName(),
                        one.artifact().coordinates() + " is a dependency, but nothing requires "
                                + one.manifest().uniqueName() + ". Remove it from <dependencies>, or give it the scope"
                                + " test if only rehearsals need it."));
            }
        }
        return unused;
    }

    private boolean uses(SolutionManifest manifest, Dependency dependency) {
        // A patch is used by whoever uses its base.
        String name =
                dependency.manifest().patchOf().orElse(dependency.manifest().uniqueName());
        return manifest.patchOf().filter(base -> UniqueName.same(base, name)).isPresent()
                || requirements(manifest).stream().anyMatch(required -> UniqueName.same(required.solution(), name));
    }

    private List<Problem> cycles(List<SolutionManifest> own) {
        List<String> cycle = PackageOrder.of(
                        Stream.concat(own.stream(), brought.stream().map(Dependency::manifest))
                                .map(Optional::of)
                                .toList())
                .cycle();
        return cycle.isEmpty()
                ? List.of()
                : List.of(new Problem(
                        Kind.CYCLE,
                        String.join(", ", cycle),
                        "These solutions need each other, so that none can be imported first into an environment that has"
                                + " none of them: " + String.join(", ", cycle)
                                + ". Move what they share into a solution of its own."));
    }
}
