package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.Operation;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.engine.SolutionStack;
import java.io.IOException;
import java.util.Optional;

/**
 * Older environments upgrade in two steps: import as holding solution, then its promotion. What is written down tells which
 * of them was the last to begin, so that a later build goes on there.
 */
final class SecondStep {

    private static final String FIRST = "ImportSolution";

    private final Access access;
    private final JobFolder folder;
    private final Promotion promotion;
    private final LockWait lock;

    SecondStep(Access access, JobFolder folder, ImportListener listener, LockWait lock) {
        this.access = access;
        this.folder = folder;
        this.promotion = new Promotion(access, folder, listener);
        this.lock = lock;
    }

    /** Whether something is written down as the first of two steps. */
    static boolean follows(JobFile job) {
        return job.operation().equals(Operation.UPGRADE.name()) && job.message().equals(FIRST);
    }

    /** Whether it is written down as the second. */
    static boolean is(JobFile job) {
        return job.message().startsWith("DeleteAndPromote");
    }

    /** Finds it again; the first step, which has ended, when it certainly did not start. */
    JobFile find(JobFile written) throws SolutionException {
        Optional<JobFile> found = promotion.find(written);
        return found.isPresent() ? found.get() : writeDown(written);
    }

    /**
     * Carries it out, if the first step brought about what it should. Another operation is waited for here, since the first
     * step must not be taken again.
     *
     * @param first the first step, which has ended
     * @throws OutOfTime when another operation hinders it for too long; the first step stays written down
     */
    JobEnd carryOut(JobFile first, PlatformVersion version) throws SolutionException {
        if (!isWhole(first, version)) {
            return JobEnd.SUCCESS;
        }
        while (true) {
            try {
                return promotion.carryOut(first, version);
            } catch (Busy busy) {
                writeDown(first);
                pause(busy);
            }
        }
    }

    /** What is not whole is not applied; the verdict says what is wrong with it. */
    private boolean isWhole(JobFile first, PlatformVersion version) throws SolutionException {
        if (SolutionStack.of(first.solution(), InstalledRows.of(access.api(), access.deadline()))
                .holding()
                .isEmpty()) {
            return false;
        }
        ImportEvidence evidence = ImportEvidence.of(access, first.jobId(), version);
        try {
            evidence.documents().discard();
        } catch (IOException e) {
            // They are deleted with what the build made.
        }
        return evidence.failures().isEmpty();
    }

    private JobFile writeDown(JobFile step) throws SolutionException {
        JobFile first =
                step.by(FIRST).running(Started.DONE, access.clock().instant().toString());
        folder.write(first);
        return first;
    }

    private void pause(Busy busy) throws OutOfTime {
        try {
            lock.pause(busy);
        } catch (RefusalException e) {
            throw new OutOfTime("the upgrade is staged, and another operation (" + busy.getMessage()
                    + ") kept it from being applied for longer than lockTimeout (-Dsolution.lockTimeout)");
        }
    }
}
