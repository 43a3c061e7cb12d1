package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.DeleteAndPromoteAsync;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.engine.SolutionStack;
import java.util.Optional;

/** Starts DeleteAndPromote once and waits for its end. */
public final class Promotion {

    /** The name of the call. */
    public static final String CALL = "DeleteAndPromoteAsync";

    private final OperationContext access;
    private final JobFolder folder;
    private final ImportListener listener;

    public Promotion(OperationContext access, JobFolder folder, ImportListener listener) {
        this.access = access;
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * Applies the staged upgrade of a solution.
     *
     * @param planned its record, with the name of {@link #CALL}
     * @throws ConcurrentOperationException when another operation runs; it did not start
     */
    public JobEnd carryOut(JobFile planned) throws SolutionException, ConcurrentOperationException {
        try {
            return resumed(start(planned));
        } catch (WebApiException e) {
            // Refused: the environment says why, and nothing was done.
            if (e.certainlyNotAccepted() && e.error().isPresent()) {
                return new JobEnd(e.error());
            }
            throw e;
        }
    }

    /** Starts the planned job. */
    JobFile start(JobFile planned) throws SolutionException, ConcurrentOperationException {
        String solution = planned.solution();
        Start start = new Start(id -> new DeleteAndPromoteAsync(solution), false, () -> isDone(solution));
        return new ExactlyOnceStart(access, folder).make(planned, start);
    }

    /** Finds a recorded job again; empty when it certainly did not start. */
    public Optional<JobFile> find(JobFile written) throws SolutionException {
        return written.isRunning()
                ? Optional.of(written)
                : new ExactlyOnceStart(access, folder).find(written, false, () -> isDone(written.solution()));
    }

    /** Waits for the end of a started job. */
    public JobEnd resumed(JobFile job) throws SolutionException, ConcurrentOperationException {
        return new JobPoller(access, listener).end(job, false);
    }

    /** Whether no upgrade of the solution is staged any more. */
    private boolean isDone(String solution) throws WebApiException {
        return SolutionStack.of(solution, InstalledRows.of(access.api(), access.deadline()))
                .holding()
                .isEmpty();
    }
}
