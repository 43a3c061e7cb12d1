package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.packaging.RewrittenPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real packages ({@code -Dsolution.corpus}) that were unpacked to sources and packed again change nothing. */
@Tag("thorough")
class CorpusRewrittenTest {

    @TempDir
    private Path folder;

    static Stream<Path> packages() throws IOException {
        return Stream.concat(
                        Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                        Oracles.files("solution.corpus", "../shared/corpus", ".cab"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void whatIsUnpackedAndPackedAgainIsUnchanged(Path file) throws Exception {
        Oracles.assumePresent(file);
        Rehearsal rehearsal = Rehearsal.in(folder);
        ImportResult first = rehearsal.imports(file, options());
        assumeThat(first.outcome()).isEqualTo(Outcome.INSTALLED);

        Path rewritten = RewrittenPackage.write(file, folder.resolve("rewritten.zip"), new Random(1));
        PlanResult plan = rehearsal.plans(options(), rewritten).get(0);

        assertThat(plan.errors()).isEmpty();
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.changes()).hasSameSizeAs(first.components());
        assertThat(plan.changes())
                .allSatisfy(change ->
                        assertThat(change.change()).as("%s", change.key()).isEqualTo(Change.UNCHANGED));
    }

    private static ImportOptionsBuilder options() {
        return ImportOptionsBuilder.options()
                .missingDependencies(MissingDependencies.WARN)
                .sameVersion(SameVersion.IMPORT);
    }
}
