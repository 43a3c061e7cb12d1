package io.github.solutionalm.archive;

import static io.github.solutionalm.archive.ZipFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.Effort;
import io.github.solutionalm.archive.ArchiveException.Corrupt;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Workflows/X.json, Workflows/X.json",
        "Workflows\\X.json, Workflows/X.json",
        "/WebResources/a, WebResources/a",
        "\\WebResources\\a, WebResources/a",
        "./solution.xml, solution.xml",
        "a/./b//c, a/b/c",
        "[Content_Types].xml, [Content_Types].xml",
        "a..b/...c, a..b/...c",
        "Ünïcode/日本, Ünïcode/日本",
    })
    void areWrittenInOneWay(String stored, String name) throws IOException {
        assertThat(EntryName.of(stored)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "a/..",
                "..\\evil",
                "..",
                "C:\\evil",
                "c:evil",
                "/../evil",
                "",
                "/",
                ".",
                "a\0b",
                "a\nb",
                "\u007F",
                "a/\u001B[2J",
                "a\u009B2J"
            })
    void thatAreNeverHonestAreRefused(String stored) {
        assertThatThrownBy(() -> EntryName.of(stored)).isInstanceOf(Corrupt.class);
    }

    @Test
    void refusedOnesAreNamedWithoutTheirControlCharacters() {
        Path file = zip().with("a\u001B[2J", "x").at(folder.resolve("p.zip"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessage("p.zip is damaged or hostile: the name \"a\\x1B[2J\" has control characters");
    }

    @Test
    void areNoLongerThanAFileSystemTakes() throws IOException {
        assertThat(EntryName.of("x".repeat(1_024))).hasSize(1_024);
        assertThatThrownBy(() -> EntryName.of("a/".repeat(30_000) + "b"))
                .isInstanceOf(Corrupt.class)
                .hasMessage("the name \"" + "a/".repeat(30) + "…\" has 60,001 characters; the limit is 1,024");
    }

    @Test
    void ofDirectoriesAreHeldToTheSameRules() {
        Path file = zip().with("../up/", "").at(folder.resolve("p.zip"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessageContaining("\"../up/\" points outside the archive");
    }

    @ParameterizedTest
    @CsvSource({"a.xml, a.xml", "solution.xml, Solution.XML", "a/b, a\\B", "a, /a", "straße, STRASSE"})
    void thatDifferInCaseOrSlashesOnlyAreTheSame(String one, String other) {
        Path file = zip().with(one, "1").with(other, "2").at(folder.resolve("p.zip"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessageStartingWith("p.zip is damaged or hostile: it has two entries \"" + one);
    }

    @ParameterizedTest
    @CsvSource({"a, a/b", "a/b/c, A/B", "x/y/z/w, x", "a, a/b/c/d"})
    void areNeverBothAFileAndAFolder(String one, String other) {
        Path file = zip().with(one, "1").with(other, "2").at(folder.resolve("p.zip"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessageContaining("is both a file and a folder");
    }

    @Test
    void areNeverBothAFileAndAFolderWhateverStandsBetween() {
        Path file = zip().with("a", "1")
                .with("a!", "2")
                .with("a b", "3")
                .with("a-b/c", "4")
                .with("A/c", "5")
                .at(folder.resolve("p.zip"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessageEndingWith("\"a\" is both a file and a folder");
    }

    /** All the folders around each would be 5 GB of names. */
    @Test
    void mayBeManyAndDeep() throws IOException {
        ZipFixture zip = zip();
        for (int i = 0; i < 20_000; i++) {
            zip.with(i + "/a".repeat(500), "");
        }
        Path file = zip.at(folder.resolve("p.zip"));

        assertThat(Effort.bytesAllocated(() -> {
                    try (SolutionArchive archive = Reading.open(file)) {
                        assertThat(archive.entries()).hasSize(20_000);
                    }
                }))
                .isLessThan(5L << 29);
    }
}
