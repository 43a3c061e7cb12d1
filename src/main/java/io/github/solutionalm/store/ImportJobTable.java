package io.github.solutionalm.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operations that ran in the environment. */
public final class ImportJobTable {

    ImportJobTable() {}

    /** Records that a job runs: in a transaction of its own, so that it is seen when the job's own is rolled back. */
    public void start(ImportJob job) {
        throw new UnsupportedOperationException();
    }

    /** Records how a job ended and what it did to each component. */
    public void finish(ImportJob job, Iterable<ImportJobComponent> components) {
        throw new UnsupportedOperationException();
    }

    /**
     * Marks jobs that still count as running as interrupted. For the one who holds the operation lock: nothing can run
     * then, so their processes died.
     *
     * @return how many
     */
    public int interruptRunning() {
        throw new UnsupportedOperationException();
    }

    public Optional<ImportJob> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** All jobs, the oldest first. */
    public List<ImportJob> all() {
        throw new UnsupportedOperationException();
    }

    /** What a job did, in the order given to {@link #finish}. */
    public List<ImportJobComponent> components(UUID id) {
        throw new UnsupportedOperationException();
    }
}
