package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.mojo.console.Wording;
import java.util.Optional;

/**
 * What counts as a failure, and whether it fails the build at once.
 *
 * @param failOnError fail at once; otherwise leave it to {@code verify}
 * @param failOnWarning an import with warnings counts as failed
 * @param anyContent a package that is skipped may differ from the one of the same version that is installed
 */
public record FailurePolicy(boolean failOnError, boolean failOnWarning, boolean anyContent) {

    /** What is held against a successful import. */
    Optional<String> failureDespiteSuccess(ImportResult result) {
        boolean objects = failOnWarning
                && result.outcome().isSuccess()
                && !result.warnings().isEmpty();
        return objects
                ? Optional.of(
                        Wording.count(result.warnings().size(), "warning") + ", and failOnWarning is set; the first: "
                                + result.warnings().get(0))
                : Optional.empty();
    }

    /** Why the import fails the build, in short, unless it does not. */
    Optional<String> failure(ImportResult result) {
        if (result.outcome().isSuccess()) {
            return failureDespiteSuccess(result);
        }
        if (result.errors().isEmpty()) {
            return Optional.of("the outcome is " + result.outcome());
        }
        int more = result.errors().size() - 1;
        return Optional.of(
                result.errors().get(0) + (more == 0 ? "" : " (and " + Wording.count(more, "more error") + ")"));
    }
}
