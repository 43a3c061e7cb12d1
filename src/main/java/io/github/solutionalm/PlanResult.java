package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.util.List;
import java.util.Optional;

/**
 * What an operation would do.
 *
 * @param goal the goal that asked
 * @param operation what would be carried out
 * @param outcome how it would end
 * @param environment where
 * @param file the package file; empty when a staged upgrade is applied whatever its package
 * @param manifest the package's manifest, or what is known of the staged upgrade; empty if it could not be read
 * @param solution unique name, as the manifest or the request has it; empty when neither does
 * @param previousVersion version of the solution that is installed
 * @param options how it was to be carried out
 * @param errors why it would be refused, for other reasons than blocked deletions; then there are no changes
 * @param blockers what stands in the way of its deletions, with what to do; empty when nothing does
 * @param objections what the build's gates hold against it; an import with the same gates is refused for them
 * @param warnings what the user should know
 * @param missingDependencies what the environment lacks, all of it
 * @param changes one per component
 * @param deferred what applying the upgrade would remove later, when this stages one
 * @param basis what it was made from
 */
public record PlanResult(
        String goal,
        Operation operation,
        Outcome outcome,
        EnvironmentId environment,
        Optional<PackageFile> file,
        Optional<SolutionManifest> manifest,
        String solution,
        Optional<String> previousVersion,
        ImportOptions options,
        List<Finding> errors,
        List<Finding> blockers,
        List<Finding> objections,
        List<Finding> warnings,
        List<MissingDependency> missingDependencies,
        List<ComponentChange> changes,
        List<ComponentChange> deferred,
        PlanBasis basis) {

    public PlanResult {
        errors = List.copyOf(errors);
        blockers = List.copyOf(blockers);
        objections = List.copyOf(objections);
        warnings = List.copyOf(warnings);
        missingDependencies = List.copyOf(missingDependencies);
        changes = List.copyOf(changes);
        deferred = List.copyOf(deferred);
    }

    /** Whether a deletion is blocked, so that the operation would be refused. */
    public boolean isBlocked() {
        return changes.stream().anyMatch(ComponentChange::isBlocked);
    }

    /** How many components change in this way. */
    public int count(Change change) {
        return (int) changes.stream().filter(c -> c.change() == change).count();
    }

    /** Workflows of the package that would stay off, since they were exported as drafts; by key. */
    public List<LeftOff> leftOff() {
        return LeftOff.of(changes, warnings);
    }

    /** How many changes another layer covers. */
    public int hidden() {
        return (int) changes.stream().filter(c -> c.hiddenBy().isPresent()).count();
    }
}
