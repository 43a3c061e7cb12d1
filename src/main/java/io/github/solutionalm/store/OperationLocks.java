package io.github.solutionalm.store;

import io.github.solutionalm.files.LockFile;
import io.github.solutionalm.files.ObstacleException;
import io.github.solutionalm.time.Sleeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Waits for the right to run an operation in an environment. */
final class OperationLocks {

    private static final Duration TELL = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Path database;
    private final Clock clock;
    private final Sleeper sleeper;

    OperationLocks(Path database, Clock clock, Sleeper sleeper) {
        this.database = database;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    OperationLock acquire(String description, Duration timeout, WaitListener listener) {
        Instant begin = clock.instant();
        Duration tell = Duration.ZERO;
        LockFile file = lockFile();
        String text = description + " (process " + ProcessHandle.current().pid() + ", since "
                + begin.truncatedTo(ChronoUnit.SECONDS) + ")";
        while (true) {
            Optional<OperationLock> lock = attempt(file, text);
            if (lock.isPresent()) {
                return lock.get();
            }
            Duration waited = Duration.between(begin, clock.instant());
            if (waited.compareTo(timeout) >= 0) {
                throw timedOut(holder(file), waited);
            }
            if (waited.compareTo(tell) >= 0) {
                listener.waiting(holder(file), waited);
                tell = waited.plus(TELL);
            }
            Duration left = timeout.minus(waited).plusMillis(1);
            pause(left.compareTo(POLL) < 0 ? left : POLL);
        }
    }

    /** Beside the file itself where the environment is given as a link: whoever comes by another name takes the same lock. */
    private LockFile lockFile() {
        Path real;
        try {
            real = database.toRealPath();
        } catch (IOException e) {
            real = database;
        }
        return new LockFile(real.resolveSibling(real.getFileName() + "-lock"));
    }

    private static String holder(LockFile file) {
        return file.holder().orElse("an operation that does not say what it is");
    }

    private Optional<OperationLock> attempt(LockFile file, String text) {
        try {
            return file.attempt(text).map(OperationLock::new);
        } catch (ObstacleException e) {
            throw new StoreFailures("lock the environment", database)
                    .of(
                            "its lock file " + file.path() + " is " + e.obstacle() + ", which is left unchanged",
                            "Delete it, or choose another file",
                            e);
        } catch (IOException e) {
            throw new StoreFailures("lock the environment", database)
                    .of("the file " + file.path() + " can't be used (" + e.getMessage() + ")", "Allow writing it", e);
        }
    }

    private void pause(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailures("lock the environment", database)
                    .of("the build was interrupted while another operation ran there", "Start it again", e);
        }
    }

    private LockTimeoutException timedOut(String holder, Duration waited) {
        String message =
                "Tried to lock the environment " + database + " but failed because: another operation is running"
                        + " there, "
                        + holder + ", and did not end within " + waited.toSeconds()
                        + " s. Wait for it, or allow more time with <lockTimeout> or -Dsolution.lockTimeout.";
        return new LockTimeoutException(message, holder, waited);
    }
}
