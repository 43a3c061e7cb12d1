package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.Rehearsal.applying;
import static io.github.solutionalm.embedded.Rehearsal.importing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PackageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real solutions from their first version to their last, as an upgrade, an update, and an upgrade in two steps: what is planned
 * is what is done, and what is done is what the environment lists afterwards.
 */
@Tag("thorough")
class CorpusPlanTest {

    @TempDir
    private Path folder;

    private int copies;

    static Stream<CorpusChains.Chain> chains() throws Exception {
        return CorpusChains.all();
    }

    @ParameterizedTest
    @MethodSource("chains")
    void whatIsPlannedIsDone(CorpusChains.Chain chain) throws Exception {
        isDoneAsPlanned(before(chain), chain.last());
    }

    /** The user has customized what the first version has. */
    @ParameterizedTest
    @MethodSource("chains")
    void soItIsUnderCustomizations(CorpusChains.Chain chain) throws Exception {
        Rehearsal customized = before(chain);
        LayersAbove.customize(customized);

        isDoneAsPlanned(customized, chain.last());
    }

    private Rehearsal before(CorpusChains.Chain chain) throws Exception {
        Oracles.assumePresent(chain.last());
        Rehearsal rehearsal = Rehearsal.in(folder);
        assumeThat(rehearsal
                        .imports(chain.files().get(0), options(Action.UPGRADE))
                        .outcome())
                .isEqualTo(Outcome.INSTALLED);
        return rehearsal;
    }

    private void isDoneAsPlanned(Rehearsal before, Path next) throws Exception {
        for (Action action : List.of(Action.UPGRADE, Action.UPDATE, Action.STAGE)) {
            Rehearsal rehearsal = copy(before);
            ImportRequest request = importing(next, options(action));
            if (action == Action.STAGE) {
                isStagedAndAppliedAsPlanned(rehearsal, request);
            } else {
                isDoneAsPlanned(rehearsal, request);
            }
        }
    }

    /** The second step is planned before the first one, and again after it. */
    private static void isStagedAndAppliedAsPlanned(Rehearsal rehearsal, ImportRequest stage) throws Exception {
        List<PlanResult> ahead = rehearsal.plans(stage, applying(stage.file()));
        ImportResult staged = isDoneAsPlanned(rehearsal, stage);
        assertThat(planned(ahead.get(0))).isEqualTo(done(staged));
        if (staged.outcome() == Outcome.STAGED) {
            ImportResult applied = isDoneAsPlanned(rehearsal, applying(staged.solution()));
            assertThat(ahead.get(1).outcome()).isEqualTo(applied.outcome());
            assertThat(planned(ahead.get(1))).isEqualTo(done(applied));
        }
    }

    private static ImportResult isDoneAsPlanned(Rehearsal rehearsal, OperationRequest request) throws Exception {
        Map<ComponentKey, List<String>> before = layers(rehearsal);
        PlanResult plan = rehearsal.plans(request).get(0);
        List<PlanSummary> told = new ArrayList<>();

        ImportResult result = rehearsal.carriesOut(keepingTo(plan, request), new ImportListener() {
            @Override
            public void planned(PlanSummary summary) {
                told.add(summary);
            }
        });

        assertThat(result.outcome()).isEqualTo(plan.outcome());
        assertThat(result.operation()).isEqualTo(plan.operation());
        assertThat(result.previousVersion()).isEqualTo(plan.previousVersion());
        assertThat(result.errors()).isEqualTo(plan.isBlocked() ? plan.blockers() : plan.errors());
        assertThat(result.warnings()).isEqualTo(plan.warnings());
        assertThat(result.hidden()).isEqualTo(plan.hidden());
        assertThat(done(result)).isEqualTo(planned(plan));
        told.forEach(summary -> isTheSame(plan, summary));
        Map<ComponentKey, List<String>> after = layers(rehearsal);
        if (result.outcome().isSuccess()) {
            assertThat(told).hasSize(1);
            assertThat(result.leftOff()).isEqualTo(plan.leftOff());
            isListed(plan, before, after);
        } else {
            assertThat(after).isEqualTo(before);
        }
        return result;
    }

