package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.LockWait;
import java.util.Optional;

/**
 * Tries an operation until no other one runs in the environment. If an earlier build started the same operation and did not
 * see its end, the first try goes on with that.
 */
final class Tries {

    private final Attempt attempt;
    private final boolean resume;

    /**
     * The tries of one attempt.
     *
     * @param resume whether to look for an operation that an earlier build started
     */
    Tries(Attempt attempt, boolean resume) {
        this.attempt = attempt;
        this.resume = resume;
    }

    /** The operation that is tried. */
    interface Tried {

        /** The request of the build: an operation of an earlier build is this one only if its request was the same. */
        JobFile.Asked asked();

        /** Finds an operation that an earlier build recorded; empty when it certainly did not start. */
        Optional<JobFile> find(JobFile written) throws SolutionException;

        /**
         * Goes on with an operation that was started.
         *
         * @throws ConcurrentOperationException when the operation failed because another one ran; it changed nothing
         */
        ImportResult goOn(JobFile started) throws SolutionException, ConcurrentOperationException;

        /**
         * Begins the operation anew.
         *
         * @throws ConcurrentOperationException when another operation runs; nothing was started or changed
         */
        ImportResult begin() throws SolutionException, ConcurrentOperationException;
    }

    /** One try of the operation. */
    private interface Try {
        ImportResult make() throws SolutionException, ConcurrentOperationException;
    }

    ImportResult untilFree(Tried operation) throws SolutionException {
        LockWait lock = new LockWait(
                attempt.access(),
                attempt.listener(),
                attempt.request().options().lockTimeout());
        Optional<JobFile> earlier = resume ? earlier(operation) : Optional.empty();
        Try next = earlier.isPresent() ? () -> operation.goOn(earlier.get()) : operation::begin;
        while (true) {
            try {
                return next.make();
            } catch (ConcurrentOperationException busy) {
                attempt.notStarted();
                lock.pause(busy);
                next = operation::begin;
            }
        }
    }

    private Optional<JobFile> earlier(Tried operation) throws SolutionException {
        Optional<JobFile> written = attempt.folder()
                .find(operation.asked().place())
                .filter(job -> job.asked().isSame(operation.asked()));
        if (written.isEmpty()) {
            return Optional.empty();
        }
        attempt.started(written.get());
        Optional<JobFile> found = operation.find(written.get());
        attempt.notStarted();
        found.ifPresent(this::take);
        return found;
    }

    private void take(JobFile job) {
        JobFile.Chosen chosen = job.chosen();
        attempt.reach(Phase.Found.of(attempt.phase(), chosen.previous()));
        attempt.reach(new Phase.Chosen(attempt.phase(), chosen.operation(), chosen.outcome()));
        attempt.started(job);
    }
}
