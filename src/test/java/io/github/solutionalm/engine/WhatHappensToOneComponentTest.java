package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.Planning.applying;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.Change.ADD;
import static io.github.solutionalm.model.Change.CHANGE;
import static io.github.solutionalm.model.Change.DELETE;
import static io.github.solutionalm.model.Change.KEEP;
import static io.github.solutionalm.model.Change.UNCHANGED;
import static io.github.solutionalm.model.Change.UNLAYER;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.ActiveBase;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/concepts.md, "What happens to one component", row by row: what an update, an upgrade, a stage and an
 * apply do to one component. Orders is S, with a patch; Base and Ours were installed before and after it by the same
 * publisher, Under and Over by another.
 */
class WhatHappensToOneComponentTest {

    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    /** A row of the table; its last column is two operations. */
    private record Row(Change update, Change upgrade, Change stage, Change apply) {}

    @BeforeEach
    void solutions() {
        environment
                .managed("Base", "1.0.0.0")
                .foreign("fabrikam", "Under", "1.0.0.0")
                .managed("Orders", "1.0.0.0")
                .patch("Orders_Patch", "1.0.1.0", "Orders")
                .managed("Ours", "1.0.0.0")
                .foreign("fabrikam", "Over", "1.0.0.0");
    }

    @Test
    void newAndWithoutALayerItIsAdded() throws Exception {
        assertThat(inPackage("new")).isEqualTo(new Row(ADD, ADD, ADD, UNCHANGED));
    }

    @Test
    void newAndWithALayerOfOthersItIsChanged() throws Exception {
        for (String others : List.of("System", "Base=a", "Under=a", "Ours=a", "Over=a", "Active=a")) {
            assertThat(inPackage("new", others)).as(others).isEqualTo(new Row(CHANGE, CHANGE, CHANGE, UNCHANGED));
        }
    }

    @Test
    void inBothItIsChangedOrUnchangedByItsContent() throws Exception {
        assertThat(inPackage("new", "Orders=old")).isEqualTo(new Row(CHANGE, CHANGE, CHANGE, UNCHANGED));
        assertThat(inPackage("old", "Orders=old")).isEqualTo(new Row(UNCHANGED, UNCHANGED, UNCHANGED, UNCHANGED));
    }

    @Test
    void anUpgradeIsComparedWithWhatThePatchShowsAndAnUpdateWithWhatItReplaces() throws Exception {
        assertThat(inPackage("base", "Orders=base", "Orders_Patch=patched"))
                .isEqualTo(new Row(UNCHANGED, CHANGE, CHANGE, UNCHANGED));
        assertThat(inPackage("patched", "Orders=base", "Orders_Patch=patched"))
                .isEqualTo(new Row(CHANGE, UNCHANGED, UNCHANGED, UNCHANGED));
        assertThat(inPackage("patched", "Orders_Patch=patched"))
                .isEqualTo(new Row(CHANGE, UNCHANGED, UNCHANGED, UNCHANGED));
    }

    @Test
    void goneAndItsLayersWereTheOnlyOnesItIsDeleted() throws Exception {
        Row deleted = new Row(KEEP, DELETE, KEEP, DELETE);

        assertThat(gone("Orders=a")).isEqualTo(deleted);
        assertThat(gone("Orders_Patch=a")).isEqualTo(deleted);
        assertThat(gone("Orders=a", "Orders_Patch=b")).isEqualTo(deleted);
    }

    @Test
    void goneAndOnlyCustomizedBesidesItIsDeletedWithItsCustomization() throws Exception {
        assertThat(gone("Orders=a", "Active=b")).isEqualTo(new Row(KEEP, DELETE, KEEP, DELETE));
        assertThat(gone("Orders_Patch=a", "Active=b")).isEqualTo(new Row(KEEP, DELETE, KEEP, DELETE));
    }

