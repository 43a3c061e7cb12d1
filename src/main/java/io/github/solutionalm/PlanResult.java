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
 * @param subject what it is about
 * @param operation what would be carried out
 * @param outcome how it would end
 * @param findings what is wrong with it
 * @param changes one per component; none when the operation would be refused for other reasons than blocked deletions
 * @param deferred what applying the upgrade would remove later, when this stages one
 * @param basis what it was made from
 */
public record PlanResult(
        OperationSubject subject,
        Operation operation,
        Outcome outcome,
        Findings findings,
        List<ComponentChange> changes,
        List<ComponentChange> deferred,
        PlanBasis basis) {

    /**
     * What is wrong with an operation that is planned.
     *
     * @param errors why it would be refused, for other reasons than blocked deletions
     * @param blockers what stands in the way of its deletions, with what to do; empty when nothing does
     * @param objections what the build's gates find in it; an import with the same gates is refused for them
     * @param warnings what the user should know
     * @param missingDependencies what the environment lacks, all of it
     */
    public record Findings(
            List<Finding> errors,
            List<Finding> blockers,
            List<Finding> objections,
            List<Finding> warnings,
            List<MissingDependency> missingDependencies) {

        public Findings {
            errors = List.copyOf(errors);
            blockers = List.copyOf(blockers);
            objections = List.copyOf(objections);
            warnings = List.copyOf(warnings);
            missingDependencies = List.copyOf(missingDependencies);
        }
    }

    public PlanResult {
        changes = List.copyOf(changes);
        deferred = List.copyOf(deferred);
    }

    public String goal() {
        return subject.goal();
    }

    public EnvironmentId environment() {
        return subject.environment();
    }

    public Optional<PackageFile> file() {
        return subject.file();
    }

    public Optional<SolutionManifest> manifest() {
        return subject.manifest();
    }

    public String solution() {
        return subject.solution();
    }

    public Optional<String> previousVersion() {
        return subject.previousVersion();
    }

    public ImportOptions options() {
        return subject.options();
    }

    public List<Finding> errors() {
        return findings.errors();
    }

    public List<Finding> blockers() {
        return findings.blockers();
    }

    public List<Finding> objections() {
        return findings.objections();
    }

    public List<Finding> warnings() {
        return findings.warnings();
    }

    public List<MissingDependency> missingDependencies() {
        return findings.missingDependencies();
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
        return LeftOff.of(changes, warnings());
    }

    /** How many changes another layer covers. */
    public int hidden() {
        return (int) changes.stream().filter(c -> c.hiddenBy().isPresent()).count();
    }
}
