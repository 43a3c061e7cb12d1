package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import io.github.solutionalm.schema.ByHand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every real package ({@code -Dsolution.corpus}) that can be read is unpacked and packed again: it has the same components with
 * the same content, and the same files.
 */
@Tag("thorough")
@ByHand("files of packages, which may be called as ours are")
class CorpusRoundTripTest {

    /** Real packages may list what only the environment has. */
    private static final PackOptions LENIENT = new PackOptions(Optional.empty(), false, List.of());

    @TempDir
    Path temp;

    static Stream<Path> packages() throws IOException {
        return Stream.concat(
                        Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                        Oracles.files("solution.corpus", "../shared/corpus", ".cab"))
                .distinct();
    }

    /** What a package has. */
    private record Said(boolean managed, Map<ComponentKey, Content> components, Set<String> files) {

        static Said by(Path file) throws SolutionException {
            try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
                Map<ComponentKey, Content> components = new HashMap<>();
                for (SolutionComponent component :
                        opened.read(ContentSink.NONE, ReadListener.NONE).components()) {
                    components.put(component.key(), component.content());
                }
                return new Said(
                        opened.manifest().managed(),
                        components,
                        opened.archive().entries().stream()
                                .map(SolutionArchive.Entry::name)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void whatIsUnpackedAndPackedAgainSaysTheSame(Path file) throws Exception {
        Oracles.assumePresent(file);
        Optional<Said> before = read(file);
        assumeThat(before).as("a package that can be read").isPresent();

        SourceTree.unpack(List.of(file), temp.resolve("tree"), TreeFixture.UNPACK);
        PackedSolution packed =
                SourceTree.open(temp.resolve("tree")).pack(before.get().managed(), temp.resolve("again.zip"), LENIENT);

        assertThat(Said.by(packed.file())).isEqualTo(before.get());
    }

    private static Optional<Said> read(Path file) {
        try {
            return Optional.of(Said.by(file));
        } catch (SolutionException e) {
            return Optional.empty();
        }
    }
}
