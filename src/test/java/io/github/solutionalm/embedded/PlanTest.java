package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.applying;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.embedded.Rehearsal.importing;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operations would do, each after the ones before it, without doing any of it. */
class PlanTest {

    private static final String SCRIPT = "contoso_/a.js";
    private static final String TABLE = "contoso_order";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path first;
    private Path patch;
    private Path second;
    private Path third;

    @BeforeEach
    void packages() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                managed("Scripts", "1.0.0.0").webResource(SCRIPT, "shared").zip(folder),
                unmanaged("Mine", "1.0.0.0").webResource(SCRIPT, "mine").zip(folder));
        first = version("1.0.0.0").column(TABLE, "contoso_fax", "Fax").zip(folder);
        patch = managed("Orders_Patch", "1.0.1.0")
                .patchOf("Orders")
                .column(TABLE, "contoso_patched", "x")
                .zip(folder);
        second = version("2.0.0.0").workflow("flow").step("step").zip(folder);
        third = version("3.0.0.0").workflow("flow").zip(folder);
    }

    @Test
    void eachIsPlannedAsTheOnesBeforeLeaveTheEnvironment() throws Exception {
        List<PlanResult> plans = rehearsal.plans(options(), first, patch, second, second);

        assertThat(plans)
                .extracting(PlanResult::outcome)
                .containsExactly(Outcome.INSTALLED, Outcome.PATCHED, Outcome.UPGRADED, Outcome.SKIPPED_SAME_VERSION);
        assertThat(plans.get(2).previousVersion()).contains("1.0.0.0");
        assertThat(plans.get(2).count(Change.DELETE)).isEqualTo(2);
        assertThat(plans.get(3).changes()).isEmpty();
        assertThat(plans.get(2).basis().solutions()).containsOnlyKeys("Scripts", "Mine", "Orders", "Orders_Patch");
    }

    @Test
    void aStageAndItsApplyCanBePlannedTogether() throws Exception {
        rehearsal.holding(first);
        List<PlanResult> plans = rehearsal.plans(importing(second, options().action(Action.STAGE)), applying(second));

        assertThat(plans)
                .extracting(PlanResult::operation)
                .containsExactly(Operation.STAGE_UPGRADE, Operation.APPLY_UPGRADE);
        assertThat(plans.get(0).count(Change.DELETE)).isZero();
        assertThat(plans.get(0).deferred()).extracting(ComponentChange::change).containsExactly(Change.DELETE);
        assertThat(plans.get(1).count(Change.DELETE)).isEqualTo(1);
    }

    @Test
    void whatWasPlannedIsWhatTheImportsDo() throws Exception {
        for (Action action : Action.values()) {
            Rehearsal copy = Rehearsal.at(folder.resolve(action + ".db"));
            Files.copy(rehearsal.file(), copy.file());
            List<PlanResult> plans = copy.plans(options().action(action), first, patch, second);
            List<ImportResult> results = new ArrayList<>();
            for (Path solution : new Path[] {first, patch, second}) {
                results.add(copy.imports(solution, options().action(action)));
            }

            assertThat(plans).hasSize(3);
            for (int i = 0; i < plans.size(); i++) {
                assertThat(changes(plans.get(i))).isEqualTo(changes(results.get(i)));
                assertThat(plans.get(i).outcome()).isEqualTo(results.get(i).outcome());
                assertThat(plans.get(i).operation()).isEqualTo(results.get(i).operation());
                assertThat(plans.get(i).previousVersion())
                        .isEqualTo(results.get(i).previousVersion());
                assertThat(plans.get(i).hidden()).isEqualTo(results.get(i).hidden());
                assertThat(plans.get(i).warnings()).isEqualTo(results.get(i).warnings());
            }
        }
    }

    @Test
    void nothingChanges() throws Exception {
        rehearsal.holding(first);
        byte[] before = Files.readAllBytes(rehearsal.file());

        rehearsal.plans(options().publish(), second);
        rehearsal.plans(options().overwriteCustomizations(), second, third);
        rehearsal.plans(options().leftoverUpgrade(LeftoverUpgrade.DISCARD), second);
        assertThat(Files.readAllBytes(rehearsal.file())).isEqualTo(before);
        assertThat(rehearsal.jobs()).hasSize(3);
        assertThat(rehearsal.file().getParent().toFile().list((dir, name) -> name.startsWith("environment")))
                .containsExactly("environment.db");
    }

    @Test
    void theCopyThatASequenceIsTriedOnIsDeleted() throws Exception {
        Path noPackage = Files.writeString(folder.resolve("text.zip"), "no package");

        assertLeavesNoCopy(() -> rehearsal.plans(options(), first, second, third));
        assertLeavesNoCopy(() -> rehearsal.plans(options(), first, noPackage));
    }

    @Test
    void soIsACopyThatCouldNotBeMade() throws Exception {
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            Files.delete(rehearsal.file());
            Files.writeString(rehearsal.file(), "no environment any more");

            assertLeavesNoCopy(() -> assertThatThrownBy(() -> environment.plan(
                            List.of(importing(first, options()), importing(second, options())), ImportListener.NONE))
                    .isInstanceOf(SolutionException.class));
        }
    }

    @Test
    void itDoesNotWaitForAnOperationThatRuns() throws Exception {
        rehearsal.holding(first);
        List<Outcome> planned = new ArrayList<>();
        ImportListener planning = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                if (planned.isEmpty() && done == total) {
                    ImportOptionsBuilder now = options().lockTimeout(Duration.ZERO);
                    try {
                        planned.add(rehearsal.plans(now, third).get(0).outcome());
                        planned.add(rehearsal.plans(now, second, third).get(1).outcome());
                    } catch (SolutionException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        };

        assertThat(rehearsal.imports(second, options().build(), planning).outcome())
                .isEqualTo(Outcome.UPGRADED);
        assertThat(planned).containsExactly(Outcome.UPGRADED, Outcome.UPGRADED);
    }

    @Test
    void aRefusedPlanSaysWhyAndEndsTheSequence() throws Exception {
        Path refused = version("2.0.0.0").root(61, "contoso_/no.js").folder(folder);
        List<PlanResult> plans = rehearsal.plans(options(), first, refused, third);
        PlanResult alone = rehearsal.plans(options(), refused).get(0);

        assertThat(plans).hasSize(2);
        for (PlanResult plan : List.of(plans.get(1), alone)) {
            assertThat(plan.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(codes(plan.errors())).containsExactly("0x8004801F");
            assertThat(plan.changes()).isEmpty();
            assertThat(plan.isBlocked()).isFalse();
        }
        assertThat(plans.get(1).operation()).isEqualTo(Operation.UPGRADE);
    }

    @Test
    void missingDependenciesAreNamed() throws Exception {
        Path needy = version("1.0.0.0")
                .requires(61, "contoso_/b.js", "Base (1.0.0.0)")
                .folder(folder);

        for (PlanResult plan : List.of(
                rehearsal.plans(options(), needy).get(0),
                rehearsal.plans(options(), needy, second).get(0))) {
            assertThat(codes(plan.errors())).containsExactly("0x8004801D");
            assertThat(plan.missingDependencies()).hasSize(1);
        }
    }

    @Test
    void aBlockedPlanShowsWhatBlocksItAndEndsTheSequence() throws Exception {
        Path reports = managed("Reports", "1.0.0.0")
                .view(TABLE, "Faxes", "contoso_fax")
                .zip(folder);
        List<PlanResult> plans = rehearsal.plans(options(), first, reports, second, third);
        rehearsal.holding(first, reports);
        PlanResult alone = rehearsal.plans(options(), second).get(0);

        assertThat(plans).hasSize(3);
        for (PlanResult plan : List.of(plans.get(2), alone)) {
            assertThat(plan.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(plan.isBlocked()).isTrue();
            assertThat(plan.errors()).isEmpty();
            assertThat(plan.changes())
                    .flatExtracting(ComponentChange::blockedBy)
                    .extracting(Blocker::name, Blocker::solution)
                    .containsExactly(tuple("Faxes", "Reports"));
        }
    }

    @Test
    void gatesAreLeftToWhoeverAskedForThePlan() throws Exception {
        ImportOptionsBuilder gated = options().gates(new PlanGates(true, List.of(), true, false, false));
        List<PlanResult> plans = rehearsal.plans(gated, first, second);
        rehearsal.holding(first);
        PlanResult alone = rehearsal.plans(gated, second).get(0);

        for (PlanResult plan : List.of(plans.get(1), alone)) {
            assertThat(plan.outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(plan.errors()).isEmpty();
            assertThat(plan.count(Change.DELETE)).isEqualTo(1);
        }
        assertThat(rehearsal.imports(second, gated).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aLeftoverUpgradeIsSettledInThePlanAlone() throws Exception {
        rehearsal.holding(first);
        rehearsal.stages(second);
        PlanResult plan = rehearsal
                .plans(options().leftoverUpgrade(LeftoverUpgrade.APPLY), third)
                .get(0);

        assertThat(plan.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(plan.previousVersion()).contains("2.0.0.0");
        assertThat(plan.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("It was applied first"));
        assertThat(rehearsal.solutions()).contains("Orders 1.0.0.0", "Orders_Upgrade 2.0.0.0");
    }

    @Test
    void ofNothingIsNothing() throws Exception {
        assertThat(rehearsal.plans(new OperationRequest[0])).isEmpty();
    }

    @Test
    void whatIsHiddenIsNamed() throws Exception {
        assertThat(rehearsal.plans(options(), first).get(0).changes())
                .filteredOn(change -> change.key().type().equals(WEB_RESOURCE))
                .singleElement()
                .satisfies(change -> assertThat(change.hiddenBy()).contains("Active"));
    }

    private static List<Tuple> changes(PlanResult plan) {
        return plan.changes().stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .map(change -> tuple(change.key(), change.name(), change.change()))
                .toList();
    }

    private static List<Tuple> changes(ImportResult result) {
        return result.components().stream()
                .map(component -> tuple(component.key(), component.name(), component.change()))
                .toList();
    }

    /** Other builds may plan on this machine: theirs go, too, while this one goes on planning. */
    private static void assertLeavesNoCopy(Planning planning) throws Exception {
        Set<Path> before = copies();
        planning.run();
        Set<Path> left = copies();
        left.removeAll(before);
        for (int i = 0; i < 100 && !left.isEmpty(); i++) {
            planning.run();
            left.removeIf(Files::notExists);
        }
        assertThat(left).isEmpty();
    }

    private interface Planning {
        void run() throws Exception;
    }

    private static Set<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("solution-environment-"))
                    .collect(Collectors.toSet());
        }
    }

    private static PackageBuilder version(String version) {
        return managed("Orders", version).webResource(SCRIPT, version).column(TABLE, "contoso_total", "Total");
    }
}
