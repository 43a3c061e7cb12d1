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
 */
public record ImportRequest(
        String goal, Path file, Optional<String> sha256, ImportOptions options, Optional<SavedPlan> savedPlan)
        implements OperationRequest {

    /** An import that keeps to no saved plan. */
    public ImportRequest(String goal, Path file, Optional<String> sha256, ImportOptions options) {
        this(goal, file, sha256, options, Optional.empty());
    }
}
