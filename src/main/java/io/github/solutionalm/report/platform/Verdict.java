package io.github.solutionalm.report.platform;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.Finding;
import java.util.stream.Collectors;

/**
 * How an operation ended, in the words of log and job.
 *
 * @param success whether it did what was asked, or had nothing to do
 * @param message why it failed or was skipped; empty when there is nothing to say
 */
record Verdict(boolean success, String message) {

    static Verdict of(ImportResult result) {
        return new Verdict(result.outcome().isSuccess(), message(result));
    }

    private static String message(ImportResult result) {
        if (!result.errors().isEmpty()) {
            return result.errors().stream().map(Finding::toString).collect(Collectors.joining("\n"));
        }
        String held = result.previousVersion().map(version -> ": " + version).orElse("");
        return switch (result.outcome()) {
            case INSTALLED, UPDATED, UPGRADED, STAGED, APPLIED, PATCHED -> "";
            case SKIPPED_SAME_VERSION -> "Skipped: the environment already has this version" + held;
            case SKIPPED_LOWER_VERSION -> "Skipped: the environment already has a higher version" + held;
            case NOTHING_TO_APPLY -> "Skipped: the environment has no staged upgrade of the solution";
            case FAILED -> "The operation failed without a reported reason";
            case TIMED_OUT -> "The operation did not end in the allowed time; it may still take effect";
            case INCONCLUSIVE, STARTED -> "It is unknown whether the operation took effect";
        };
    }

    /** The word of the log. */
    String status() {
        return success ? "Processed" : "Failure";
    }

    /** The word of the job. */
    String result() {
        return success ? "success" : "failure";
    }
}
