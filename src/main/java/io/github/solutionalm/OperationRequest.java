package io.github.solutionalm;

import io.github.solutionalm.model.PackageFile;
import java.nio.file.Path;
import java.util.Optional;

/** Asks for one operation that changes an environment. */
public sealed interface OperationRequest permits ImportRequest, ApplyRequest {

    /** The goal on whose behalf, such as {@code import}; kept in the import job. */
    String goal();

    /** How to carry it out. */
    ImportOptions options();

    /** The plan that it must keep to exactly; empty: no particular plan. */
    Optional<SavedPlan> savedPlan();

    /** This request, to be carried out exactly as planned or not at all. */
    OperationRequest keepingTo(SavedPlan plan);

    /** Path of the package to import; empty when a staged upgrade is applied. */
    Optional<Path> importedFile();

    /** Whether it applies a staged upgrade, and imports nothing. */
    default boolean appliesUpgrade() {
        return importedFile().isEmpty();
    }

    /** The package file as far as the request knows it: not opened yet, or the one that a staged upgrade was made from. */
    Optional<PackageFile> packageFile();

    /** Unique name of the solution; empty as long as only the package says it. */
    String solution();

    /** Deployment settings for the package; empty when nobody gave any. */
    Optional<DeploymentSettings> settings();

    /** What it is about, as far as the request itself says. */
    OperationSubject subject(EnvironmentId environment);

    /** Names it for those who wait for it, such as {@code import of ContosoOrders_2_0_0_0.zip}. */
    String description();

    /**
     * Carries it out.
     *
     * @throws SolutionException as {@link SolutionEnvironment#importSolution} and {@link SolutionEnvironment#applyUpgrade} do
     */
    ImportResult carryOut(SolutionEnvironment environment, ImportListener listener) throws SolutionException;
}
