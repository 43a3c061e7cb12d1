package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was captured of an environment is an environment: operations go through although nobody knows what its layers say, and
 * leave the layers that they would leave in the environment itself.
 */
class OperationsOnSnapshotTest {

    private static final String TABLE = "contoso_order";
    private static final String SCRIPT = "contoso_/a.js";

    @TempDir
    private Path folder;

    private Rehearsal original;
    private Rehearsal snapshot;

    @BeforeEach
    void anEnvironmentOfThreeSolutionsAndACustomization() throws Exception {
        original = Rehearsal.in(folder);
        original.holding(
                orders("1.0.0.0", "contoso_old")
                        .webResource(SCRIPT, "1")
                        .workflow("Flow")
                        .zip(folder),
                managed("Reports", "1.0.0.0")
                        .view(TABLE, "View", "contoso_used")
                        .zip(folder),
                unmanaged("Mine", "1.0.0.0")
                        .webResource("contoso_/mine.js", "mine")
                        .webResource(SCRIPT, "mine")
                        .zip(folder));
        original.publish();
        snapshot = Rehearsal.at(folder.resolve("snapshot.db"));
        SnapshotFile.write(Captures.of(original), snapshot.file(), Rehearsal.CLOCK);
    }

    @Test
    void itHoldsWhatTheEnvironmentHolds() throws Exception {
        assertSame();
        assertThat(snapshot.content().captured()).contains(Captures.ORIGIN);
        assertThat(original.content().captured()).isEmpty();
        assertThat(folder.toFile().list()).contains("snapshot.db").doesNotContain("snapshot.db-wal");
    }

    @Test
    void anInstallation() throws Exception {
        both(managed("More", "1.0").column(TABLE, "contoso_used", "Used").zip(folder), options(), Outcome.INSTALLED);

        assertThat(snapshot.layers(ATTRIBUTE, TABLE + ".contoso_used")).containsExactly("Orders", "More");
        assertSame();
    }

    @Test
    void anUpdate() throws Exception {
        both(orders("1.1.0.0", "contoso_new").zip(folder), options().action(Action.UPDATE), Outcome.UPDATED);

        assertThat(snapshot.layers(ATTRIBUTE, TABLE + ".contoso_old")).containsExactly("Orders");
        assertSame();
    }

    @Test
    void anUpgradeDeletesAColumnThatNobodyUses() throws Exception {
        ImportResult result = both(orders("2.0.0.0", "contoso_new").zip(folder), options(), Outcome.UPGRADED);

        assertThat(result.count(Change.DELETE)).isEqualTo(3);
        assertThat(snapshot.component(ATTRIBUTE, TABLE + ".contoso_old")).isEmpty();
        assertThat(snapshot.layers(ATTRIBUTE, TABLE + ".contoso_new")).containsExactly("Orders");
        assertThat(snapshot.component(WEB_RESOURCE, SCRIPT)).isEmpty();
        assertThat(snapshot.layers(WEB_RESOURCE, "contoso_/mine.js")).containsExactly("Active");
        assertSame();
    }

    @Test
    void aDependencyBlocksADeletion() throws Exception {
        Path dropped =
                managed("Orders", "2.0.0.0").column(TABLE, "contoso_new", "New").zip(folder);

        List<Finding> errors = snapshot.imports(dropped).errors();
        assertThat(errors).isEqualTo(original.imports(dropped).errors());
        assertThat(codes(errors)).contains("0x8004F01F");
        assertThat(errors).anyMatch(error -> error.message().contains("Reports"));
        assertSame();
    }

    @Test
    void aDependencyEndsWithTheLayerThatNobodyHasRead() throws Exception {
        both(managed("Reports", "2.0.0.0").view(TABLE, "View", "contoso_old").zip(folder), options(), Outcome.UPGRADED);
        Path dropped =
                managed("Orders", "2.0.0.0").column(TABLE, "contoso_old", "Old").zip(folder);
        both(dropped, options(), Outcome.UPGRADED);

        assertThat(snapshot.component(ATTRIBUTE, TABLE + ".contoso_used")).isEmpty();
        assertThat(snapshot.layers(SAVED_QUERY, id("View"))).containsExactly("Reports");
        assertSame();
    }

