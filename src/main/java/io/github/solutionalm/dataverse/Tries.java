package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.LockWait;
import java.util.Optional;

/**
 * Tries an operation until no other one runs in the environment. The first try goes on with what an earlier build started of
 * the very same and did not see the end of.
 */
final class Tries {

    private final Attempt attempt;
    private final boolean resume;

    /**
     * Of one attempt.
     *
     * @param resume whether to look for what an earlier build started
     */
    Tries(Attempt attempt, boolean resume) {
        this.attempt = attempt;
        this.resume = resume;
    }

    /** What is tried. */
    interface Tried {

        /** What an earlier build must have been asked for, for its operation to be this one. */
        JobFile.Asked asked();

        /** What became of an operation that an earlier build wrote down; nothing when it certainly did not start. */
        Optional<JobFile> find(JobFile written) throws SolutionException;

        /**
         * Goes on with an operation that has been started.
         *
         * @throws ConcurrentOperationException when it failed because another operation ran; nothing of it took effect
         */
        ImportResult goOn(JobFile started) throws SolutionException, ConcurrentOperationException;

        /**
         * Begins anew.
         *
         * @throws ConcurrentOperationException when another operation runs; nothing was started, or took effect
         */
        ImportResult begin() throws SolutionException, ConcurrentOperationException;
    }

    /** One try. */
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
