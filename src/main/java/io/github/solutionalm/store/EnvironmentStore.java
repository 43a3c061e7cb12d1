package io.github.solutionalm.store;

import io.github.solutionalm.time.Sleeper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
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
    private static final Duration PAUSE = Duration.ofMillis(10);
    /** Longer than all retries together: a lock that is still held then is a real writer. */
    private static final long QUICK_MILLIS = 10_000;

    private final SqliteDatabase database;
    private final Jdbi jdbi;
    private final Clock clock;
    private final OperationLocks locks;
    private final Runnable closing;

    private EnvironmentStore(SqliteDatabase database, Clock clock, Sleeper sleeper, Runnable closing) {
        this.database = database;
        this.closing = closing;
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
        return open(jdbcUrl, clock, Sleeper.REAL, Schema.CURRENT);
    }

    static EnvironmentStore open(String jdbcUrl, Clock clock, Sleeper sleeper, Schema schema) {
        SqliteDatabase database = SqliteDatabase.at(jdbcUrl);
        StoreFailures failures = new StoreFailures("open the environment", database.file());
        database.prepareFile(failures);
        EnvironmentStore store = new EnvironmentStore(database, clock, sleeper, () -> {});
        store.make(sleeper, schema, failures);
        return store;
    }

    /** Whether a URL leads to an environment, or to something that is in its place. An empty file is none yet. */
    public static boolean exists(String jdbcUrl) {
        SqliteDatabase database = SqliteDatabase.at(jdbcUrl);
        return database.isThere(new StoreFailures("look for the environment", database.file()));
    }

    /**
     * Opens the environment of a URL to {@linkplain #read} it, also where nothing may be written. One that is not there is
     * as a new one, and not made; one that an earlier version made is read as this version would bring it up to date, and
     * stays as it is. Both are copies in the temporary folder until the store is closed.
     *
     * @param jdbcUrl {@code jdbc:sqlite:<path>}
     * @throws StoreException when the file is not an environment, is of a newer version, is damaged, or cannot be read
     */
    public static EnvironmentStore reading(String jdbcUrl, Clock clock) {
        SqliteDatabase database = SqliteDatabase.at(jdbcUrl).asItIs();
        StoreFailures failures = new StoreFailures("read the environment", database.file());
        if (!database.isThere(failures)) {
            return thrownAway(database, clock, target -> {});
        }
        if (!database.isInWritablePlace()) {
            return thrownAway(database, clock, target -> FileSnapshot.copy(database.file(), target, failures));
        }
        EnvironmentStore store = new EnvironmentStore(database, clock, Sleeper.REAL, () -> {});
        int version = store.versionFound(failures);
        if (version == 0) {
            return thrownAway(database, clock, target -> {});
        }
        return version == Schema.CURRENT.version() ? store : store.throwAwayCopy();
    }

    private int versionFound(StoreFailures failures) {
        try (Handle handle = jdbi.open()) {
            return database.recognise(handle, failures) ? Schema.CURRENT.versionOf(handle, failures) : 0;
        } catch (JdbiException e) {
            throw failures.of(e);
        } catch (DamageException e) {
            throw failures.of(e);
        }
    }

    /**
     * A copy of the state after the last committed transaction, which can be written to and is deleted when it is closed.
     * Never waits for a running operation.
     *
     * @throws StoreException when the environment cannot be read, or the copy not written
     */
    public EnvironmentStore throwAwayCopy() {
        return thrownAway(database, clock, this::copyTo);
    }

    /**
     * A new, empty environment in the temporary folder, which is deleted when it is closed.
     *
     * @throws StoreException when it cannot be made
     */
    public static EnvironmentStore temporary(Clock clock) {
        StoreFailures failures = new StoreFailures("make a temporary", Path.of("environment"));
        ThrowAwayFolder folder = ThrowAwayFolder.make(failures);
        try {
            SqliteDatabase database = SqliteDatabase.at(SqliteDatabase.SCHEME + folder.file());
            EnvironmentStore made = new EnvironmentStore(database, clock, Sleeper.REAL, folder::delete);
            made.make(Sleeper.REAL, Schema.CURRENT, failures);
            return made;
        } catch (RuntimeException e) {
            folder.delete();
            throw e;
        }
    }

    private static EnvironmentStore thrownAway(SqliteDatabase original, Clock clock, Consumer<Path> filling) {
        StoreFailures failures = new StoreFailures("read the environment", original.file());
        ThrowAwayFolder folder = ThrowAwayFolder.make(failures);
        try {
            filling.accept(folder.file());
            EnvironmentStore copy =
                    new EnvironmentStore(original.copiedTo(folder.file()), clock, Sleeper.REAL, folder::delete);
            copy.make(Sleeper.REAL, Schema.CURRENT, failures);
            return copy;
        } catch (RuntimeException e) {
            folder.delete();
            throw e;
        }
    }

    private void make(Sleeper sleeper, Schema schema, StoreFailures failures) {
        Instant begun = clock.instant();
        for (int attempt = 1; ; attempt++) {
            try (Handle handle = jdbi.open()) {
                bringUpToDate(handle, schema, failures);
                return;
            } catch (DamageException e) {
                throw failures.of(e);
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
            sleeper.sleep(PAUSE.multipliedBy(attempt));
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

    private void copyTo(Path target) {
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
        } catch (DamageException e) {
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

    /** Deletes what was a copy only. No connection outlives its transaction; locks are closed by those who took them. */
    @Override
    public void close() {
        closing.run();
    }

    /**
     * What is done in one transaction.
     *
     * @param <T> what it gives
     * @param <X> what it may throw; the transaction is rolled back then
     */
    @FunctionalInterface
    public interface TransactionalWork<T, X extends Exception> {

        /** Does the work. The transaction ends when it returns: nothing of it may be kept. */
        T in(StoreTransaction tx) throws X;
    }

    /**
     * {@link TransactionalWork} that gives nothing.
     *
     * @param <X> what it may throw; the transaction is rolled back then
     */
    @FunctionalInterface
    public interface TransactionalAction<X extends Exception> {

        /** Does the work. The transaction ends when it returns: nothing of it may be kept. */
        void in(StoreTransaction tx) throws X;
    }
}
