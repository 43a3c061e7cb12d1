package io.github.solutionalm;

import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks to apply one staged upgrade (docs/concepts.md, "Stage and apply").
 *
 * @param goal the goal on whose behalf, such as {@code apply-upgrade}; kept in the import job
 * @param solution unique name of the base solution
 * @param expectedPackage the package whose staged upgrade is applied; empty: whatever is staged
 * @param options how to apply it
 * @param savedPlan the plan that it must keep to exactly; empty: no particular plan
 */
public record ApplyRequest(
        String goal,
        String solution,
        Optional<Expected> expectedPackage,
        ImportOptions options,
        Optional<SavedPlan> savedPlan)
        implements OperationRequest {

    /** Applies whatever is staged, and keeps to no saved plan. */
    public ApplyRequest(String goal, String solution, ImportOptions options) {
        this(goal, solution, Optional.empty(), options, Optional.empty());
    }

    @Override
    public ApplyRequest keepingTo(SavedPlan plan) {
        return new ApplyRequest(goal, solution, expectedPackage, options, Optional.of(plan));
    }

    @Override
    public Optional<Path> importedFile() {
        return Optional.empty();
    }

    @Override
    public Optional<PackageFile> packageFile() {
        return expectedPackage.map(Expected::file);
    }

    /** Empty: a staged upgrade took them when it was staged. */
    @Override
    public Optional<DeploymentSettings> settings() {
        return Optional.empty();
    }

    @Override
    public OperationSubject subject(EnvironmentId environment) {
        Optional<SolutionManifest> manifest = expectedPackage.map(Expected::manifest);
        return new OperationSubject(
                goal,
                environment,
                packageFile(),
                manifest,
                manifest.map(SolutionManifest::uniqueName).orElse(solution),
                Optional.empty(),
                options);
    }

    @Override
    public String description() {
        return goal + " of " + solution;
    }

    @Override
    public ImportResult carryOut(SolutionEnvironment environment, ImportListener listener) throws SolutionException {
        return environment.applyUpgrade(this, listener);
    }

    /**
     * A package whose staged upgrade is meant.
     *
     * @param file the package file
     * @param manifest what it says about itself
     */
    public record Expected(PackageFile file, SolutionManifest manifest) {}
}
