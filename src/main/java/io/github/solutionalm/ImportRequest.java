package io.github.solutionalm;

import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks for the import of one package.
 *
 * @param goal the goal on whose behalf, such as {@code import}; kept in the import job
 * @param file the package: .zip, .cab or an unzipped folder
 * @param sha256 the content that the file must have, 64 hexadecimal digits; empty: any content
 * @param options how to import it
 * @param savedPlan the plan that the import must keep to exactly; empty: no particular plan
 * @param settings deployment settings for the package; empty when nobody gave any
 * @param artifact the Maven artifact that the file is; empty when it was named by its path
 */
public record ImportRequest(
        String goal,
        Path file,
        Optional<String> sha256,
        ImportOptions options,
        Optional<SavedPlan> savedPlan,
        Optional<DeploymentSettings> settings,
        Optional<PackageArtifact> artifact)
        implements OperationRequest {

    /** An import that keeps to no saved plan. */
    public ImportRequest(String goal, Path file, Optional<String> sha256, ImportOptions options) {
        this(goal, file, sha256, options, Optional.empty());
    }

    /** An import without deployment settings. */
    public ImportRequest(
            String goal, Path file, Optional<String> sha256, ImportOptions options, Optional<SavedPlan> savedPlan) {
        this(goal, file, sha256, options, savedPlan, Optional.empty(), Optional.empty());
    }

    @Override
    public ImportRequest keepingTo(SavedPlan plan) {
        return new ImportRequest(goal, file, sha256, options, Optional.of(plan), settings, artifact);
    }

    @Override
    public Optional<Path> importedFile() {
        return Optional.of(file);
    }

    @Override
    public Optional<PackageFile> packageFile() {
        return Optional.of(new PackageFile(file.toString(), "unknown", size(), "", Optional.empty(), artifact));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // opening it says what is wrong with it
        }
    }

    @Override
    public String solution() {
        return "";
    }

    @Override
    public OperationSubject subject(EnvironmentId environment) {
        return new OperationSubject(goal, environment, packageFile(), Optional.empty(), "", Optional.empty(), options);
    }

    @Override
    public String description() {
        return goal + " of " + file.getFileName();
    }

    @Override
    public ImportResult carryOut(SolutionEnvironment environment, ImportListener listener) throws SolutionException {
        return environment.importSolution(this, listener);
    }

    /** This request with these deployment settings. */
    public ImportRequest with(Optional<DeploymentSettings> others) {
        return new ImportRequest(goal, file, sha256, options, savedPlan, others, artifact);
    }

    /** This request with another action. */
    public ImportRequest with(ImportOptions.Action action) {
        return new ImportRequest(goal, file, sha256, options.withAction(action), savedPlan, settings, artifact);
    }

    /** This request, whose file is an artifact. */
    public ImportRequest of(Optional<PackageArtifact> found) {
        return new ImportRequest(goal, file, sha256, options, savedPlan, settings, found);
    }
}
