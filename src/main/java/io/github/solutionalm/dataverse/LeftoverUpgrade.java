package io.github.solutionalm.dataverse;

import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.DeleteSolution;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.Promotion;
import io.github.solutionalm.engine.LeftoverChoice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applies or discards a holding solution that an earlier upgrade left behind, when its base is imported again. */
final class LeftoverUpgrade {

    /** An action that no goal asks for, so that no later build goes on with it: it looks at the environment anew. */
    private static final String ACTION = "LEFTOVER";

    private final Attempt attempt;

    LeftoverUpgrade(Attempt attempt) {
        this.attempt = attempt;
    }

    /** Applies or discards it. In a real environment that is not undone when the import fails. */
    void settle(LeftoverChoice choice, InstalledRows installed) throws SolutionException, ConcurrentOperationException {
        if (choice.apply()) {
            apply(choice);
        } else {
            discard(installed.row(choice.holding().uniqueName()).orElseThrow());
        }
        attempt.warn(choice.warning());
    }

    private void apply(LeftoverChoice choice) throws SolutionException, ConcurrentOperationException {
        JobFile planned = planned(choice);
        JobEnd end = UpgradeApplication.promoted(attempt, planned);
        attempt.folder().forget(planned);
        attempt.notStarted();
        if (end.error().isPresent()) {
            throw new RefusalException(List.of(Findings.of(end.error().get())), List.of());
        }
    }

    private JobFile planned(LeftoverChoice choice) {
        return JobFile.planned(
                new JobFile.Asked(ACTION, attempt.place(choice.stack().uniqueName()), ""),
                new JobFile.Chosen(
                        Operation.APPLY_UPGRADE,
                        Outcome.APPLIED,
                        choice.holding().version(),
                        Optional.empty()),
                JobFile.Sent.planned(Promotion.CALL, "", UUID.randomUUID().toString()),
                attempt.now());
    }

    /** Deletes the holding solution. If the answer is lost, the next look at the environment shows whether it is gone. */
    private void discard(SolutionRow holding) throws SolutionException, ConcurrentOperationException {
        try {
            attempt.access().call(new DeleteSolution(holding));
        } catch (WebApiException e) {
            if (e.concurrency().isPresent()) {
                throw new ConcurrentOperationException(
                        e.concurrency().get().running().orElse("another operation"));
            }
            if (!e.certainlyNotAccepted()) {
                throw new ConcurrentOperationException("removal of " + holding.uniqueName());
            }
            throw e;
        }
    }
}
