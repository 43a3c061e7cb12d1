package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A staged upgrade stands beside the installed version until it is applied. */
class HoldingSolutionTest {

    private static final String SCRIPT = "contoso_/a.js";
    private static final String OLD = "contoso_order.contoso_old";
    private static final String NEW = "contoso_order.contoso_new";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path next;

    @BeforeEach
    void aPatchedSolution() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                managed("Orders", "1.0.0.0")
                        .column("contoso_order", "contoso_old", "Old")
                        .webResource(SCRIPT, "1")
                        .zip(folder),
                managed("Orders_Patch", "1.0.1.0")
                        .patchOf("Orders")
                        .webResource(SCRIPT, "1 patched")
                        .zip(folder));
        next = next("2.0.0.0").zip(folder);
    }

    @Test
    void bothAreListedAndNothingIsDeleted() throws Exception {
        ImportResult staged = rehearsal.stages(next);

        assertThat(staged.operation()).isEqualTo(Operation.STAGE_UPGRADE);
        assertThat(staged.outcome()).isEqualTo(Outcome.STAGED);
        assertThat(staged.previousVersion()).contains("1.0.0.0");
        assertThat(staged.count(Change.KEEP)).isEqualTo(1);
        assertThat(rehearsal.solutions())
                .containsExactly("Orders 1.0.0.0", "Orders_Patch 1.0.1.0", "Orders_Upgrade 2.0.0.0");
        assertThat(rehearsal.content().solutions().get(2).holdingFor()).contains("Orders");
    }

    @Test
    void dataCanBeMigratedWhileOldAndNewColumnsAreThere() throws Exception {
        rehearsal.stages(next);

        assertThat(rehearsal.layers(ATTRIBUTE, OLD)).containsExactly("Orders");
        assertThat(rehearsal.layers(ATTRIBUTE, NEW)).containsExactly("Orders_Upgrade");
    }

    @Test
    void itsLayersLieOverBaseAndPatches() throws Exception {
        rehearsal.holding(managed("Later", "1.0.0.0")
                .webResource("contoso_/l.js", "later")
                .zip(folder));
        rehearsal.stages(next);

        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Orders_Patch", "Orders_Upgrade");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("2.0.0.0");
    }

    @Test
    void butUnderSolutionsThatWereInstalledLater() throws Exception {
        rehearsal.holding(
                managed("Later", "1.0.0.0").webResource(SCRIPT, "later").zip(folder));
        ImportResult staged = rehearsal.stages(next);

        assertThat(staged.hidden()).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT))
                .containsExactly("Orders", "Orders_Patch", "Orders_Upgrade", "Later");
    }

    @Test
    void appliedItTakesNameAndPlaceOfTheBase() throws Exception {
        rehearsal.holding(
                managed("Later", "1.0.0.0").webResource(SCRIPT, "later").zip(folder));
        rehearsal.stages(next);
        ImportResult applied = rehearsal
                .with(Clock.offset(Rehearsal.CLOCK, Duration.ofHours(1)))
                .applies("Orders");

        assertThat(applied.operation()).isEqualTo(Operation.APPLY_UPGRADE);
        assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(applied.previousVersion()).contains("1.0.0.0");
        assertThat(applied.manifest().orElseThrow().uniqueName()).isEqualTo("Orders");
        assertThat(applied.manifest().orElseThrow().version()).hasToString("2.0.0.0");
        assertThat(rehearsal.solutions()).containsExactly("Orders 2.0.0.0", "Later 1.0.0.0");
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Later");
        assertThat(rehearsal.content().solutions().get(0)).satisfies(solution -> {
            assertThat(solution.holdingFor()).isEmpty();
            assertThat(solution.installedOn()).isEqualTo(Rehearsal.NOW);
            assertThat(solution.updatedOn()).isEqualTo(Rehearsal.NOW.plusSeconds(3600));
        });
    }

    @Test
    void appliedItDeletesWhatOnlyTheOldVersionHad() throws Exception {
        rehearsal.stages(next);
        ImportResult applied = rehearsal.applies(next);

        assertThat(applied.count(Change.DELETE)).isEqualTo(1);
        assertThat(rehearsal.component(ATTRIBUTE, OLD)).isEmpty();
        assertThat(rehearsal.layers(ATTRIBUTE, NEW)).containsExactly("Orders");
        assertThat(applied.warnings()).isEmpty();
    }

    @Test
    void appliedItKeepsWhatItOnlyMentions() throws Exception {
        rehearsal.stages(managed("Orders", "2.0.0.0").root(61, SCRIPT).zip(folder));
        ImportResult applied = rehearsal.applies("Orders");

        assertThat(applied.count(Change.KEEP)).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("1 patched");
    }

    @Test
    void thereIsNothingToApplyASecondTime() throws Exception {
        rehearsal.stages(next);
        rehearsal.applies("Orders");
        ImportResult byName = rehearsal.applies("Orders");
        ImportResult byPackage = rehearsal.applies(next);

        for (ImportResult again : List.of(byName, byPackage)) {
            assertThat(again.outcome()).isEqualTo(Outcome.NOTHING_TO_APPLY);
            assertThat(again.operation()).isEqualTo(Operation.NONE);
            assertThat(again.errors()).isEmpty();
            assertThat(again.previousVersion()).contains("2.0.0.0");
        }
    }

    @Test
    void nothingWasEverStagedOfWhatIsInstalled() throws Exception {
        ImportResult byName = rehearsal.applies("ORDERS");
        assertThat(byName.outcome()).isEqualTo(Outcome.NOTHING_TO_APPLY);

        ImportResult otherVersion = rehearsal.applies(next);
        assertThat(codes(otherVersion.errors())).containsExactly("0x8004853B");
    }

    @Test
    void whatIsNotStagedCannotBeApplied() throws Exception {
        rehearsal.stages(next);

        ImportResult unknown = rehearsal.applies("Nobody");
        assertThat(codes(unknown.errors())).containsExactly("0x8004853B");
        assertThat(unknown.errors().get(0).message())
                .contains("Nobody is not installed")
                .contains("Staged are: Orders 2.0.0.0");
        assertThat(codes(rehearsal.applies("Orders_Upgrade").errors())).containsExactly("0x8004853C");
        assertThat(codes(rehearsal.applies("Orders_Patch").errors())).containsExactly("0x8004853B");
    }

    @Test
    void anotherVersionThanTheStagedOneIsNotApplied() throws Exception {
        rehearsal.stages(next);
        String before = EnvironmentDump.everything(rehearsal.file());

        for (String version : new String[] {"1.0.0.0", "2.0.1.0"}) {
            ImportResult other = rehearsal.applies(next(version).zip(folder));
            assertThat(codes(other.errors())).containsExactly("0x8004853B");
            assertThat(other.errors().get(0).message()).contains("2.0.0.0").contains(version);
        }
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void anotherPackageOfTheSameVersionIsNotWhatIsStaged() throws Exception {
        rehearsal.stages(next);
        ImportResult applied = rehearsal.applies(
                next("2.0.0.0").webResource("contoso_/other.js", "x").folder(folder));

        assertThat(applied.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(applied.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("0x8004853B");
            assertThat(error.message()).contains("staged from another package");
        });
    }

    @Test
    void nothingElseOfTheSolutionIsImportedMeanwhile() throws Exception {
        rehearsal.stages(next);
        String before = EnvironmentDump.everything(rehearsal.file());
        Path patch = managed("Orders_Patch_2", "1.0.2.0")
                .patchOf("Orders")
                .webResource(SCRIPT, "2")
                .zip(folder);

        for (Path other : new Path[] {next, next("3.0.0.0").zip(folder), patch}) {
            for (Action action : Action.values()) {
                ImportResult refused = rehearsal.imports(other, options().action(action));
                assertThat(codes(refused.errors())).containsExactly("0x80048539");
                assertThat(refused.errors().get(0).message())
                        .contains("Orders_Upgrade 2.0.0.0")
                        .contains("solution:apply-upgrade");
            }
        }
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void unmanagedSolutionsAreNotStaged() throws Exception {
        rehearsal.holding(
                unmanaged("Mine", "1.0.0.0").webResource("contoso_/m.js", "1").zip(folder));
        ImportResult result = rehearsal.stages(
                unmanaged("Mine", "2.0.0.0").webResource("contoso_/m.js", "2").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(rehearsal.solutions()).contains("Mine 2.0.0.0").doesNotContain("Mine_Upgrade 2.0.0.0");
    }

    @Test
    void whatIsNotInstalledIsInstalled() throws Exception {
        ImportResult result = rehearsal.stages(
                managed("Fresh", "1.0.0.0").webResource("contoso_/f.js", "f").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("nothing to upgrade: it was installed"));
    }

    private static PackageBuilder next(String version) {
        return managed("Orders", version)
                .column("contoso_order", "contoso_new", "New")
                .webResource(SCRIPT, version);
    }
}
