package io.github.solutionalm.archive;

import static io.github.solutionalm.archive.ZipFixture.zip;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every limit is checked when the archive is opened, against what it declares, and names both numbers. */
class LimitsTest {

    private static final String MEGABYTES_OF_NOTHING = "\0".repeat(3 << 20);

    @TempDir
    private Path folder;

    @Test
    void ofEntries() {
        Path file = zip().with("a", "").with("b", "").with("c", "").at(folder.resolve("p.zip"));

        refuses(
                file,
                new ArchiveLimits(2, 10, 10, 10, 10),
                "p.zip has too many entries: at least 3; the limit is 2. Split the solution.");
        accepts(file, new ArchiveLimits(3, 10, 10, 10, 10));
    }

    /** The fifth is not looked at: they are counted before they are read. */
    @Test
    void ofEntriesInAZip64() {
        Path file = zip().zip64()
                .with("a", "")
                .with("b", "")
                .with("c", "")
                .with("d", "")
                .with("e", "")
                .at(folder.resolve("p.zip"));

        refuses(
                file,
                new ArchiveLimits(2, 10, 10, 10, 10),
                "p.zip has too many entries: at least 3; the limit is 2. Split the solution.");
        accepts(file, new ArchiveLimits(5, 10, 10, 10, 10));
    }

    /** 30 MB of entries with no name would otherwise become a GB of objects before the first is looked at. */
    @Test
    void ofEntriesHoldBeforeTheyAreInMemory() throws IOException {
        byte[] one = zip().with("", "").bytes();
        int directory = one.length - 22 - 46;
        int entries = 700_000;
        ByteBuffer many = ByteBuffer.allocate(directory + 46 * entries + 22).order(ByteOrder.LITTLE_ENDIAN);
        many.put(one, 0, directory);
        for (int i = 0; i < entries; i++) {
            many.put(one, directory, 46);
        }
        many.put(one, one.length - 22, 22).putInt(many.limit() - 10, 46 * entries);
        Path file = Files.write(folder.resolve("p.zip"), many.array());

        refuses(
                file,
                ArchiveLimits.DEFAULT,
                "p.zip has too many entries: at least 40,001; the limit is 40,000. Split the solution.");
    }

    @Test
    void ofOneEntry() {
        Path file = zip().with("a", "12345").at(folder.resolve("p.zip"));

        refuses(file, new ArchiveLimits(2, 4, 10, 10, 10), "a in p.zip is too large: 5 bytes; the limit is 4");
        accepts(file, new ArchiveLimits(2, 5, 10, 10, 10));
    }

    @Test
    void ofAllEntriesTogether() {
        Path file = zip().with("a", "12345").with("b", "123456").at(folder.resolve("p.zip"));

        refuses(
                file,
                new ArchiveLimits(2, 9, 10, 10, 10),
                "The content of p.zip is too large: 11 bytes; the limit is 10");
        accepts(file, new ArchiveLimits(2, 9, 11, 10, 10));
    }

    @Test
    void ofTheRatio() {
        Path file = zip().with("a", MEGABYTES_OF_NOTHING).at(folder.resolve("p.zip"));

        refuses(file, new ArchiveLimits(1, 9 << 20, 9 << 20, 100, 10), "to 3,145,728; the limit is a ratio of 100");
        accepts(file, new ArchiveLimits(1, 9 << 20, 9 << 20, 1_100, 10));
    }

    @Test
    void ofTheRatioDoNotConcernSmallEntries() {
        Path file = zip().with("a", "\0".repeat(1 << 20)).at(folder.resolve("p.zip"));

        accepts(file, new ArchiveLimits(1, 9 << 20, 9 << 20, 2, 10));
    }

    private static void refuses(Path file, ArchiveLimits limits, String message) {
        assertThatThrownBy(() -> Archives.open(file, limits))
                .isInstanceOf(OverLimit.class)
                .hasMessageEndingWith(message);
    }

    private static void accepts(Path file, ArchiveLimits limits) {
        assertThatCode(() -> Archives.open(file, limits).close()).doesNotThrowAnyException();
    }
}
