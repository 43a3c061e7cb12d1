package io.github.solutionalm.archive;

import static io.github.solutionalm.archive.ZipFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import io.github.solutionalm.archive.ArchiveException.Unsupported;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void holdsItsEntriesInItsOwnOrder() throws IOException {
        Path file = zip().with("solution.xml", "<a/>")
                .with("Workflows/", "")
                .with("Workflows/X.json", "{}")
                .at(folder.resolve("p.zip"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(archive.format()).isEqualTo("zip");
            assertThat(archive.size()).isEqualTo(Files.size(file));
            assertThat(archive.entries())
                    .containsExactly(new Entry("solution.xml", 4), new Entry("Workflows/X.json", 2));
            assertThat(Reading.text(archive, "workflows/x.JSON")).isEqualTo("{}");
            assertThat(archive.find("customizations.xml")).isEmpty();
        }
    }

    @Test
    void isKnownByItsContentNotByItsExtension() throws IOException {
        Path file = Files.write(folder.resolve("package.cab"), ZipFixture.solution());

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(archive.format()).isEqualTo("zip");
        }
    }

    @Test
    void isIdentifiedByTheSha256OfTheFile() throws IOException {
        Path file = Files.write(folder.resolve("p.zip"), ZipFixture.zip().bytes());

        try (SolutionArchive archive = Reading.open(file)) {
            // the empty .zip: an end of central directory record of 22 bytes
            assertThat(archive.sha256()).isEqualTo("8739c76e681f900923b900c9df0ef75cf421d39cabb54650c4b9ad19b6a76d85");
            assertThat(archive.entries()).isEmpty();
        }
    }

    @Test
    void leavesNothingOpenNeitherWhenItFailedNorWhenItWasClosed() throws IOException {
        Path file = Files.write(folder.resolve("p.zip"), ZipFixture.solution());
        Reading.everything(file);
        Files.delete(file);

        assertThat(file).doesNotExist();
    }

    @Test
    void storedAndDeflatedEntriesAreRead() throws IOException {
        byte[] content = "stored".getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        Path file = zip().with("a", content, entry -> {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                })
                .with("b", "deflated")
                .at(folder.resolve("p.zip"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(Reading.text(archive, "a")).isEqualTo("stored");
            assertThat(Reading.text(archive, "b")).isEqualTo("deflated");
        }
    }

    @Test
    void anEncryptedEntryIsRefusedAtOnce() throws IOException {
        byte[] bytes = zip().with("b", "y").bytes();
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int flags = centralDirectory(zip) + 8;
        zip.putShort(flags, (short) (zip.getShort(flags) | 1));
        Path file = Files.write(folder.resolve("p.zip"), bytes);

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Unsupported.class)
                .hasMessage("b in p.zip is encrypted. Pack the solution without a password");
    }

    @Test
    void anUnknownCompressionIsRefusedAtOnce() throws IOException {
        byte[] bytes = zip().with("a", "x").bytes();
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        zip.putShort(centralDirectory(zip) + 10, (short) 14); // LZMA
        Path file = Files.write(folder.resolve("p.zip"), bytes);

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("a in p.zip is compressed with method 14");
    }

    @Test
    void aWrongChecksumShowsAtTheEndOfTheEntry() throws IOException {
        byte[] bytes = zip().with("a", "x").bytes();
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(centralDirectory(zip) + 16, 0x1234);
        Path file = Files.write(folder.resolve("p.zip"), bytes);

        try (SolutionArchive archive = Reading.open(file)) {
            assertThatThrownBy(() -> Reading.text(archive, "a"))
                    .isInstanceOf(Corrupt.class)
                    .hasMessage("a in p.zip is damaged: its CRC-32 is 8cdc1683, and should be 00001234");
        }
    }

    @Test
    void anEntryThatGivesMoreThanItDeclaresIsDamaged() throws IOException {
        assertThatThrownBy(() -> Reading.everything(declaring(3, "12345")))
                .isInstanceOf(Corrupt.class)
                .hasMessage("a in p.zip is damaged: it has more than the 3 bytes it declares");
    }

    @Test
    void anEntryThatGivesLessThanItDeclaresIsDamaged() throws IOException {
        assertThatThrownBy(() -> Reading.everything(declaring(9, "12345")))
                .isInstanceOf(Corrupt.class)
                .hasMessage("a in p.zip is damaged: it ends after 5 of 9 bytes");
    }

    @Test
    void aFailureIsThrownAgainByEveryLaterRead() throws IOException {
        try (SolutionArchive archive = Reading.open(declaring(9, "12345"));
                InputStream in = archive.open(archive.entries().get(0))) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(Corrupt.class);
            assertThatThrownBy(in::read).isInstanceOf(Corrupt.class);
        }
    }

    @Test
    void aZipInAZipIsAnEntryLikeAnyOther() throws IOException {
        Path file = zip().with("inner.zip", ZipFixture.solution(), entry -> {}).at(folder.resolve("p.zip"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(Reading.names(archive)).containsExactly("inner.zip");
        }
    }

    @Test
    void entriesOfAnotherArchiveAreNotOpened() throws IOException {
        Path file = zip().with("a", "x").at(folder.resolve("p.zip"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThatThrownBy(() -> archive.open(new Entry("b", 1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Path declaring(int size, String content) throws IOException {
        byte[] bytes = zip().with("a", content).bytes();
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(centralDirectory(zip) + 24, size);
        return Files.write(folder.resolve("p.zip"), bytes);
    }

    /** From the end of central directory record, which stands in the last 22 bytes: APPNOTE.TXT 4.3.16. */
    private static int centralDirectory(ByteBuffer zip) {
        return zip.getInt(zip.limit() - 22 + 16);
    }
}
