package io.github.solutionalm;

import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.util.Optional;

/**
 * What an operation is about.
 *
 * @param goal the goal that asked
 * @param environment where
 * @param file the package file; empty when a staged upgrade is applied whatever its package
 * @param manifest the package's manifest, if the package could be read that far; of a staged upgrade what is known of it
 * @param solution unique name, as the manifest or the request has it; empty when neither does
 * @param previousVersion version of the solution that was installed before, if any
 * @param options how it was to be carried out
 */
public record OperationSubject(
        String goal,
        EnvironmentId environment,
        Optional<PackageFile> file,
        Optional<SolutionManifest> manifest,
        String solution,
        Optional<String> previousVersion,
        ImportOptions options) {

    /** This subject, once the package file is open and hashed. */
    public OperationSubject opened(PackageFile opened) {
        return new OperationSubject(
                goal, environment, Optional.of(opened), manifest, solution, previousVersion, options);
    }

    /** This subject, once the manifest is read. */
    public OperationSubject read(SolutionManifest read) {
        return new OperationSubject(
                goal, environment, file, Optional.of(read), read.uniqueName(), previousVersion, options);
    }

    /** This subject, once the environment was asked which version it holds. */
    public OperationSubject over(Optional<String> version) {
        return new OperationSubject(goal, environment, file, manifest, solution, version, options);
    }
}
