package io.github.solutionalm;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks for the import of one package.
 *
 * @param goal the goal on whose behalf, such as {@code import}; kept in the import job
 * @param file the package: .zip, .cab or an unzipped folder
 * @param sha256 the content that the file must have, 64 hexadecimal digits, or any content
 * @param options how to import it
 * @param savedPlan the plan that the import must keep to exactly, or any
 * @param settings deployment settings for the package; empty when nobody gave any
 */
public record ImportRequest(
        String goal,
        Path file,
        Optional<String> sha256,
        ImportOptions options,
        Optional<SavedPlan> savedPlan,
        Optional<DeploymentSettings> settings)
        implements OperationRequest {

    /** An import that keeps to no saved plan. */
    public ImportRequest(String goal, Path file, Optional<String> sha256, ImportOptions options) {
        this(goal, file, sha256, options, Optional.empty());
    }

    /** An import without deployment settings. */
    public ImportRequest(
            String goal, Path file, Optional<String> sha256, ImportOptions options, Optional<SavedPlan> savedPlan) {
        this(goal, file, sha256, options, savedPlan, Optional.empty());
    }

    /** The same import with these deployment settings. */
    public ImportRequest with(Optional<DeploymentSettings> others) {
        return new ImportRequest(goal, file, sha256, options, savedPlan, others);
    }
}
