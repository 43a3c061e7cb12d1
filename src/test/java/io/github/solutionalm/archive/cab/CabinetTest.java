package io.github.solutionalm.archive.cab;

import static io.github.solutionalm.archive.cab.CabFixture.MSZIP;
import static io.github.solutionalm.archive.cab.CabFixture.QUANTUM;
import static io.github.solutionalm.archive.cab.CabFixture.STORED;
import static io.github.solutionalm.archive.cab.CabFixture.cab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.archive.cab.CabException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CabinetTest {

    @TempDir
    private Path folder;

    @Test
    void holdsFilesInFoldersOfDifferentCompression() throws IOException {
        LzxFixture lzx = new LzxFixture(15, 0, 1);
        Path file = cab().folder(STORED)
                .with("a.txt", "stored")
                .with("empty", "")
                .folder(MSZIP)
                .with("dir\\b.txt", "deflated ".repeat(20_000))
                .folder(lzx.type(), lzx)
                .with("c.txt", "lzx")
                .at(folder.resolve("x.cab"));

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThat(cabinet.files())
                    .extracting(CabFile::name)
                    .containsExactly("a.txt", "empty", "dir\\b.txt", "c.txt");
            assertThat(cabinet.files()).extracting(CabFile::size).containsExactly(6L, 0L, 180_000L, 3L);
            assertThat(text(cabinet, 0)).isEqualTo("stored");
            assertThat(text(cabinet, 1)).isEmpty();
            assertThat(text(cabinet, 2)).isEqualTo("deflated ".repeat(20_000));
            assertThat(text(cabinet, 3)).isEqualTo("lzx");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {STORED, MSZIP, 3})
    void itsFilesAreOpenedInAnyOrder(int type) throws IOException {
        LzxFixture lzx = new LzxFixture(15, 0, 1);
        CabFixture fixture = type == 3 ? cab().folder(lzx.type(), lzx) : cab().folder(type);
        for (int i = 0; i < 40; i++) {
            fixture.with("f" + i, content(i));
        }
        try (Cabinet cabinet = Cabinet.open(fixture.at(folder.resolve("x.cab")))) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
            Collections.shuffle(order, new Random(4));
            for (int i : order) {
                assertThat(text(cabinet, i)).isEqualTo(content(i));
            }
        }
    }

    @Test
    void itsFilesMayBeOpenAtTheSameTime() throws IOException {
        Path file =
                cab().folder(MSZIP).with("a", content(1)).with("b", content(2)).at(folder.resolve("x.cab"));

        try (Cabinet cabinet = Cabinet.open(file);
                InputStream b = cabinet.open(cabinet.files().get(1));
                InputStream a = cabinet.open(cabinet.files().get(0))) {
            StringBuilder both = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                both.append((char) a.read()).append((char) b.read());
            }
            assertThat(both).startsWith("ff12--0011");
            assertThat(new String(a.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(content(1).substring(100));
            assertThat(new String(b.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(content(2).substring(100));
        }
    }

    @Test
    void namesAreUtf8OnlyIfTheySaySo() throws IOException {
        Path file = cab().folder(STORED)
                .with("Bestellübersicht".getBytes(StandardCharsets.UTF_8), 0x80, new byte[1])
                .with("Übersicht".getBytes(StandardCharsets.ISO_8859_1), 0x20, new byte[1])
                .at(folder.resolve("x.cab"));

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThat(cabinet.files()).extracting(CabFile::name).containsExactly("Bestellübersicht", "Übersicht");
        }
    }

    @Test
    void aNameThatIsNotTheUtf8ItClaimsIsRefused() {
        refuses(
                cab().folder(STORED).with("Ü".getBytes(StandardCharsets.ISO_8859_1), 0x80, new byte[1]),
                Kind.CORRUPT,
                "the name of file 0 is marked as UTF-8 but is not valid UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "20, 0, 0", "0, 4, 0", "0, 0, 7", "6144, 255, 255"})
    void reservedAreasAreSkipped(int header, int perFolder, int perBlock) throws IOException {
        Path file = cab().reserve(header, perFolder, perBlock)
                .folder(MSZIP)
                .with("a", content(3))
                .folder(STORED)
                .with("b", "x")
                .at(folder.resolve("x.cab"));

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThat(text(cabinet, 0)).isEqualTo(content(3));
            assertThat(text(cabinet, 1)).isEqualTo("x");
        }
    }

    @Test
    void aSignatureAfterItsEndIsIgnored() throws IOException {
        Path file = cab().folder(STORED).with("a", "x").signed(new byte[16_000]).at(folder.resolve("x.cab"));

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThat(text(cabinet, 0)).isEqualTo("x");
        }
    }

    @Test
    void checksumsMayBeMissing() throws IOException {
        Path file = cab().withoutChecksums().folder(STORED).with("a", "x").at(folder.resolve("x.cab"));

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThat(text(cabinet, 0)).isEqualTo("x");
        }
    }

    @Test
    void checksumsThatAreThereAreChecked() throws IOException {
        byte[] bytes = cab().folder(STORED).with("a", "hello").bytes();
        bytes[bytes.length - 1] ^= 1;
        Path file = Files.write(folder.resolve("x.cab"), bytes);

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThatThrownBy(() -> text(cabinet, 0))
                    .isInstanceOf(CabException.class)
                    .hasMessage("block 0 of folder 0 has a wrong checksum");
        }
    }

    @Test
    void aFailedFileDoesNotSpoilTheOthers() throws IOException {
        byte[] bytes = cab().folder(STORED)
                .with("a", "x")
                .folder(STORED)
                .with("b", "hello")
                .bytes();
        bytes[bytes.length - 1] ^= 1;
        Path file = Files.write(folder.resolve("x.cab"), bytes);

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThatThrownBy(() -> text(cabinet, 1)).isInstanceOf(CabException.class);
            assertThat(text(cabinet, 0)).isEqualTo("x");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void partsOfSplitSetsAreNotSupported(int flags) {
        refuses(cab().flags(flags).folder(STORED).with("a", "x"), Kind.UNSUPPORTED, "one part of a split cabinet set");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFD, 0xFFFE, 0xFFFF})
    void filesOfSplitSetsAreNotSupported(int inFolder) {
        refuses(
                cab().folder(STORED).with("a", "x").declare(new byte[] {'b'}, 0, inFolder, 0, 1),
                Kind.UNSUPPORTED,
                "one part of a split cabinet set");
    }

    @Test
    void quantumIsNotSupportedButDoesNotHinderOtherFolders() throws IOException {
        Path file = cab().folder(STORED)
                .with("a", "x")
                .folder(QUANTUM)
                .with("b", "y")
                .at(folder.resolve("x.cab"));

        try (Cabinet cabinet = Cabinet.open(file)) {
            assertThatThrownBy(cabinet::requireSupportedCompression).hasMessageContaining("Quantum");
            assertThatThrownBy(() -> text(cabinet, 1)).hasMessageContaining("Quantum");
            assertThat(text(cabinet, 0)).isEqualTo("x");
        }
    }

    @Test
    void unknownCompressionIsNotSupported() {
        refuses(cab().folder(9).with("a", "x"), Kind.UNSUPPORTED, "unknown compression, number 9");
    }

    @Test
    void filesThatShareBytesAreNotSupported() {
        refuses(
                cab().folder(STORED).with("a", "hello").declare(new byte[] {'b'}, 0, 0, 4, 1),
                Kind.UNSUPPORTED,
                "its files \"a\" and \"b\" share the same bytes");
    }

    @Test
    void tablesThatContradictThemselvesAreRefused() {
        refuses(cab(), Kind.CORRUPT, "it has no folders");
        refuses(cab().folder(STORED), Kind.CORRUPT, "it has no files");
        refuses(cab().folder(STORED).with("", "x"), Kind.CORRUPT, "file 0 has no name");
        refuses(cab().folder(STORED).with("n".repeat(256), "x"), Kind.CORRUPT, "a name of more than 255 bytes");
        refuses(
                cab().folder(STORED).with("a", "x").declare(new byte[] {'b'}, 0, 1, 0, 1),
                Kind.CORRUPT,
                "\"b\" is in folder 1 of 1");
        refuses(
                cab().folder(STORED).with("a", "x").declare(new byte[] {'b'}, 0, 0, 1, 0xFFFF_FFFFL),
                Kind.CORRUPT,
                "\"b\" ends at byte 4,294,967,296 of its folder, which has 1");
        refuses(cab().folder(3 | 14 << 8).with("a", "x"), Kind.CORRUPT, "an LZX window of 2^14 bytes; 2^15 to 2^21");
    }

    @Test
    void manyFoldersOnTheSameDataAreRefusedBeforeTheyCostTime() throws IOException {
        CabFixture fixture = cab();
        for (int i = 0; i < 500; i++) {
            fixture.folder(STORED);
        }
        byte[] bytes = fixture.folder(STORED).with("a", new byte[100_000]).bytes();
        ByteBuffer cabinet = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 500; i++) {
            cabinet.putShort(36 + 8 * i + 4, (short) 4); // the blocks of the last folder
        }
        Path file = Files.write(folder.resolve("x.cab"), bytes);

        assertThatThrownBy(() -> Cabinet.open(file))
                .hasMessage("its folders have more data than the cabinet has bytes");
    }

    @Test
    void aFolderMayBeEmptyIfItsFilesAre() {
        Path file = cab().folder(MSZIP).with("a", "").at(folder.resolve("x.cab"));

        assertThatCode(() -> Cabinet.open(file).close()).doesNotThrowAnyException();
    }

    private void refuses(CabFixture fixture, Kind kind, String message) {
        Path file = fixture.at(folder.resolve("x.cab"));
        assertThatThrownBy(() -> Cabinet.open(file).close())
                .isInstanceOfSatisfying(
                        CabException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
    }

    private static String content(int i) {
        return "f" + i + "-" + "0123456789".repeat(i * 100) + new Random(i).nextInt();
    }

    private static String text(Cabinet cabinet, int file) throws IOException {
        try (InputStream in = cabinet.open(cabinet.files().get(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
