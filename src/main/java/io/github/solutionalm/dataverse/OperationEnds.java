package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.MissingParts;
import io.github.solutionalm.dataverse.api.OperationTimeoutException;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.OutcomeUnknownException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import java.util.List;
import java.util.Optional;

/** Makes a result of every way in which an operation can end, and keeps its record until the end is known. */
final class OperationEnds {

    private final Attempt attempt;

    private OperationEnds(Attempt attempt) {
        this.attempt = attempt;
    }

    /** An operation that can be carried out. */
    @FunctionalInterface
    interface Work {
        ImportResult carryOut() throws SolutionException;
    }

    /**
     * Carries out an operation, and returns its result.
     *
     * @throws SolutionException when there is no result, for example because the environment can't be reached
     */
    static ImportResult of(Attempt attempt, Work work) throws SolutionException {
        return new OperationEnds(attempt).end(work);
    }

    private ImportResult end(Work work) throws SolutionException {
        try {
            ImportResult result = work.carryOut();
            forget();
            return result;
        } catch (RefusalException e) {
            forget();
            return EndedOperation.failed(attempt, e.errors(), e.missingDependencies());
        } catch (OperationTimeoutException e) {
            return EndedOperation.ended(attempt, Outcome.TIMED_OUT, late(e.getMessage()));
        } catch (OutcomeUnknownException e) {
            return EndedOperation.ended(attempt, Outcome.INCONCLUSIVE, e.getMessage() + howToGoOn());
        } catch (WebApiException e) {
            return failed(e);
        }
    }

    private void forget() {
        job().ifPresent(attempt.folder()::forget);
    }

    private Optional<JobFile> job() {
        return attempt.phase().job();
    }

    private ImportResult failed(WebApiException e) throws WebApiException {
        if (e.kind() == Kind.DEADLINE) {
            return EndedOperation.ended(attempt, Outcome.TIMED_OUT, late(e.getMessage()));
        }
        if (job().isPresent()) {
            return EndedOperation.ended(
                    attempt,
                    Outcome.INCONCLUSIVE,
                    "The environment could not be asked how the operation went on: " + e.getMessage() + howToGoOn());
        }
        boolean refused = e.kind() == Kind.REFUSED || e.kind() == Kind.TOO_LARGE || e.kind() == Kind.SERVER;
        if (refused && (e.error().isPresent() || e.kind() == Kind.TOO_LARGE)) {
            List<MissingDependency> missing =
                    e.error().map(said -> MissingParts.inText(said.message())).orElse(List.of());
            Finding said = e.kind() == Kind.TOO_LARGE
                    ? PlatformCode.FILE_TOO_LARGE.finding(e.getMessage())
                    : Findings.of(e.error().get().code(), e.getMessage(), missing);
            return EndedOperation.failed(attempt, List.of(said), missing);
        }
        if (!attempt.inDraft().isEmpty()) {
            return EndedOperation.failed(attempt, List.of(Finding.withoutCode(e.getMessage())));
        }
        throw e;
    }

    private String late(String why) {
        return job().isPresent()
                ? "The operation did not end in time, and may still run in the environment: " + sentence(why)
                        + howToGoOn()
                : "Nothing was started: " + sentence(why)
                        + (why.contains("solution.timeout")
                                ? ""
                                : " Allow more time with <timeout> or -Dsolution.timeout.");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private String howToGoOn() {
        return job().map(job -> " It is the " + job.named()
                        + "; the solution history of the environment shows it. Run the same goal again to go on waiting"
                        + " for it (solution.resume); it is written down in "
                        + attempt.folder().file(job.place()) + ".")
                .orElse("");
    }
}
