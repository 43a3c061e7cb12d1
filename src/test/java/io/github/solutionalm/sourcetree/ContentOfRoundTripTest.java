package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.schema.ByHand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A package that is unpacked and packed again has the same {@code contentSha256}: it can be pinned before and after. */
@ByHand("files of packages, which may be called as ours are")
class ContentOfRoundTripTest {

    @TempDir
    private Path temp;

    private String packedAgain(Path file, boolean managed) throws SolutionException {
        SourceTree.unpack(List.of(file), temp.resolve("tree"), TreeFixture.UNPACK);
        PackOptions options = new PackOptions(Optional.empty(), false, List.of());
        SourceTree.open(temp.resolve("tree")).pack(managed, temp.resolve("again.zip"), options);
        return contentSha256(temp.resolve("again.zip"));
    }

    private static String contentSha256(Path file) throws SolutionException {
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            return opened.contentSha256();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAnExport(boolean managed) throws Exception {
        Path exported = TreeFixture.exported(temp, managed);

        assertThat(packedAgain(exported, managed)).isEqualTo(contentSha256(exported));
    }

    static Stream<Path> corpus() throws IOException {
        return Stream.concat(
                        Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                        Oracles.files("solution.corpus", "../shared/corpus", ".cab"))
                .distinct();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("corpus")
    void ofARealPackage(Path file) throws Exception {
        Oracles.assumePresent(file);
        String content = "";
        boolean managed = false;
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            content = opened.contentSha256();
            managed = opened.manifest().managed();
        } catch (RefusalException refused) {
            Assumptions.abort(refused.getMessage());
        }

        assertThat(packedAgain(file, managed)).isEqualTo(content);
    }
}
