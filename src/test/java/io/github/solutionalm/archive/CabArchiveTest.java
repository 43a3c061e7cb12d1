package io.github.solutionalm.archive;

import static io.github.solutionalm.archive.cab.CabFixture.MSZIP;
import static io.github.solutionalm.archive.cab.CabFixture.QUANTUM;
import static io.github.solutionalm.archive.cab.CabFixture.STORED;
import static io.github.solutionalm.archive.cab.CabFixture.cab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.archive.ArchiveException.Unsupported;
import io.github.solutionalm.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CabArchiveTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Contoso.zip", "CONTOSO.ZIP", "Contoso", "temp\\Contoso.zip"})
    void thatHoldsTheSolutionZipIsOpenedThrough(String member) throws IOException {
        Path file = cab().folder(MSZIP).with(member, ZipFixture.solution()).at(folder.resolve("p.cab"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(Reading.names(archive))
                    .containsExactly("[Content_Types].xml", "solution.xml", "customizations.xml");
            assertThat(Reading.text(archive, "solution.xml")).isEqualTo("<ImportExportXml/>");
        }
    }

    @Test
    void givesOutTheSolutionZipByteByByte() throws IOException {
        Path file =
                cab().folder(MSZIP).with("Contoso.zip", ZipFixture.solution()).at(folder.resolve("p.cab"));
        Path parts = cab().folder(MSZIP).with("solution.xml", "<a/>").at(folder.resolve("parts.cab"));

        try (SolutionArchive whole = Reading.open(parts);
                SolutionArchive through = Reading.open(file)) {
            assertThat(whole.zip()).isEmpty();
            assertThat(through.zip().orElseThrow()).hasBinaryContent(ZipFixture.solution());
        }
    }

    @Test
    void keepsItsOwnIdentityWhenItIsOpenedThrough() throws IOException {
        Path file = cab().folder(STORED).with("a.zip", ZipFixture.solution()).at(folder.resolve("p.zip"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(archive.format()).isEqualTo("cab");
            assertThat(archive.size()).isEqualTo(Files.size(file));
            assertThat(archive.sha256()).isEqualTo(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))));
        }
    }

    @Test
    void thatHoldsTheSolutionsPartsIsTakenAsItIs() throws IOException {
        Path file = cab().folder(MSZIP)
                .with("solution.xml", "<a/>")
                .with("Workflows\\X.json", "{}")
                .with("WebResources\\data.zip", ZipFixture.solution())
                .at(folder.resolve("p.cab"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(Reading.names(archive))
                    .containsExactly("solution.xml", "Workflows/X.json", "WebResources/data.zip");
            assertThat(Reading.text(archive, "Workflows/X.json")).isEqualTo("{}");
        }
    }

    @Test
    void thatHoldsSeveralZipsIsTakenAsItIs() throws IOException {
        Path file = cab().folder(MSZIP)
                .with("a.zip", ZipFixture.solution())
                .with("b.zip", ZipFixture.solution())
                .at(folder.resolve("p.cab"));

        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(Reading.names(archive)).containsExactly("a.zip", "b.zip");
        }
    }

    @Test
    void namesAreHeldToTheSameRulesAsInAZip() {
        Path file = cab().folder(STORED).with("..\\evil", "x").at(folder.resolve("p.cab"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessage("p.cab is damaged or hostile: the name \"..\\evil\" points outside the archive");
    }

    @Test
    void theZipInsideIsHeldInMemoryAndHasALimitOfItsOwn() {
        byte[] zip = ZipFixture.solution();
        Path file = cab().folder(STORED).with("a.zip", zip).at(folder.resolve("p.cab"));

        assertThatThrownBy(() -> Archives.open(file, new ArchiveLimits(9, 99_999, 99_999, 9, zip.length - 1)))
                .isInstanceOf(OverLimit.class)
                .hasMessage(
                        "a.zip in p.cab is too large: %d bytes; the limit is %d".formatted(zip.length, zip.length - 1));
    }

    @Test
    void theLimitsHoldForTheCabinetToo() {
        Path file = cab().folder(MSZIP).with("a", new byte[3 << 20]).at(folder.resolve("p.cab"));

        assertThatThrownBy(() -> Archives.open(file, new ArchiveLimits(9, 9 << 20, 9 << 20, 100, 9)))
                .isInstanceOf(OverLimit.class)
                .hasMessageContaining("a in p.cab inflates")
                .hasMessageEndingWith("to 3,145,728; the limit is a ratio of 100");
    }

    @Test
    void aDamagedZipInsideIsNamed() {
        byte[] zip = ZipFixture.solution();
        zip[zip.length - 22] = 0;
        Path file = cab().folder(STORED).with("a.zip", zip).at(folder.resolve("p.cab"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessageStartingWith("a.zip in p.cab is damaged or cut off");
    }

    @Test
    void aPartOfASplitSetIsRefusedByName() {
        Path file = cab().flags(2).folder(STORED).with("a", "x").at(folder.resolve("p.cab"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Unsupported.class)
                .hasMessage("p.cab is not supported: it is one part of a split cabinet set. Join the parts into one"
                        + " cabinet");
    }

    @Test
    void quantumIsRefusedAtOnce() {
        Path file = cab().folder(QUANTUM).with("a", "x").at(folder.resolve("p.cab"));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("p.cab is not supported: it is compressed with Quantum");
    }

    @Test
    void aCabinetThatIsCutOffSaysHowMuchIsThere() throws IOException {
        byte[] whole = cab().folder(STORED).with("a", "hello").bytes();
        Path file = Files.write(folder.resolve("p.cab"), Arrays.copyOf(whole, 50));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(Corrupt.class)
                .hasMessageContaining("p.cab is damaged: it is cut off: the file has 50 of " + whole.length + " bytes");
    }
}
