package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.solutionalm.ImportResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is there whole or not at all, and what prevents it is said with what to do. */
class ReportFileTest {

    @TempDir
    private Path directory;

    @Test
    void replacesTheFileThatWasThere() throws Exception {
        Path file = Files.writeString(directory.resolve("report.txt"), "old");

        ReportFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("report.txt");
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNoHalfOne() throws Exception {
        Path file = Files.writeString(directory.resolve("report.txt"), "old");

        assertThatThrownBy(() -> ReportFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write " + file + ": the disk is full")
                .hasMessageContaining("free some space")
                .hasMessageContaining("-Dsolution.outputDirectory");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("report.txt");
    }

    @Test
    void aFaultOfOursLeavesNothingBehindEither() {
        assertThatThrownBy(() -> ReportFile.write(directory.resolve("report.txt"), out -> {
                    throw new UncheckedIOException(new IOException());
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whetherTheOutputDirectoryCanBeWrittenIsKnownBeforeAnImport() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> BuildSummary.put(file.resolve("solution"), "build-1", SummaryAppender.record("A")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + " is a file, not a directory");
    }

    @Test
    void aFileInPlaceOfTheOutputDirectoryIsNamed() throws Exception {
        Path output = Files.writeString(directory.resolve("solution"), "a file");

        assertThatThrownBy(() -> ImportReport.write(result(), output))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(output + " is a file, not a directory; move it away");
    }

    @Test
    void aDirectoryInPlaceOfAReportIsNamed() throws Exception {
        Path log = Files.createDirectories(directory.resolve("rehearsal/ContosoOrders/latest/import-log.xml"));

        assertThatThrownBy(() -> ImportReport.write(result(), directory))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write " + log + ": a directory is in its place");
        assertThat(log.getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void aDirectoryThatIsNotWritableIsNamed() throws Exception {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(directory), "root may write everywhere");

        assertThatThrownBy(() -> ImportReport.write(result(), directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("import-log.xml: it is not writable for this user");
    }

    @Test
    void noOperationTakesThePlaceOfAnother() throws Exception {
        ImportReport.Files first = ImportReport.write(result(), directory);
        ImportReport.Files second =
                ImportReport.write(ResultFixture.refusedForMissingDependencies().build(), directory);

        assertThat(Stream.of(first.log(), first.job(), first.result()))
                .allSatisfy(file -> assertThat(file).content().doesNotContain("0x8004801D"));
        assertThat(Stream.of(second.log(), second.job(), second.result()))
                .allSatisfy(file -> assertThat(file).content().contains("0x8004801D"))
                .allSatisfy(file -> assertThat(
                                second.folder().resolveSibling("latest").resolve(file.getFileName()))
                        .hasSameBinaryContentAs(file));
        for (Path folder : List.of(second.folder(), second.folder().resolveSibling("latest"))) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("import-log.xml", "import-job.xml", "import-result.json");
            }
        }
    }

    private static ImportResult result() {
        return ResultFixture.upgrade().build();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
