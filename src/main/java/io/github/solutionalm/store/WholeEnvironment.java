package io.github.solutionalm.store;

import io.github.solutionalm.files.WholeFile;
import io.github.solutionalm.store.EnvironmentStore.TransactionalAction;
import io.github.solutionalm.time.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The file of a captured environment, which is there whole or not at all: it is made in the temporary folder, closed, and then
 * put in its place as one file.
 */
public final class WholeEnvironment {

    private static final List<String> JOURNALS = List.of("-wal", "-journal");

    private final SqliteDatabase database;
    private final Clock clock;
    private final StoreFailures failures;

    private WholeEnvironment(Path file, Clock clock) {
        this.database = SqliteDatabase.at(SqliteDatabase.SCHEME + file);
        this.clock = clock;
        this.failures = new StoreFailures("write the captured environment", database.file());
    }

    /**
     * Makes the file in one transaction, in place of an earlier capture that may be there; its folders are made if they are
     * not there.
     *
     * @param file where it is to be
     * @param filling writes what it holds, among it its {@linkplain OriginTable origin}
     * @throws X what the filling throws; what was there stays
     * @throws LockTimeoutException when an operation runs in the file that is there
     * @throws StoreException when the file cannot be written, or something else than a capture has its place
     */
    public static <X extends Exception> void write(Path file, Clock clock, TransactionalAction<X> filling) throws X {
        new WholeEnvironment(file, clock).write(filling);
    }

    @SuppressWarnings("try") // the lock is held, not used
    private <X extends Exception> void write(TransactionalAction<X> filling) throws X {
        database.prepareFile(failures);
        try (OperationLock lock = new OperationLocks(database.file(), clock, Sleeper.REAL)
                .acquire("capture", Duration.ZERO, (holder, waited) -> {})) {
            refuseToReplaceAnother();
            try (EnvironmentStore made = EnvironmentStore.temporary(clock)) {
                made.change(filling);
                putInPlace(made.file());
            }
        }
    }

    /** In the place of a link's target rather than of the link. */
    private void putInPlace(Path made) {
        Path file = database.file();
        try {
            WholeFile.same(made, Files.exists(file) ? file.toRealPath() : file);
        } catch (IOException e) {
            throw failures.of("the file can't be written (" + e + ")", "Check the path and the permissions", e);
        }
    }

    /** What others imported would be lost; and journals of one file, left beside another one, would damage that. */
    private void refuseToReplaceAnother() {
        if (!database.isThere(failures)) {
            return;
        }
        try (EnvironmentStore there = EnvironmentStore.reading(SqliteDatabase.SCHEME + database.file(), clock)) {
            if (there.read(tx -> tx.origin().find()).isEmpty()) {
                throw failures.of(
                        "it is an environment that was not captured, and what was imported into it would be lost",
                        "Choose another file, or delete this one");
            }
        }
        for (String journal : JOURNALS) {
            Path file = database.file();
            if (Files.exists(file.resolveSibling(file.getFileName() + journal))) {
                throw failures.of("another process is using the file", "Try again when it has finished");
            }
        }
    }
}
