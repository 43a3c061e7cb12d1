package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.MissingParts;
import io.github.solutionalm.dataverse.api.OperationTimeoutException;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.OutcomeUnknownException;
import io.github.solutionalm.dataverse.job.Run;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Makes a result of every way in which an operation can end, and keeps what is written down until the end is known. */
final class Operations {

    private final JobFolder folder;
    private final Clock clock;

    Operations(JobFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** An operation. */
    @FunctionalInterface
    interface Work {
        ImportResult carryOut() throws SolutionException;
    }

    /** Carries it out. */
    ImportResult carryOut(Run run, Work work) throws SolutionException {
        try {
            refuseWhatNeedsAPlan(run.request());
            ImportResult result = work.carryOut();
            run.job().ifPresent(folder::forget);
            return result;
        } catch (RefusalException e) {
            run.job().ifPresent(folder::forget);
            run.lacksAlso(e.missingDependencies());
            return run.failed(e.errors(), clock.instant());
        } catch (OperationTimeoutException e) {
            return run.ended(Outcome.TIMED_OUT, late(run, e.getMessage()), clock.instant());
        } catch (OutcomeUnknownException e) {
            return run.ended(Outcome.INCONCLUSIVE, e.getMessage() + howToGoOn(run), clock.instant());
        } catch (WebApiException e) {
            return failed(run, e);
        }
    }

    /** What only a plan could answer, and this kind of environment cannot plan yet. */
    private static void refuseWhatNeedsAPlan(OperationRequest request) throws RefusalException {
        PlanGates gates = request.options().gates();
        List<String> asked = new ArrayList<>();
        if (gates.failOnDelete() || !gates.allowedDeletes().isEmpty()) {
            asked.add("failOnDelete and allowedDeletes");
        }
        if (gates.failOnHidden()) {
            asked.add("failOnHidden");
        }
        if (request.savedPlan().isPresent()) {
            asked.add("a saved plan");
        }
        if (!asked.isEmpty()) {
            throw new RefusalException(Finding.withoutCode("A Dataverse environment cannot be held to "
                    + String.join(" and ", asked)
                    + " yet, since what an operation changes there is not known beforehand; that comes with a later"
                    + " version. Nothing was sent. Leave that out for this environment, or rehearse the operation with it"
                    + " against an embedded environment."));
        }
    }

    private ImportResult failed(Run run, WebApiException e) throws WebApiException {
        if (e.kind() == Kind.DEADLINE) {
            return run.ended(Outcome.TIMED_OUT, late(run, e.getMessage()), clock.instant());
        }
        if (run.job().isPresent()) {
            return run.ended(
                    Outcome.INCONCLUSIVE,
                    "The environment could not be asked how the operation went on: " + e.getMessage() + howToGoOn(run),
                    clock.instant());
        }
        boolean refused = e.kind() == Kind.REFUSED || e.kind() == Kind.TOO_LARGE || e.kind() == Kind.SERVER;
        if (refused && (e.error().isPresent() || e.kind() == Kind.TOO_LARGE)) {
            List<MissingDependency> missing =
                    e.error().map(said -> MissingParts.inText(said.message())).orElse(List.of());
            run.lacksAlso(missing);
            Finding said = e.kind() == Kind.TOO_LARGE
                    ? PlatformCode.FILE_TOO_LARGE.finding(e.getMessage())
                    : Findings.of(e.error().get().code(), e.getMessage(), missing);
            return run.failed(List.of(said), clock.instant());
        }
        if (run.leavesRulesInDraft()) {
            return run.failed(List.of(Finding.withoutCode(e.getMessage())), clock.instant());
        }
        throw e;
    }

    private String late(Run run, String why) {
        return run.job().isPresent()
                ? "The operation did not end in time, and may still run in the environment: " + sentence(why)
                        + howToGoOn(run)
                : "Nothing was started: " + sentence(why)
                        + (why.contains("solution.timeout")
                                ? ""
                                : " Allow more time with <timeout> or -Dsolution.timeout.");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private String howToGoOn(Run run) {
        return run.job()
                .map(job -> " It is the " + job.named()
                        + "; the solution history of the environment shows it. Run the same goal again to go on waiting"
                        + " for it (solution.resume); it is written down in "
                        + folder.file(job.url(), job.solution()) + ".")
                .orElse("");
    }
}
