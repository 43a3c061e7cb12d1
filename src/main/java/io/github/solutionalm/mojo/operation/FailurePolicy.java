package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.mojo.console.Wording;
import java.util.Optional;

/**
 * Decides which results fail the build, and when.
 *
 * @param failOnError fail at once; otherwise {@code verify} fails the build
 * @param failOnWarning a successful import with warnings counts as failed
 * @param anyContent a skipped package may differ from the installed one of the same version
 */
public record FailurePolicy(boolean failOnError, boolean failOnWarning, boolean anyContent) {

    /** Why a successful import fails the build; empty if it does not. */
    Optional<String> failureDespiteSuccess(ImportResult result) {
        boolean objects = failOnWarning
                && result.outcome().isSuccess()
                && !result.warnings().isEmpty();
        return objects
                ? Optional.of(
                        Wording.count(result.warnings().size(), "warning") + " (failOnWarning is true). The first: "
                                + result.warnings().get(0))
                : Optional.empty();
    }

    /** Why the build fails because of this import, in short; empty if it does not. */
    Optional<String> failureReason(ImportResult result) {
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
