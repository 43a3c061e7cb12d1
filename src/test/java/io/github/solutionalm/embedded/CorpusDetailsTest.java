package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.Rehearsal.importing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentChange;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of real solutions each change says what changes inside, and each detail says something. */
@Tag("thorough")
class CorpusDetailsTest {

    @TempDir
    private Path folder;

    static Stream<CorpusChains.Chain> chains() throws Exception {
        return CorpusChains.all();
    }

    @ParameterizedTest
    @MethodSource("chains")
    void fromEachVersionToTheNext(CorpusChains.Chain chain) throws Exception {
        Oracles.assumePresent(chain.last());
        Rehearsal rehearsal = Rehearsal.in(folder);
        assumeThat(rehearsal.imports(chain.files().get(0), options()).outcome()).isEqualTo(Outcome.INSTALLED);
        for (Path next : chain.files().subList(1, chain.files().size())) {
            for (ComponentChange change :
                    rehearsal.plans(importing(next, options())).get(0).changes()) {
                if (change.change() == Change.CHANGE) {
                    saysSomething(change);
                } else {
                    assertThat(change.details()).isEmpty();
                }
            }
            rehearsal.imports(next, options());
        }
    }

    private static void saysSomething(ComponentChange change) {
        assertThat(change.details())
                .as("details of %s", change.key())
                .isNotEmpty()
                .hasSizeLessThan(102);
        Set<String> told = new HashSet<>();
        for (ChangeDetail detail : change.details()) {
            assertThat(detail.what()).isNotBlank().hasSizeLessThan(210);
            assertThat(told.add(detail.what() + detail.old() + detail.now()))
                    .as("%s is told once", detail)
                    .isTrue();
            assertThat(detail.old().equals(detail.now()) && detail.old().isPresent())
                    .as("%s is a difference", detail)
                    .isFalse();
        }
    }

    private static ImportOptionsBuilder options() {
        return ImportOptionsBuilder.options().action(Action.UPGRADE).missingDependencies(MissingDependencies.WARN);
    }
}
