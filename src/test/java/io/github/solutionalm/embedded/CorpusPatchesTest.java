package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.packaging.PackageInspector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real patches over a base that is made for them: afterwards the environment has their components besides the base's. */
class CorpusPatchesTest {

    @TempDir
    private Path folder;

    static Stream<CorpusIndex.Row> patches() throws IOException {
        CorpusIndex corpus = CorpusIndex.read();
        return corpus.isPresent()
                ? corpus.rows().stream().filter(row -> row.cell("patch").equals("yes"))
                : Stream.of(new CorpusIndex.Row(corpus.file(), List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("patches")
    void isImportedOverItsBase(CorpusIndex.Row row) throws Exception {
        Oracles.assumePresent(row.file());
        Rehearsal rehearsal = Rehearsal.in(folder);
        SolutionManifest patch =
                PackageInspector.inspect(row.file(), Optional.empty()).manifest();
        rehearsal.holding(base(patch));
        ImportResult result = rehearsal.imports(
                row.file(), ImportOptionsBuilder.options().missingDependencies(MissingDependencies.WARN));

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.PATCHED);
        assertThat(rehearsal.content().solutions().get(1).patchOf()).isEqualTo(patch.patchOf());
        Map<String, Integer> brought = new TreeMap<>();
        result.components()
                .forEach(component -> brought.merge(component.key().type().name(), 1, Integer::sum));
        assertThat(brought).isEqualTo(IndependentCount.of(PackageDom.of(row.file())));
        assertThat(result.components()).extracting(c -> c.change()).containsOnly(Change.ADD, Change.CHANGE);
    }

    /** With the patch's major and minor version, and a lower rest. */
    private Path base(SolutionManifest patch) throws IOException {
        assertThat(patch.managed()).isFalse();
        return unmanaged(
                        patch.patchOf().orElseThrow(),
                        patch.version().major() + "." + patch.version().minor() + ".0.0")
                .publisher(patch.publisher().uniqueName())
                .webResource("contoso_/base.js", "base")
                .zip(folder);
    }
}
