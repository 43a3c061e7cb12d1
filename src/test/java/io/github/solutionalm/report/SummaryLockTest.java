package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryLockTest {

    @TempDir
    Path folder;

    @Test
    void aLinkInPlaceOfTheLockIsNeverFollowed() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Path lock = Files.createSymbolicLink(folder.resolve(".summary.json.lock"), elsewhere);

        assertRefused("it is a symbolic link");
        assertThat(elsewhere).doesNotExist();

        Files.delete(lock);
        SummaryLock.with(folder.resolve("summary.json"), () -> Files.createFile(elsewhere));
        assertThat(elsewhere).exists();
    }

    @Test
    void whatIsNoFileIsNotOpened() throws IOException {
        Files.createDirectory(folder.resolve(".summary.json.lock"));

        assertRefused("it is a directory");
    }

    @Test
    void whatAnotherProcessDoesIsWaitedFor() throws Exception {
        Path summary = folder.resolve("summary.json");
        Files.createFile(folder.resolve(".summary.json.lock"));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Path.of(SummaryLockTest.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        Holder.class.getName(),
                        folder.resolve(".summary.json.lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).as("it holds the lock").isEqualTo('h');
            AtomicBoolean done = new AtomicBoolean();
            Thread waiting = new Thread(() -> {
                try {
                    SummaryLock.with(summary, () -> done.set(true));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            waiting.start();
            while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(done).as("while the other one holds it").isFalse();

            other.getOutputStream().close();
            waiting.join();
            assertThat(done).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Another process: holds a lock until its input ends. */
    static final class Holder {

        private Holder() {}

        @SuppressWarnings("try") // the lock is held, not used
        public static void main(String[] args) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                System.out.print('h');
                System.out.flush();
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> SummaryLock.with(folder.resolve("summary.json"), () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".summary.json.lock")
                .hasMessageContaining(reason)
                .hasMessageContaining("Delete it")
                .hasMessageContaining("-Dsolution.outputDirectory");
    }
}
