package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.DeleteSolution;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.Promotion;
import io.github.solutionalm.dataverse.job.Run;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import java.util.List;
import java.util.UUID;

/** A holding solution that an earlier upgrade left behind, when its base is imported again. */
final class LeftoverUpgrade {

    private final OperationContext access;
    private final JobFolder folder;
    private final ImportListener listener;
    private final Run run;

    LeftoverUpgrade(OperationContext access, JobFolder folder, ImportListener listener, Run run) {
        this.access = access;
        this.folder = folder;
        this.listener = listener;
        this.run = run;
    }

    /** Applies or discards it first. On a real environment that is an operation of its own, which stays when the import fails. */
    List<Finding> settle(SolutionStack stack, InstalledRows installed, ImportOptions.LeftoverUpgrade policy)
            throws SolutionException, ConcurrentOperationException {
        InstalledSolution holding = stack.holding().orElseThrow();
        boolean apply = policy == ImportOptions.LeftoverUpgrade.APPLY;
        if (apply) {
            apply(stack, holding);
        } else {
            discard(installed.row(holding.uniqueName()).orElseThrow());
        }
        return List.of(PlatformCode.CLONE_SOLUTION.finding("The staged upgrade " + holding.uniqueName() + " "
                + holding.version() + " was left over. It was " + (apply ? "applied" : "discarded")
                + " first, as leftoverUpgrade says."));
    }

    private void apply(SolutionStack stack, InstalledSolution holding)
            throws SolutionException, ConcurrentOperationException {
        JobFile planned = new JobFile(
                access.api().url().toString(),
                "LEFTOVER",
                Operation.APPLY_UPGRADE.name(),
                Outcome.APPLIED.name(),
                "",
                stack.uniqueName(),
                holding.version().toString(),
                "",
                "",
                UUID.randomUUID().toString(),
                "",
                "",
                JobFile.Phase.STARTING,
                access.clock().instant().toString(),
                UUID.randomUUID().toString(),
                List.of());
        run.started(planned);
        JobEnd end = new Promotion(access, folder, listener).carryOut(planned);
        folder.forget(planned);
        run.notStarted();
        if (end.error().isPresent()) {
            throw new RefusalException(List.of(Findings.of(end.error().get())), List.of());
        }
    }

    /** When its answer is lost, the next look at the environment shows whether it is gone. */
    private void discard(SolutionRow holding) throws SolutionException, ConcurrentOperationException {
        try {
            access.call(new DeleteSolution(holding));
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