    @Test
    void anUpgradeThatIsStagedAndThenApplied() throws Exception {
        Path next = orders("2.0.0.0", "contoso_new").webResource(SCRIPT, "2").zip(folder);
        both(next, options().action(Action.STAGE), Outcome.STAGED);

        assertThat(snapshot.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Orders_Upgrade", "Active");
        assertSame();

        assertThat(original.applies(next).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(snapshot.applies(next).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(snapshot.solutions()).contains("Orders 2.0.0.0");
        assertThat(snapshot.text(SCRIPT, "Orders")).isEqualTo("2");
        assertSame();
    }

    @Test
    void aStagedUpgradeThatWasCapturedIsApplied() throws Exception {
        Path next = orders("2.0.0.0", "contoso_new").zip(folder);
        original.stages(next);
        SnapshotFile.write(Captures.of(original), snapshot.file(), Rehearsal.CLOCK);

        assertThat(original.applies("Orders").outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(snapshot.applies("Orders").outcome()).isEqualTo(Outcome.APPLIED);
        assertSame();
    }

    @Test
    void aPatchAndTheUpgradeThatRollsItUp() throws Exception {
        both(
                managed("P1", "1.0.1.0")
                        .patchOf("Orders")
                        .webResource(SCRIPT, "p")
                        .zip(folder),
                options(),
                Outcome.PATCHED);
        assertSame();
        SnapshotFile.write(Captures.of(original), snapshot.file(), Rehearsal.CLOCK);

        both(orders("1.1.0.0", "contoso_new").zip(folder), options(), Outcome.UPGRADED);
        assertThat(snapshot.solutions()).doesNotContain("P1 1.0.1.0");
        assertSame();
    }

    @Test
    void whatTheUserMadeIsConverted() throws Exception {
        Path mine = managed("Mine", "2.0.0.0")
                .webResource("contoso_/mine.js", "theirs")
                .zip(folder);
        both(mine, options().convertToManaged(), Outcome.UPDATED);

        assertThat(snapshot.layers(WEB_RESOURCE, "contoso_/mine.js")).containsExactly("Mine");
        assertThat(snapshot.text("contoso_/mine.js", "Mine")).isEqualTo("theirs");
        assertSame();
    }

    @Test
    void customizationsAreOverwritten() throws Exception {
        both(
                orders("1.1.0.0", "contoso_old").webResource(SCRIPT, "2").zip(folder),
                options().action(Action.UPDATE).overwriteCustomizations(),
                Outcome.UPDATED);

        assertThat(snapshot.shown(SCRIPT)).isEqualTo("2");
        assertSame();
    }

    @Test
    void anUnmanagedPackageWaitsToBePublished() throws Exception {
        both(unmanaged("Mine", "1.1").webResource(SCRIPT, "newer").zip(folder), options(), Outcome.UPDATED);

        assertThat(snapshot.content().unpublished())
                .isEqualTo(original.content().unpublished());
        assertThat(snapshot.publish()).isPositive();
        assertThat(snapshot.content().unpublished()).hasValue(0);
    }

    private static PackageBuilder orders(String version, String column) {
        return managed("Orders", version).column(TABLE, "contoso_used", "Used").column(TABLE, column, "A column");
    }

    /** The same in the environment and in what was captured of it. */
    private ImportResult both(Path solution, ImportOptionsBuilder options, Outcome outcome) throws Exception {
        assertThat(original.imports(solution, options).outcome()).isEqualTo(outcome);
        ImportResult result = snapshot.imports(solution, options);
        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(outcome);
        return result;
    }

    /** All components with the owners of their layers, and all solutions with what they list. */
    private void assertSame() throws Exception {
        EnvironmentContent real = original.content();
        EnvironmentContent captured = snapshot.content();
        assertThat(captured.components())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(real.components());
        assertThat(snapshot.solutions()).isEqualTo(original.solutions());
        for (EnvironmentContent.Solution solution : real.solutions()) {
            assertThat(members(snapshot, solution.uniqueName())).isEqualTo(members(original, solution.uniqueName()));
        }
    }

    private static List<ComponentKey> members(Rehearsal rehearsal, String solution) {
        return rehearsal
                .store()
                .read(tx -> List.copyOf(new TreeSet<>(tx.members().keysOf(solution))));
    }
}
