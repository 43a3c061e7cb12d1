package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.mojo.artifacts.Coordinates;
import io.github.solutionalm.mojo.artifacts.DependencySet;
import io.github.solutionalm.mojo.artifacts.LowerVersion;
import io.github.solutionalm.mojo.artifacts.ProjectDependency;
import io.github.solutionalm.mojo.artifacts.ResolvedPackage;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.packaging.OpenedPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The dependencies of a project that are solution packages, in the order of their import.
 *
 * @param packages each after those that it needs
 * @param corrections where that is another order than that of the POMs
 * @param cycle the solutions that need each other
 * @param lowered those of which somebody wants a higher version
 */
public record DependencyPackages(
        List<Dependency> packages, List<String> corrections, List<String> cycle, List<LowerVersion> lowered) {

    public DependencyPackages {
        packages = List.copyOf(packages);
        corrections = List.copyOf(corrections);
        cycle = List.copyOf(cycle);
        lowered = List.copyOf(lowered);
    }

    /**
     * A dependency that is a package.
     *
     * @param declared what Maven says of it
     * @param manifest what the package says; empty if it is one, but can't be read
     */
    public record Dependency(ProjectDependency declared, Optional<SolutionManifest> manifest) {

        PackageSelection.Selected selected() {
            return new PackageSelection.Selected(
                    declared.found().file(),
                    Optional.empty(),
                    new PackageParameter(Coordinates.of(declared.found().artifact())),
                    Optional.of(declared.found().artifact()));
        }
    }

    /**
     * Looks which dependencies are packages. What is none is left out with a line.
     *
     * @param opened opens them, and is told which artifacts they are
     * @throws SolutionException if a file can't be read
     */
    static DependencyPackages of(DependencySet set, OpenPackages opened, Printout out) throws SolutionException {
        List<Dependency> found = new ArrayList<>();
        for (ProjectDependency dependency : set.dependencies()) {
            opened.know(dependency.found().file(), dependency.found().artifact());
            Optional<Dependency> read = read(dependency, opened);
            read.ifPresent(found::add);
            read.flatMap(one -> one.declared().found().remark()).ifPresent(out::warning);
            if (read.isEmpty()) {
                out.line(
                        "Ignored",
                        dependency.found().artifact().coordinates() + ": a dependency that is no solution"
                                + " package");
            }
        }
        PackageOrder order =
                PackageOrder.of(found.stream().map(Dependency::manifest).toList());
        List<LowerVersion> lowered = set.lowered().stream()
                .filter(lower -> found.stream().anyMatch(one -> isOf(one, lower)))
                .toList();
        return new DependencyPackages(order.sorted(found), order.corrections(), order.cycle(), lowered);
    }

    private static Optional<Dependency> read(ProjectDependency dependency, OpenPackages opened)
            throws SolutionException {
        try {
            ApplyRequest.Expected head = opened.head(dependency.found().file(), Optional.empty());
            return Optional.of(new Dependency(dependency, Optional.of(head.manifest())));
        } catch (RefusalException e) {
            // One that is damaged is not left out: its import says what is wrong with it.
            return OpenedPackage.isMeant(dependency.found().file())
                    ? Optional.of(new Dependency(dependency, Optional.empty()))
                    : Optional.empty();
        }
    }

    private static boolean isOf(Dependency one, LowerVersion lower) {
        return one.declared().found().artifact().groupId().equals(lower.groupId())
                && one.declared().found().artifact().artifactId().equals(lower.artifactId());
    }

    /** Prints what is remarkable of them. */
    void print(Printout out) {
        corrections.forEach(correction -> out.line("Order", correction));
        lowered.forEach(lower -> out.warning(lower.toString()));
        twice().forEach(out::warning);
        if (!cycle.isEmpty()) {
            out.warning("These solutions need each other, so that no order is right: " + String.join(", ", cycle)
                    + ". They are imported as the POM names them.");
        }
    }

    /** Whole sentences for each solution that several artifacts bring. For Maven these have nothing to do with each other. */
    private List<String> twice() {
        Map<String, List<Dependency>> bySolution = packages.stream()
                .filter(one -> !one.declared().isProvided() && one.manifest().isPresent())
                .collect(Collectors.groupingBy(
                        one -> UniqueName.key(one.manifest().get().uniqueName()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return bySolution.values().stream()
                .filter(several -> several.size() > 1)
                .map(several -> "Several dependencies bring the solution "
                        + several.get(0).manifest().orElseThrow().uniqueName() + ": "
                        + several.stream()
                                .map(one -> one.declared().found().artifact().coordinates())
                                .collect(Collectors.joining(", "))
                        + ". They are imported one after the other. If only one is meant, leave the others out with"
                        + " <exclusions>.")
                .toList();
    }

    /** Those that are imported; of the scope {@code test} only into embedded environments. */
    public List<PackageSelection.Selected> imported(boolean embedded) {
        return selected(one ->
                !one.declared().isProvided() && (embedded || !one.declared().isTest()));
    }

    /** Those that are installed before a rehearsal. */
    public List<ResolvedPackage> rehearsed() {
        return packages.stream()
                .filter(one -> !one.declared().isProvided())
                .map(one -> one.declared().found())
                .toList();
    }

    /** Those that the environment has to have already. */
    public List<Dependency> provided() {
        return packages.stream().filter(one -> one.declared().isProvided()).toList();
    }

    private List<PackageSelection.Selected> selected(Predicate<Dependency> filter) {
        return packages.stream().filter(filter).map(Dependency::selected).toList();
    }

    /** Those of the scope {@code test}. */
    List<Dependency> ofTests() {
        return packages.stream().filter(one -> one.declared().isTest()).toList();
    }
}
