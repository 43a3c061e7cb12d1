package io.github.solutionalm.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits for the right to run an operation in an environment. */
final class OperationLocks {

    private static final Duration TELL = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 200;

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
        LockFile file = new LockFile(database);
        while (true) {
            Optional<OperationLock> lock = attempt(file, description);
            if (lock.isPresent()) {
                return lock.get();
            }
            Duration waited = Duration.between(begin, clock.instant());
            if (waited.compareTo(timeout) >= 0) {
                throw timedOut(file.holder(), waited);
            }
            if (waited.compareTo(tell) >= 0) {
                listener.waiting(file.holder(), waited);
                tell = waited.plus(TELL);
            }
            pause(Math.min(POLL_MILLIS, timeout.minus(waited).toMillis() + 1));
        }
    }

    private Optional<OperationLock> attempt(LockFile file, String description) {
        try {
            return file.attempt(description, clock.instant());
        } catch (ObstacleException e) {
            throw new StoreFailures("lock the environment", database)
                    .of(
                            "its lock file " + file.path() + " is " + e.obstacle() + ", which is left as it is",
                            "Delete it, or name another file",
                            e);
        } catch (IOException e) {
            throw new StoreFailures("lock the environment", database)
                    .of("the file " + file.path() + " cannot be used (" + e.getMessage() + ")", "Allow writing it", e);
        }
    }

    private void pause(long millis) {
        try {
            sleeper.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailures("lock the environment", database)
                    .of("the build was interrupted while another operation ran there", "Start it again", e);
        }
    }

    private LockTimeoutException timedOut(String holder, Duration waited) {
        String message =
                "Tried to lock the environment " + database + " but failed because: another operation runs there, "
                        + holder + ", and did not end within " + waited.toSeconds()
                        + " s. Wait for it, or allow more time with <lockTimeout> or -Dsolution.lockTimeout.";
        return new LockTimeoutException(message, holder, waited);
    }
}
