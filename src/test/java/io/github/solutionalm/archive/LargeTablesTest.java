package io.github.solutionalm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.Effort;
import io.github.solutionalm.archive.ArchiveException.OverLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a .zip says of its entries is read in the time of its size, or refused before it is read. */
class LargeTablesTest {

    private static final double PROPORTIONATE = 9;
    private static final byte[] NONE = {};

    @TempDir
    private Path folder;

    /** By how many entries or fields they have: to write them is not what is measured. */
    private final Map<Integer, Path> files = new HashMap<>();

    @Test
    void extraFieldsOfLocalHeadersAreNotComparedWithOneAnother() {
        assertThat(Effort.ofFourTimesAsMuch(
                        4_000, count -> open(files.computeIfAbsent(count, this::withLocalExtraFields))))
                .as("time for four times as many extra fields")
                .isLessThan(PROPORTIONATE);
    }

    @Test
    void namesOfOneHashAreNotComparedWithOneAnother() {
        assertThat(Effort.ofFourTimesAsMuch(3_000, count -> open(files.computeIfAbsent(count, this::ofOneHash))))
                .as("time for four times as many names")
                .isLessThan(PROPORTIONATE);
    }

    @Test
    void extraFieldsOfAnEntryAreCountedBeforeTheyAreRead() {
        Path file = new RawZip()
                .with("a", NONE, RawZip.extraFields(100))
                .with("b", NONE, RawZip.extraFields(101))
                .at(folder.resolve("p.zip"));

        assertThatThrownBy(() -> Archives.open(file, ArchiveLimits.DEFAULT))
                .isInstanceOf(OverLimit.class)
                .hasMessage("Entry 2 of p.zip has too many extra fields; the limit is 100");
    }

    /** A name is held several times over while its entry is read. */
    @Test
    void namesAreMeasuredBeforeTheyAreRead() {
        RawZip zip = new RawZip().with("first", NONE, NONE);
        for (int i = 0; i < 600; i++) {
            zip.also(String.format("%060000d", i));
        }
        Path file = zip.at(folder.resolve("p.zip"));

        assertThatThrownBy(() -> Archives.open(file, ArchiveLimits.DEFAULT))
                .isInstanceOf(OverLimit.class)
                .hasMessageStartingWith("The central directory of p.zip is too large")
                .hasMessageEndingWith("the limit is 33,554,432");
    }

    private Path withLocalExtraFields(int count) {
        RawZip zip = new RawZip();
        for (int i = 0; i < 10; i++) {
            zip.with("entry " + i, RawZip.extraFields(count), NONE);
        }
        return zip.at(folder.resolve(count + ".zip"));
    }

    /** "Aa" and "BB" have one hash, and so have all texts of them; the library takes the place into account, too. */
    private Path ofOneHash(int count) {
        RawZip zip = new RawZip().with("first", NONE, NONE);
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 1; bit < 1 << 14; bit <<= 1) {
                name.append((i & bit) == 0 ? "Aa" : "BB");
            }
            zip.also(name.toString());
        }
        return zip.at(folder.resolve(count + ".zip"));
    }

    private static void open(Path file) {
        try {
            Archives.open(file, ArchiveLimits.DEFAULT).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
