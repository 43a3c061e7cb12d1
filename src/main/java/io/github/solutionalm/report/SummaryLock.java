package io.github.solutionalm.report;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Lets one writer at a time change a file that several builds write to. The lock is a file of its own beside it, since
 * the file itself is replaced at each write; it stays there, empty, since deleting it would open a gap.
 */
final class SummaryLock {

    /** A write takes milliseconds; whoever holds the lock this long hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 20;

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
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        // Threads first, then processes: a lock belongs to the whole JVM, which refuses it a second time
        // (OverlappingFileLockException), and on POSIX loses it as soon as any thread closes the lock file. An interned
        // string is the one monitor that plugin class loaders share, those of the modules of one build.
        synchronized (monitor(lock)) {
            try (FileChannel channel = open(lock);
                    FileLock held = acquire(channel, lock)) {
                assert held.isValid();
                action.run();
            }
        }
    }

    private static Object monitor(Path lock) throws IOException {
        try {
            Path directory = Files.createDirectories(lock.getParent()).toRealPath();
            return (SummaryLock.class.getName() + ' ' + directory.resolve(lock.getFileName())).intern();
        } catch (IOException e) {
            throw WriteFailure.of(lock, e);
        }
    }

    /** Never through a link, which would make a file elsewhere, and no pipe, whose other end it would wait for. */
    private static FileChannel open(Path lock) throws IOException {
        if (Files.exists(lock, NOFOLLOW_LINKS) && !Files.isRegularFile(lock, NOFOLLOW_LINKS)) {
            throw new IOException("Tried to lock " + lock + " but failed because: it is "
                    + (Files.isSymbolicLink(lock) ? "a symbolic link" : "no file")
                    + ", which is left as it is. Delete it, or name another <outputDirectory>"
                    + " (-Dsolution.outputDirectory).");
        }
        try {
            return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE, NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw WriteFailure.of(lock, e);
        }
    }

    private static FileLock acquire(FileChannel channel, Path lock) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            FileLock held = channel.tryLock();
            if (held != null) {
                return held;
            }
            pause();
        }
        throw new IOException("Another build has held " + lock + " for " + PATIENCE.toSeconds()
                + " s; end it, or give each build its own <outputDirectory> (-Dsolution.outputDirectory)");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another build wrote the summary");
        }
    }
}
