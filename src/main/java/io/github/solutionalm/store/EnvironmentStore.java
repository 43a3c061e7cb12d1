package io.github.solutionalm.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The store of one embedded environment. Each transaction has its own connection, so that a store may be used from several
 * threads, and nothing but the one file is left when none runs.
 */
public final class EnvironmentStore implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 10;
    /** Whoever waited longer than all pauses together met somebody who really writes. */
    private static final long QUICK_MILLIS = 10_000;

    private final SqliteDatabase database;
    private final Jdbi jdbi;
    private final Clock clock;
    private final OperationLocks locks;

    private EnvironmentStore(SqliteDatabase database, Clock clock, Sleeper sleeper) {
        this.database = database;
        this.jdbi = Jdbi.create(database::connect);
        this.clock = clock;
        this.locks = new OperationLocks(database.file(), clock, sleeper);
    }

    /**
     * Opens the environment of a URL; makes the file, its folders and its schema where they are not there yet.
     *
     * @param jdbcUrl {@code jdbc:sqlite:<path>}
     * @throws StoreException when the file is not an environment, is of a newer version, is damaged, or cannot be written
     */
    public static EnvironmentStore open(String jdbcUrl, Clock clock) {
        return open(jdbcUrl, clock, Thread::sleep, Schema.CURRENT);
    }

    static EnvironmentStore open(String jdbcUrl, Clock clock, Sleeper sleeper, Schema schema) {
        SqliteDatabase database = SqliteDatabase.at(jdbcUrl);
        StoreFailures failures = new StoreFailures("open the environment", database.file());
        database.prepareFile(failures);
        EnvironmentStore store = new EnvironmentStore(database, clock, sleeper);
        Instant begun = clock.instant();
        for (int attempt = 1; ; attempt++) {
            try (Handle handle = store.jdbi.open()) {
                store.bringUpToDate(handle, schema, failures);
                return store;
            } catch (JdbiException e) {
                // Where several make the same file at once, SQLite gives up without waiting for its busy timeout.
                boolean atOnce = clock.instant().isBefore(begun.plusMillis(QUICK_MILLIS));
                if (attempt == MOST_ATTEMPTS || !atOnce || !StoreFailures.isBusy(e)) {
                    throw failures.of(e);
                }
            }
            pause(sleeper, attempt, failures);
        }
    }

    private static void pause(Sleeper sleeper, int attempt, StoreFailures failures) {
        try {
            sleeper.sleep(PAUSE_MILLIS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.of("the build was interrupted", "Run it again", e);
        }
    }

    /** Looks before it writes, so that opening an environment does not wait for an operation that runs there. */
    private void bringUpToDate(Handle handle, Schema schema, StoreFailures failures) {
        if (!database.recognise(handle, failures)) {
            SqliteDatabase.setJournal(handle);
        } else if (schema.versionOf(handle, failures) == schema.version()) {
            return;
        }
        handle.useTransaction(transaction -> {
            SqliteDatabase.mark(handle);
            // Again, now that no other can write: two may have found the same old version.
            int version = SqliteDatabase.isEmpty(handle) ? 0 : schema.versionOf(handle, failures);
            schema.migrate(handle, version, clock);
        });
    }

    /** The environment's file, absolute. */
    public Path file() {
        return database.file();
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
        return inTransaction("write to the environment", SqliteDatabase::claimWriting, work);
    }

    /** {@link #transact} for work that gives nothing. */
    public <X extends Exception> void change(TransactionalAction<X> work) throws X {
        transact(tx -> {
            work.in(tx);
            return true;
        });
    }

    /**
     * Reads the state after the last committed transaction. Never waits for a running operation and never hinders one;
     * writing fails.
     *
     * @throws X what the work throws
     * @throws StoreException when the file cannot be read
     */
    public <T, X extends Exception> T read(TransactionalWork<T, X> work) throws X {
        return inTransaction("read the environment", SqliteDatabase::forbidWriting, work);
    }

    /**
     * Copies the state after the last committed transaction into a new file, which is an environment of its own. Never
     * waits for a running operation.
     *
     * @param target a file that is not there yet
     * @throws StoreException when the environment cannot be read, or the file not written
     */
    public void copyTo(Path target) {
        try (Handle handle = jdbi.open()) {
            handle.execute("VACUUM INTO ?", target.toAbsolutePath().toString());
        } catch (JdbiException e) {
            throw new StoreFailures("copy the environment", database.file()).of(e);
        }
    }

    private <T, X extends Exception> T inTransaction(
            String tried, HandleConsumer<RuntimeException> begin, TransactionalWork<T, X> work) throws X {
        try {
            return jdbi.inTransaction(handle -> {
                begin.useHandle(handle);
                StoreTransaction tx = new StoreTransaction(handle, clock);
                try {
                    T result = work.in(tx);
                    tx.flush();
                    return result;
                } finally {
                    tx.end();
                }
            });
        } catch (JdbiException e) {
            throw new StoreFailures(tried, database.file()).of(e);
        }
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
        return locks.acquire(description, timeout, listener);
    }

    /** Closes nothing: no connection outlives its transaction. Locks are closed by those who took them. */
    @Override
    public void close() {}
}
