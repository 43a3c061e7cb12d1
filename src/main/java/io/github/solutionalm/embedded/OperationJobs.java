package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.StoreException;

/** Keeps an import job of every operation, whichever way it ends. */
final class OperationJobs {

    private final EnvironmentStore store;

    OperationJobs(EnvironmentStore store) {
        this.store = store;
    }

    /** An operation that finishes its job itself when it succeeds, in the transaction of its effects. */
    interface Work {
        ImportResult carryOut() throws SolutionException;
    }

    /**
     * Carries an operation out, recorded in a job.
     *
     * @throws SolutionException when it can't be told from a result, such as a disk that is full; its job says so too
     */
    ImportResult recorded(Attempt attempt, Work work) throws SolutionException {
        start(attempt);
        try {
            return work.carryOut();
        } catch (RefusalException e) {
            return finish(attempt, OperationReport.failed(attempt, Outcome.FAILED, e));
        } catch (TimedOutException e) {
            return finish(attempt, OperationReport.failed(attempt, Outcome.TIMED_OUT, error(e.getMessage())));
        } catch (SolutionException | RuntimeException e) {
            try {
                finish(attempt, OperationReport.failed(attempt, Outcome.FAILED, error(e.toString())));
            } catch (StoreException other) {
                e.addSuppressed(other);
            }
            throw e;
        }
    }

    private void start(Attempt attempt) {
        store.change(tx -> {
            tx.jobs().interruptRunning();
            tx.jobs().start(attempt.job());
        });
        attempt.begin();
    }

    /** Nothing took effect; the job is kept all the same. */
    private ImportResult finish(Attempt attempt, ImportResult result) {
        store.change(tx -> tx.jobs().finish(EndedJob.of(attempt, result), EndedJob.components(result)));
        return result;
    }

    static RefusalException error(String message) {
        return new RefusalException(PlatformCode.IMPORT_ERROR.finding(message));
    }
}
