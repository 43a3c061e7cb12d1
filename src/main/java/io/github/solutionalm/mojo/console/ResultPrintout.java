package io.github.solutionalm.mojo.console;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.ImportReport;
import java.time.Duration;
import java.util.Optional;

/** Prints the result of an operation: outcome, errors, missing dependencies, warnings, log. */
public final class ResultPrintout {

    private final Printout out;

    public ResultPrintout(Printout out) {
        this.out = out;
    }

    /**
     * Prints it.
     *
     * @param files the report files of the operation
     * @param attachedAs classifier of the log, if it was attached to the project
     */
    public void print(ImportResult result, ImportReport.Files files, Optional<String> attachedAs) {
        if (result.outcome().isSuccess()) {
            out.line("Result", ended(result) + success(result));
        } else {
            out.error("Result", ended(result) + failure(result));
        }
        String file = out.path(files.result());
        new FindingsPrintout(out::error, file).print("Error", result.errors());
        new MissingPrintout(result.outcome().isSuccess() ? out::warning : out::error, out.path(files.result()))
                .print(result.missingDependencies());
        new FindingsPrintout(out::warning, file).printBriefly("Warning", result.warnings());
        if (result.outcome().isSuccess() && result.unpublished() > 0) {
            out.line(
                    "Unpublished",
                    Wording.count(result.unpublished(), "component")
                            + " not yet available to users: publish with <publish>true</publish>,"
                            + " -Dsolution.publish, or later with solution:publish");
        }
        result.prediction().ifPresent(prediction -> new PredictionPrintout(out, file).print(prediction));
        if (!result.leftOff().isEmpty()) {
            out.line("Left off", Wording.leftOff(result.leftOff().size(), out.path(files.result())));
        }
        out.line(
                "Log",
                out.path(files.log())
                        + attachedAs.map(name -> " (attached as " + name + ")").orElse(""));
    }

    private static String ended(ImportResult result) {
        return result.outcome() + " in " + Wording.duration(Duration.between(result.startedOn(), result.completedOn()))
                + ": ";
    }

    private static String success(ImportResult result) {
        String previous = result.previousVersion().orElse("another version");
        if (result.outcome() == Outcome.SKIPPED_SAME_VERSION) {
            return "the environment holds " + previous + " already";
        }
        if (result.outcome() == Outcome.SKIPPED_LOWER_VERSION) {
            return result.previousVersion()
                    .map(version -> "the environment holds " + version + ", which is higher")
                    .orElse("the environment holds a higher version");
        }
        if (result.outcome() == Outcome.NOTHING_TO_APPLY) {
            return "the environment holds " + result.solution() + " " + previous
                    + " already, and no upgrade of it is staged";
        }
        return Wording.count(result.components().size(), "component") + ", "
                + result.count(ComponentResult.Status.FAILURE) + " failed, "
                + Wording.count(result.warnings().size(), "warning") + completion(result);
    }

    /** The remaining step of a two-step upgrade, or the completed state. */
    private static String completion(ImportResult result) {
        return switch (result.outcome()) {
            case STAGED -> "; apply it with solution:apply-upgrade";
            case APPLIED ->
                result.manifest()
                        .map(manifest -> "; " + result.solution() + " is " + manifest.version() + " now")
                        .orElse("");
            case PATCHED ->
                result.manifest()
                        .flatMap(SolutionManifest::patchOf)
                        .map(base -> "; patches " + base)
                        .orElse("");
            default -> "";
        };
    }

    private static String failure(ImportResult result) {
        String figures = Wording.count(result.errors().size(), "error") + ", "
                + Wording.count(result.warnings().size(), "warning");
        return switch (result.outcome()) {
            case FAILED -> figures + (undone(result) ? "; the environment is as it was before" : "");
            case INCONCLUSIVE -> figures + "; unknown whether the operation took effect";
            default -> figures;
        };
    }

    /** An embedded environment rolls back a failed operation; for Dataverse, the errors describe what remains. */
    private static boolean undone(ImportResult result) {
        return !result.environment().isDataverse();
    }
}
