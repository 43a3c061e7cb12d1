package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.api.Cures;
import io.github.solutionalm.dataverse.content.ComponentsInUse;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the result of an operation from the last phase that it reached. */
final class EndedOperation {

    private static final int WHOLE = 100;

    private EndedOperation() {}

    /** The result of an operation that succeeded. */
    static ImportResult succeeded(Attempt attempt) {
        return result(attempt, attempt.phase().success(), List.of(), List.of());
    }

    /** The result of an operation that failed, with the reasons. */
    static ImportResult failed(Attempt attempt, List<Finding> errors) {
        return failed(attempt, errors, List.of());
    }

    /**
     * The result of an operation that failed, with the reasons. Asks the environment what uses a component that it refuses to
     * delete.
     *
     * @param missing dependencies that the environment lacks; empty: those of the last phase are reported
     */
    static ImportResult failed(Attempt attempt, List<Finding> errors, List<MissingDependency> missing) {
        ComponentsInUse inUse =
                new ComponentsInUse(attempt.access(), attempt.phase().subject().solution());
        return result(attempt, Outcome.FAILED, errors.stream().map(inUse::named).toList(), missing);
    }

    /** The result of an operation that ended in another way, which no finding of the environment explains. */
    static ImportResult ended(Attempt attempt, Outcome how, String message) {
        return result(attempt, how, List.of(Finding.withoutCode(message)), List.of());
    }

    private static ImportResult result(
            Attempt attempt, Outcome reached, List<Finding> errors, List<MissingDependency> missing) {
        Phase phase = attempt.phase();
        Outcome ended = reached.isSuccess() && !attempt.inDraft().isEmpty() ? Outcome.FAILED : reached;
        return new ImportResult(
                phase.subject(),
                phase.operation(),
                ended,
                new ImportResult.Timing(
                        phase.job().flatMap(JobFile::importJob),
                        attempt.startedOn(),
                        attempt.now(),
                        ended.isSkip() ? WHOLE : phase.progress()),
                new OperationResult.Findings(
                        Stream.concat(errors.stream().map(Cures::advised), attempt.inDraft().stream())
                                .toList(),
                        attempt.warnings(),
                        missing.isEmpty() ? phase.missing() : missing),
                effects(phase, ended.isSuccess()),
                phase.documents());
    }

    /** The effects of the operation; what is hidden, unpublished or left off is reported for a success only. */
    private static ImportResult.Effects effects(Phase phase, boolean success) {
        ImportResult.Effects made = phase.effects();
        return success
                ? new ImportResult.Effects(
                        made.components(),
                        phase.languages(),
                        made.hidden(),
                        made.unpublished(),
                        made.leftOff(),
                        made.prediction())
                : new ImportResult.Effects(made.components(), phase.languages(), 0, 0, List.of(), made.prediction());
    }
}
