package io.github.solutionalm.archive.cab;

import static io.github.solutionalm.archive.cab.CabFixture.MSZIP;
import static io.github.solutionalm.archive.cab.CabFixture.cab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components are read in another order than a cabinet may store their files in: no order costs more than one more pass. */
final class OrderOfFilesTest {

    private static final int FILES = 200;
    private static final int SIZE = 8_000;

    @TempDir
    private Path folder;

    @Test
    void backwards() throws IOException {
        Counted cabinet = new Counted(twoFolders());
        readAll(cabinet, Collections::reverse);

        assertThat(cabinet.read).isLessThan(3 * cabinet.size());
    }

    @Test
    void fromOneFolderToTheOtherAndBack() throws IOException {
        Counted cabinet = new Counted(twoFolders());
        readAll(cabinet, files -> Collections.shuffle(files, new Random(5)));

        assertThat(cabinet.read).isLessThan(3 * cabinet.size());
    }

    @Test
    void asTheyAreStored() throws IOException {
        Counted cabinet = new Counted(twoFolders());
        readAll(cabinet, files -> {});

        assertThat(cabinet.read).isLessThan(3 * cabinet.size() / 2);
    }

    /** Each block of zeros takes some fifty bytes of the cabinet, and is the same: nobody has to hold them all to write it. */
    @Test
    void whatIsTooLargeToBeHeldIsRefused() throws IOException {
        int size = 65 << 20;
        CabFixture fixture = cab().folder(MSZIP, new CabFixture.Zeros(2L * size));
        fixture.declare(new byte[] {'a'}, 0x20, 0, 0, size).declare(new byte[] {'b'}, 0x20, 0, size, size);
        Counted counted = new Counted(fixture.at(folder.resolve("x.cab")));

        try (Cabinet cabinet = Cabinet.open(counted)) {
            try (InputStream in = cabinet.open(cabinet.files().get(1))) {
                assertThat(in.read()).isZero();
            }

            assertThatThrownBy(() -> cabinet.open(cabinet.files().get(0)))
                    .isInstanceOfSatisfying(
                            CabException.class, e -> assertThat(e.kind()).isEqualTo(CabException.Kind.UNSUPPORTED))
                    .hasMessageContaining("too large to keep in memory: at least 136,314,880 bytes; the limit is"
                            + " 134,217,728. Repack it as a .zip");
        }
    }

    private Path twoFolders() {
        CabFixture fixture = cab();
        Random random = new Random(3);
        for (int i = 0; i < FILES; i++) {
            if (i % (FILES / 2) == 0) {
                fixture.folder(MSZIP);
            }
            byte[] content = new byte[SIZE];
            random.nextBytes(content);
            content[0] = (byte) i;
            fixture.with("f" + i, content);
        }
        return fixture.at(folder.resolve("x.cab"));
    }

    private interface Order {
        void arrange(List<CabFile> files);
    }

    private static void readAll(Counted channel, Order order) throws IOException {
        try (Cabinet cabinet = Cabinet.open(channel)) {
            List<CabFile> files = new ArrayList<>(cabinet.files());
            order.arrange(files);
            for (CabFile file : files) {
                try (InputStream in = cabinet.open(file)) {
                    byte[] content = in.readAllBytes();
                    assertThat(content).hasSize(SIZE);
                    assertThat(content[0])
                            .isEqualTo((byte) Integer.parseInt(file.name().substring(1)));
                }
            }
        }
    }

    /** Counts what is read of a file. */
    private static final class Counted implements SeekableByteChannel {
        private final FileChannel channel;
        private long read;

        Counted(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int n = channel.read(target);
            read += n;
            return n;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        /** Known when it was closed, too. */
        @Override
        public long size() throws IOException {
            return channel.isOpen() ? channel.size() : FILES * SIZE;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
