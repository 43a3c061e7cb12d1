package io.github.solutionalm.archive;

import static io.github.solutionalm.archive.cab.CabFixture.MSZIP;
import static io.github.solutionalm.archive.cab.CabFixture.STORED;
import static io.github.solutionalm.archive.cab.CabFixture.cab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.Effort;
import io.github.solutionalm.archive.ArchiveException.Unreadable;
import io.github.solutionalm.archive.cab.LzxFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with the bytes, it ends, after little work, and with an {@link ArchiveException} that blames the file. */
class DamagedArchivesTest {

    /** The archives are of some hundred bytes, the window of LZX is of 32 KB, the decoders' buffers are as small. */
    private static final long MOST_BYTES = 8 << 20;

    @TempDir
    private Path folder;

    /** Cabinets without checksums, so that the decoders get to see the damage. */
    static Stream<Arguments> archives() {
        LzxFixture lzx = new LzxFixture(15, 1_000, 3);
        String text = "<Entity Name=\"contoso_order\"/>".repeat(30);
        return Stream.of(
                Arguments.of("zip", ZipFixture.solution()),
                Arguments.of(
                        "cab of a zip",
                        cab().folder(MSZIP).with("a.zip", ZipFixture.solution()).bytes()),
                Arguments.of(
                        "stored cab",
                        cab().folder(STORED)
                                .with("a.xml", text)
                                .with("b\\c.xml", text)
                                .bytes()),
                Arguments.of(
                        "MSZIP cab",
                        cab().withoutChecksums()
                                .folder(MSZIP)
                                .with("a.xml", text)
                                .bytes()),
                Arguments.of(
                        "LZX cab",
                        cab().withoutChecksums()
                                .folder(lzx.type(), lzx)
                                .with("a.xml", text)
                                .bytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void cutOffAnywhere(String name, byte[] whole) throws IOException {
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve(name), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> withLittle(file))
                    .describedAs("%s cut off after %d bytes", name, length)
                    .isInstanceOf(ArchiveException.class)
                    .isNotInstanceOf(Unreadable.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void withAnyByteWrong(String name, byte[] whole) throws IOException {
        Random random = new Random(7);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            isReadOrRefused(name, damaged, "byte " + at);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void withManyBytesWrong(String name, byte[] whole) throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int n = random.nextInt(20); n >= 0; n--) {
                damaged[4 + random.nextInt(whole.length - 4)] = (byte) random.nextInt(256);
            }
            isReadOrRefused(name, damaged, "round " + round);
        }
    }

    private void isReadOrRefused(String name, byte[] damaged, String description) throws IOException {
        Path file = Files.write(folder.resolve(name), damaged);
        try {
            withLittle(file);
        } catch (ArchiveException e) {
            assertThat(e).describedAs("%s, %s", name, description).isNotInstanceOf(Unreadable.class);
        }
    }

    private static void withLittle(Path file) throws IOException {
        IOException[] failure = {null};
        assertThat(Effort.bytesAllocated(() -> {
                    try {
                        Reading.everything(file);
                    } catch (IOException e) {
                        failure[0] = e;
                    }
                }))
                .as("bytes allocated to read %s", file)
                .isLessThan(MOST_BYTES);
        if (failure[0] != null) {
            throw failure[0];
        }
    }
}
