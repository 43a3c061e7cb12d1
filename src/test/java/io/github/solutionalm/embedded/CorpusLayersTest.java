package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real solutions in several versions, with layers of another publisher and of the user over all that they hold: a plan says
 * that a change is hidden where, and only where, what shows of the component stays the same.
 */
@Tag("thorough")
class CorpusLayersTest {

    @TempDir
    private Path folder;

    static Stream<CorpusChains.Chain> chains() throws Exception {
        return CorpusChains.all();
    }

    @ParameterizedTest
    @MethodSource("chains")
    void whatIsHiddenDoesNotShowAndWhatShowsIsNotHidden(CorpusChains.Chain chain) throws Exception {
        Oracles.assumePresent(chain.last());
        int step = 0;
        for (int i = 1; i < chain.files().size(); i++) {
            Rehearsal rehearsal = Rehearsal.at(folder.resolve("step-" + step++ + ".db"));
            Outcome first =
                    rehearsal.imports(chain.files().get(i - 1), options()).outcome();
            if (first != Outcome.INSTALLED) {
                continue;
            }
            LayersAbove.put(rehearsal);
            agrees(rehearsal, chain.files().get(i));
        }
        assumeThat(step).isPositive();
    }

    private static void agrees(Rehearsal rehearsal, Path next) throws Exception {
        Map<ComponentKey, String> before = effective(rehearsal);
        List<PlanResult> plans = rehearsal.plans(options(), next);
        if (!rehearsal.imports(next, options()).outcome().isSuccess()) {
            return;
        }
        Map<ComponentKey, String> after = effective(rehearsal);
        Set<ComponentKey> covered = rehearsal.content().components().stream()
                .filter(component -> component.layers().contains("Active"))
                .map(EnvironmentContent.Component::key)
                .collect(Collectors.toSet());
        for (ComponentChange change : plans.get(0).changes()) {
            boolean merged = before.containsKey(change.key()) && after.containsKey(change.key());
            if (change.change() == Change.CHANGE && merged) {
                assertThat(change.hiddenBy().isPresent())
                        .as("%s is hidden", change.key())
                        .isEqualTo(before.get(change.key()).equals(after.get(change.key())));
            } else if (change.change() == Change.CHANGE && covered.contains(change.key())) {
                assertThat(change.hiddenBy()).as("%s is covered", change.key()).contains("Active");
            }
        }
    }

    private static ImportOptionsBuilder options() {
        return ImportOptionsBuilder.options()
                .action(Action.UPGRADE)
                .missingDependencies(MissingDependencies.WARN)
                .leftoverUpgrade(LeftoverUpgrade.DISCARD);
    }

    /** What shows of the components whose layers merge. */
    private static Map<ComponentKey, String> effective(Rehearsal rehearsal) throws Exception {
        Map<ComponentKey, String> shown = new HashMap<>();
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            environment.list((key, xml) -> shown.put(key, new String(xml, StandardCharsets.UTF_8)));
        }
        return shown;
    }
}
