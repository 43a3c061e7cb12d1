package io.github.solutionalm.report;

import io.github.solutionalm.files.LockFile;
import io.github.solutionalm.files.ObstacleException;
import io.github.solutionalm.time.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets one writer at a time change a file that several builds write to. The lock is a file of its own beside it, since
 * the file itself is replaced at each write.
 */
final class SummaryLock {

    /** A write takes milliseconds; whoever holds the lock this long hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(10);

    /** What is done under the lock. */
    interface Action {
        void run() throws IOException;
    }

    private SummaryLock() {}

    /**
     * Runs an action that reads and replaces a file while nobody else does.
     *
     * @throws IOException of the action, or when the lock cannot be had
     */
    static void with(Path file, Action action) throws IOException {
        try (LockFile.Held held = acquire(file.resolveSibling("." + file.getFileName() + ".lock"))) {
            assert held != null;
            action.run();
        }
    }

    private static LockFile.Held acquire(Path lock) throws IOException {
        LockFile file = in(lock);
        String us = "process " + ProcessHandle.current().pid();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<LockFile.Held> held = attempt(file, us);
            if (held.isPresent()) {
                return held.get();
            }
            pause();
        }
        throw new IOException("Another build (" + file.holder().orElse("an unknown process") + ") has held " + lock
                + " for " + PATIENCE.toSeconds()
                + " s; end it, or give each build its own <outputDirectory> (-Dsolution.outputDirectory)");
    }

    private static LockFile in(Path lock) throws IOException {
        try {
            Path directory = Files.createDirectories(lock.getParent()).toRealPath();
            return new LockFile(directory.resolve(lock.getFileName()));
        } catch (IOException e) {
            throw WriteFailure.of(lock, e);
        }
    }

    private static Optional<LockFile.Held> attempt(LockFile file, String us) throws IOException {
        try {
            return file.attempt(us);
        } catch (ObstacleException e) {
            throw new IOException(
                    "Tried to lock " + file.path() + " but failed because: it is " + e.obstacle()
                            + ", which is left unchanged. Delete it, or choose another <outputDirectory>"
                            + " (-Dsolution.outputDirectory).",
                    e);
        } catch (IOException e) {
            throw WriteFailure.of(file.path(), e);
        }
    }

    private static void pause() throws IOException {
        try {
            Sleeper.REAL.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another build wrote the summary");
        }
    }
}
