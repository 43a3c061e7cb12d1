package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operation did, or why it did nothing. All reports are written from it.
 *
 * @param goal the goal that asked
 * @param operation what was carried out, or would have been
 * @param outcome how it ended
 * @param environment where
 * @param file the package file; empty when a staged upgrade is applied whatever its package
 * @param manifest the package's manifest, if the package could be read that far; of a staged upgrade what is known of it
 * @param solution unique name, as the manifest or the request has it; empty when neither does
 * @param previousVersion version of the solution before, if it was installed
 * @param options how it was to be imported
 * @param importJobId GUID of the import job; empty when the environment has none of it
 * @param startedOn when it started
 * @param completedOn when it ended
 * @param progress percent done, 0 to 100
 * @param errors why it failed; empty when it did not
 * @param warnings what the user should know, although it did not fail
 * @param missingDependencies what the environment lacks, all of it
 * @param components one entry per component, sorted by type and key
 * @param languages LCIDs that the package has texts in
 * @param hidden how many changes do not show, since another layer covers them
 * @param unpublished how many components wait for {@code publish} since this import
 * @param documents what the environment itself wrote about it
 * @param leftOff workflows of the package that stay off, since they were exported as drafts; by key
 */
public record ImportResult(
        String goal,
        Operation operation,
        Outcome outcome,
        EnvironmentId environment,
        Optional<PackageFile> file,
        Optional<SolutionManifest> manifest,
        String solution,
        Optional<String> previousVersion,
        ImportOptions options,
        Optional<String> importJobId,
        Instant startedOn,
        Instant completedOn,
        double progress,
        List<Finding> errors,
        List<Finding> warnings,
        List<MissingDependency> missingDependencies,
        List<ComponentResult> components,
        List<Integer> languages,
        int hidden,
        int unpublished,
        JobDocuments documents,
        List<LeftOff> leftOff) {

    public ImportResult {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        missingDependencies = List.copyOf(missingDependencies);
        components = List.copyOf(components);
        languages = List.copyOf(languages);
        leftOff = List.copyOf(leftOff);
    }

    /** Of an environment that leaves the documents to the reports. */
    public ImportResult(
            String goal,
            Operation operation,
            Outcome outcome,
            EnvironmentId environment,
            Optional<PackageFile> file,
            Optional<SolutionManifest> manifest,
            String solution,
            Optional<String> previousVersion,
            ImportOptions options,
            Optional<String> importJobId,
            Instant startedOn,
            Instant completedOn,
            double progress,
            List<Finding> errors,
            List<Finding> warnings,
            List<MissingDependency> missingDependencies,
            List<ComponentResult> components,
            List<Integer> languages,
            int hidden,
            int unpublished) {
        this(
                goal,
                operation,
                outcome,
                environment,
                file,
                manifest,
                solution,
                previousVersion,
                options,
                importJobId,
                startedOn,
                completedOn,
                progress,
                errors,
                warnings,
                missingDependencies,
                components,
                languages,
                hidden,
                unpublished,
                JobDocuments.NONE,
                List.of());
    }

    /** Of an operation on a package, which alone says what solution it is about. */
    public ImportResult(
            String goal,
            Operation operation,
            Outcome outcome,
            EnvironmentId environment,
            Optional<PackageFile> file,
            Optional<SolutionManifest> manifest,
            Optional<String> previousVersion,
            ImportOptions options,
            Optional<String> importJobId,
            Instant startedOn,
            Instant completedOn,
            double progress,
            List<Finding> errors,
            List<Finding> warnings,
            List<MissingDependency> missingDependencies,
            List<ComponentResult> components,
            List<Integer> languages,
            int hidden,
            int unpublished) {
        this(
                goal,
                operation,
                outcome,
                environment,
                file,
                manifest,
                manifest.map(SolutionManifest::uniqueName).orElse(""),
                previousVersion,
                options,
                importJobId,
                startedOn,
                completedOn,
                progress,
                errors,
                warnings,
                missingDependencies,
                components,
                languages,
                hidden,
                unpublished);
    }

    /** The same, with what stays off. */
    public ImportResult withLeftOff(List<LeftOff> drafts) {
        return new ImportResult(
                goal,
                operation,
                outcome,
                environment,
                file,
                manifest,
                solution,
                previousVersion,
                options,
                importJobId,
                startedOn,
                completedOn,
                progress,
                errors,
                warnings,
                missingDependencies,
                components,
                languages,
                hidden,
                unpublished,
                documents,
                drafts);
    }

    /** How many components the operation changes in this way. */
    public int count(Change change) {
        return (int) components.stream().filter(c -> c.change() == change).count();
    }

    /** How many components ended with this status. */
    public int count(ComponentResult.Status status) {
        return (int) components.stream().filter(c -> c.status() == status).count();
    }
}