    private static List<Tuple> planned(PlanResult plan) {
        return plan.changes().stream()
                .sorted(Comparator.comparing(ComponentChange::key))
                .map(change -> Tuple.tuple(change.key(), change.name(), change.change()))
                .toList();
    }

    private static List<Tuple> done(ImportResult result) {
        return result.components().stream()
                .map(component -> Tuple.tuple(component.key(), component.name(), component.change()))
                .toList();
    }

    /** With owners and values, and what hides how much. */
    private static void isTheSame(PlanResult plan, PlanSummary summary) {
        assertThat(summary.changes()).isEqualTo(PlannedChange.of(plan.changes()));
        assertThat(summary.deferred()).isEqualTo(PlannedChange.of(plan.deferred()));
        assertThat(summary.unchanged()).isEqualTo(plan.count(Change.UNCHANGED));
        Map<String, Integer> hidden = new TreeMap<>();
        plan.changes().forEach(change -> change.hiddenBy().ifPresent(owner -> hidden.merge(owner, 1, Integer::sum)));
        assertThat(summary.hidden()).isEqualTo(hidden);
    }
    /** What is deleted is gone, what is new is there, and nothing else has come or gone. */
    private static void isListed(
            PlanResult plan, Map<ComponentKey, List<String>> before, Map<ComponentKey, List<String>> after) {
        Set<ComponentKey> expected = new HashSet<>(before.keySet());
        for (ComponentChange change : plan.changes()) {
            List<String> layers = before.getOrDefault(change.key(), List.of());
            switch (change.change()) {
                case ADD -> {
                    assertThat(layers).isEmpty();
                    expected.add(change.key());
                }
                case DELETE -> {
                    assertThat(change.owners()).isEqualTo(layers);
                    expected.remove(change.key());
                }
                default -> {
                    assertThat(before.containsKey(change.key()) || isThePlatforms(after.get(change.key())))
                            .as("%s is there already", change.key())
                            .isTrue();
                    expected.add(change.key());
                }
            }
        }
        assertThat(after.keySet()).isEqualTo(expected);
    }

    /** The platform's own is there without a package, and listed as soon as one touches it. */
    private static boolean isThePlatforms(List<String> layers) {
        return layers.get(0).equals(Layer.SYSTEM);
    }

    /** The import is refused where anything is otherwise than the plan was made from. */
    private static OperationRequest keepingTo(PlanResult plan, OperationRequest request) {
        Optional<SavedPlan> saved = Optional.of(new SavedPlan(
                "plan.json",
                plan.environment().url(),
                plan.operation(),
                plan.solution(),
                plan.manifest().map(manifest -> manifest.version().text()).orElse(""),
                plan.file().map(PackageFile::sha256).orElse(""),
                plan.changes().stream().collect(Collectors.toMap(ComponentChange::key, ComponentChange::change)),
                plan.basis()));
        return request instanceof ApplyRequest apply
                ? new ApplyRequest(apply.goal(), apply.solution(), apply.expectedPackage(), apply.options(), saved)
                : keepingTo((ImportRequest) request, saved);
    }

    private static ImportRequest keepingTo(ImportRequest request, Optional<SavedPlan> saved) {
        return new ImportRequest(request.goal(), request.file(), request.sha256(), request.options(), saved);
    }

    private static ImportOptionsBuilder options(Action action) {
        return ImportOptionsBuilder.options().action(action).missingDependencies(MissingDependencies.WARN);
    }

    private Rehearsal copy(Rehearsal rehearsal) throws Exception {
        return Rehearsal.at(Files.copy(rehearsal.file(), folder.resolve("copy-" + copies++ + ".db")));
    }

    private static Map<ComponentKey, List<String>> layers(Rehearsal rehearsal) throws Exception {
        return rehearsal.content().components().stream()
                .collect(Collectors.toMap(EnvironmentContent.Component::key, EnvironmentContent.Component::layers));
    }
}
