package io.github.solutionalm.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * The store of one embedded environment. Each transaction has its own connection, so that a store may be used from several
 * threads, and nothing but the one file is left when none runs.
 */
public final class EnvironmentStore implements AutoCloseable {

    private EnvironmentStore() {}

    /**
     * Opens the environment of a URL; makes the file, its folders and its schema where they are not there yet.
     *
     * @param jdbcUrl {@code jdbc:sqlite:<path>}
     * @throws StoreException when the file is not an environment, is of a newer version, is damaged, or cannot be written
     */
    public static EnvironmentStore open(String jdbcUrl, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** The environment's file, absolute. */
    public Path file() {
        throw new UnsupportedOperationException();
    }

    /**
     * Does the work in one transaction that may write: all of it takes effect, or nothing does, whatever happens to the
     * process. An operation takes the {@linkplain #acquire lock} first; a transaction by itself waits 30 seconds at most for
     * another that writes.
     *
     * @throws X what the work throws; nothing of it took effect
     * @throws StoreException when the file cannot be read or written; nothing of the work took effect
     */
    public <T, X extends Exception> T transact(TransactionalWork<T, X> work) throws X {
        throw new UnsupportedOperationException();
    }

    /** {@link #transact} for work that gives nothing. */
    public <X extends Exception> void change(TransactionalAction<X> work) throws X {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the state after the last committed transaction. Never waits for a running operation and never hinders one;
     * writing fails.
     *
     * @throws X what the work throws
     * @throws StoreException when the file cannot be read
     */
    public <T, X extends Exception> T read(TransactionalWork<T, X> work) throws X {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the right to run an operation in the environment, which one has at a time, whoever it is: another process,
     * another thread, another class loader of this JVM. It ends with the process at the latest.
     *
     * @param description what will run, for those who wait, such as {@code import of ContosoOrders 2.0.0.0}
     * @param timeout how long to wait; zero to try once
     * @param listener hears of the wait
     * @throws LockTimeoutException when another operation still runs after the timeout
     * @throws StoreException when the lock cannot be taken for another reason, or the thread is interrupted
     */
    public OperationLock acquire(String description, Duration timeout, WaitListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
