package io.github.solutionalm.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A file that is locked while one build does what only one may do at a time, in an environment or with a file that is beside it: a
 * lock of the operating system's, which ends with its process. It says who holds it, and goes when it is given back.
 *
 * <p>Within one JVM the lock would not hold: the first of its threads or class loaders to close the file, even after only reading
 * it, drops the POSIX locks of all. So a JVM first claims the file for one of its own, in a system property, since that is what class
 * loaders share, and only the one that has the claim touches the file.
 *
 * <p>Its name may be a link to anything, put there by anybody who may write to the folder: it is never followed.
 */
public final class LockFile {

    private static final String CLAIM = "io.github.solutionalm.files.lock:";

    private static final int LONGEST_HOLDER = 1000;

    /** Far behind the text: Windows lets nobody read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final String claim;
    private String lastHolder = "";

    /**
     * The lock of a name; its file is made when it is taken.
     *
     * @param path in a real folder that is there: whoever comes by another name is to take the same lock
     */
    public LockFile(Path path) {
        this.path = path;
        this.claim = CLAIM + path;
    }

    /** What was taken. */
    public static final class Held implements AutoCloseable {

        private final Runnable release;
        private boolean released;

        private Held(Runnable release) {
            this.release = release;
        }

        /** Gives it back. Closing twice does no harm. */
        @Override
        public synchronized void close() {
            if (!released) {
                released = true;
                release.run();
            }
        }
    }

    /** The path of the file. */
    public Path path() {
        return path;
    }

    /** Who held the lock when an attempt failed last; empty when that one does not say. */
    public Optional<String> holder() {
        return Optional.of(lastHolder).filter(text -> !text.isEmpty());
    }

    /**
     * Takes the lock if it is free.
     *
     * @param text who holds it then, for others
     * @throws ObstacleException when something else than a lock file has its name
     */
    public Optional<Held> attempt(String text) throws IOException {
        Object other = System.getProperties().putIfAbsent(claim, text);
        if (other != null) {
            lastHolder = other.toString();
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<Held> lock = attemptFile(text);
            taken = lock.isPresent();
            return lock;
        } finally {
            if (!taken) {
                giveUpClaim();
            }
        }
    }

    private Optional<Held> attemptFile(String text) throws IOException {
        Channels channels = new Channels();
        try {
            // Looked at before, since the opening of a pipe would wait for its other end.
            ObstacleException.unlessPlain(path);
            FileChannel channel = openOrMake(channels);
            if (tryLock(channel) && isInPlace(channels)) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                return Optional.of(new Held(() -> release(channels)));
            }
            lastHolder = writtenHolder();
        } catch (NoSuchFileException e) {
            // Its holder has just finished.
        } catch (IOException | RuntimeException e) {
            channels.close();
            throw e;
        }
        channels.close();
        return Optional.empty();
    }

    private FileChannel openOrMake(Channels channels) throws IOException {
        try {
            return channels.open(path, CREATE, WRITE, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new IOException("its folder no longer exists", e); // no holder that has just finished
        }
    }

    /** Half written it may be, so that it is not decoded strictly. */
    private String writtenHolder() throws IOException {
        try (InputStream in = Files.newInputStream(path, NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(LONGEST_HOLDER), StandardCharsets.UTF_8);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false; // held in this JVM, by one that does not know of claims
        }
    }

    /**
     * Whether the file that was locked is still the one at its path: its holder may have deleted it in between. Only the JVM can
     * tell, by refusing to lock one file twice. The second channel stays open as long as the first, see above.
     */
    private boolean isInPlace(Channels channels) throws IOException {
        try {
            channels.open(path, WRITE, NOFOLLOW_LINKS).tryLock(LOCKED_BYTE, 1, false);
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private void release(Channels channels) {
        try {
            // While it is still locked: nobody else deletes a file that another has locked.
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It may stay: it is not locked, and that is what counts.
        }
        channels.close();
        giveUpClaim();
    }

    private void giveUpClaim() {
        System.getProperties().remove(claim);
    }

    /** File channels that are closed together. */
    private static final class Channels implements AutoCloseable {

        private final Deque<FileChannel> open = new ArrayDeque<>();

        FileChannel open(Path path, OpenOption... options) throws IOException {
            FileChannel channel = FileChannel.open(path, options);
            open.push(channel);
            return channel;
        }

        @Override
        public void close() {
            while (!open.isEmpty()) {
                try {
                    open.pop().close();
                } catch (IOException e) {
                    // Only read or written through before; there is nothing to lose.
                }
            }
        }
    }
}
