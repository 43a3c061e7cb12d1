package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a package differs from another one, or from what is installed.
 *
 * @param file the package
 * @param manifest its manifest
 * @param against what it is compared with
 * @param unchanged how many components say the same on both sides
 * @param differences the others, sorted by type and key
 */
public record SolutionDiff(
        PackageFile file, SolutionManifest manifest, Against against, int unchanged, List<Difference> differences) {

    private static final Set<Change> DIFFERENT = EnumSet.of(Change.ADD, Change.CHANGE, Change.DELETE, Change.UNLAYER);

    public SolutionDiff {
        differences = differences.stream()
                .sorted(Comparator.comparing(Difference::key))
                .toList();
    }

    /**
     * What a package is compared with: another one, or what an environment has of its solution.
     *
     * @param file the other package
     * @param environment the environment; empty if it is a package
     * @param version the version there; empty if the solution is not installed
     */
    public record Against(Optional<PackageFile> file, Optional<EnvironmentId> environment, Optional<String> version) {}

    /**
     * A component that differs.
     *
     * @param name display name; may be empty
     * @param change {@code ADD}, {@code CHANGE} or {@code DELETE}; {@code UNLAYER} of what an environment has from others too
     * @param details what changes inside
     */
    public record Difference(ComponentKey key, String name, Change change, List<ChangeDetail> details) {

        public Difference {
            details = List.copyOf(details);
        }
    }

    /** What an upgrade to the package would change, as a comparison with what is installed. */
    public static SolutionDiff of(PlanResult plan) {
        return new SolutionDiff(
                plan.file().orElseThrow(),
                plan.manifest().orElseThrow(),
                new Against(Optional.empty(), Optional.of(plan.environment()), plan.previousVersion()),
                plan.count(Change.UNCHANGED),
                plan.changes().stream()
                        .filter(change -> DIFFERENT.contains(change.change()))
                        .map(change -> new Difference(change.key(), change.name(), change.change(), change.details()))
                        .toList());
    }

    /** How many components differ in this way. */
    public int count(Change change) {
        return (int) differences.stream()
                .filter(difference -> difference.change() == change)
                .count();
    }
}
