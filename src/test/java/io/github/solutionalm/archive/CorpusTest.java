package io.github.solutionalm.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.archive.ArchiveException.NotAnArchive;
import io.github.solutionalm.archive.cab.Oracles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real packages ({@code -Dsolution.corpus}) are read to their end, and what is none is told from them. */
class CorpusTest {

    static Stream<Path> zips() throws IOException {
        return Oracles.files("solution.corpus", "../shared/corpus", ".zip");
    }

    static Stream<Path> cabs() throws IOException {
        return Oracles.files("solution.corpus", "../shared/corpus", ".cab");
    }

    @ParameterizedTest
    @MethodSource({"zips", "cabs"})
    void packages(Path file) throws IOException {
        Oracles.assumePresent(file);
        try {
            Reading.everything(file);
        } catch (NotAnArchive e) {
            // checked out without Git LFS, or empty
            assertThat(e).hasMessageMatching("(?s).*(git lfs pull|an empty file).*");
        }
    }

    @ParameterizedTest
    @MethodSource("cabs")
    void cabinetsAreOpenedThrough(Path file) throws IOException {
        Oracles.assumePresent(file);
        try (SolutionArchive archive = Reading.open(file)) {
            assertThat(archive.format()).isEqualTo("cab");
            assertThat(archive.find("solution.xml")).isPresent();
        }
    }
}