    @Test
    void goneAndALowerLayerExistsOnlyItsLayerGoes() throws Exception {
        Row unlayered = new Row(KEEP, UNLAYER, KEEP, UNLAYER);

        assertThat(gone("System", "Orders=a")).isEqualTo(unlayered);
        assertThat(gone("Base=a", "Orders=b", "Orders_Patch=c")).isEqualTo(unlayered);
        assertThat(gone("Under=a", "Orders=b", "Active=c")).isEqualTo(unlayered);
        assertThat(gone("Under=a", "Orders_Patch=b")).isEqualTo(unlayered);
        assertThat(gone("System", "Orders=a", "Over=b")).isEqualTo(unlayered);
    }

    @Test
    void goneAndTheLayerAboveIsOfTheSamePublisherThatOneBecomesTheBase() throws Exception {
        assertThat(gone("Orders=a", "Ours=b")).isEqualTo(new Row(KEEP, UNLAYER, KEEP, UNLAYER));
        assertThat(gone("Orders=a", "Orders_Patch=b", "Ours=c", "Over=d"))
                .isEqualTo(new Row(KEEP, UNLAYER, KEEP, UNLAYER));
    }

    @Test
    void goneAndTheLayerAboveIsOfAnotherPublisherItIsBlocked() throws Exception {
        gone("Orders=a", "Orders_Patch=b", "Over=c", "Active=d");

        for (ImportPlan blocked : List.of(imported(managed("Orders", "2.0.0.0"), Action.UPGRADE), applied())) {
            assertThat(blocked.isBlocked()).isTrue();
            assertThat(change(blocked, COLUMN).blockedBy())
                    .containsExactly(new Blocker(COLUMN, "Name of " + COLUMN.key(), "Over", "0x8004F020"));
        }
        assertThat(imported(managed("Orders", "2.0.0.0"), Action.UPDATE).isBlocked())
                .isFalse();
        ImportPlan staged = imported(managed("Orders", "2.0.0.0"), Action.STAGE);
        assertThat(staged.isBlocked()).isFalse();
        assertThat(staged.deferred()).allMatch(deferred -> deferred.isBlocked());
    }

    /** What becomes of the column when the package has it with this content. */
    private Row inPackage(String content, String... layers) throws Exception {
        PackageFixture next = managed("Orders", "2.0.0.0").with(column(COLUMN.key(), content));
        environment.holding(COLUMN, layers);
        Row row = row(next, layers, "Orders_Upgrade=" + content);
        assertThat(imported(next, Action.STAGE).deferred()).isEmpty();
        return row;
    }

    /** What becomes of it when the package does not have it; what staging defers is what applying does. */
    private Row gone(String... layers) throws Exception {
        PackageFixture next = managed("Orders", "2.0.0.0");
        environment.holding(COLUMN, layers);
        Row row = row(next, layers);
        assertThat(imported(next, Action.STAGE).deferred())
                .extracting(deferred -> deferred.change())
                .containsExactly(row.apply());
        return row;
    }

    private Row row(PackageFixture next, String[] layers, String... staged) throws Exception {
        Change update = change(imported(next, Action.UPDATE), COLUMN).change();
        Change upgrade = change(imported(next, Action.UPGRADE), COLUMN).change();
        Change stage = change(imported(next, Action.STAGE), COLUMN).change();
        environment.holding(COLUMN, over(layers, staged));
        Change apply = change(applied(), COLUMN).change();
        environment.holding(COLUMN, layers);
        return new Row(update, upgrade, stage, apply);
    }

    /** Order does not matter to what is decided by whose the lowest layer is, as long as that one stays the lowest. */
    private static String[] over(String[] layers, String... staged) {
        String[] all = Arrays.copyOf(layers, layers.length + staged.length);
        System.arraycopy(staged, 0, all, layers.length, staged.length);
        return all;
    }

    private ImportPlan imported(PackageFixture next, Action action) throws Exception {
        return plan(next, options().action(action).activeBase(ActiveBase.WARN), environment);
    }

    private ImportPlan applied() {
        return applying("Orders", environment.copy().holding("Orders", "2.0.0.0"));
    }
}
