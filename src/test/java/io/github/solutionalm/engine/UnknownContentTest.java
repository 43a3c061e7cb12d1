package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.unmanaged;
import static io.github.solutionalm.engine.Planning.applying;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Doubt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is planned where a layer is there and nobody has read it (docs/concepts.md, "Known, unknown and no content"). */
class UnknownContentTest {

    private static final ComponentKey VIEW = key(SAVED_QUERY, "view");
    private static final ComponentKey FORM = key(SYSTEM_FORM, "form");
    private static final ComponentKey TABLE = key(ENTITY, "contoso_order");
    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @BeforeEach
    void threeSolutions() {
        environment
                .managed("Base", "1.0.0.0")
                .managed("Orders", "1.0.0.0")
                .patch("Orders_Patch", "1.0.1.0", "Orders")
                .managed("Later", "1.0.0.0");
    }

    // The layer that the package's replaces

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"UPDATE", "UPGRADE", "STAGE"})
    void whatMayBeTheSameIsAChangeInDoubt(Action action) throws Exception {
        environment.holding(VIEW, "Orders").holding(FORM, "Orders=same");

        ImportPlan plan = plan(next(), options().action(action), environment);

        assertThat(change(plan, VIEW).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan, VIEW).doubts()).containsExactly(Doubt.MAY_BE_UNCHANGED);
        assertThat(change(plan, FORM).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(plan, FORM).doubts()).isEmpty();
    }

    @Test
    void anUpgradeComparesWithTheTopLayerAndWithAllWhereTheyMerge() throws Exception {
        environment.holding(VIEW, "Orders", "Orders_Patch=same").holding(FORM, "Orders", "Orders_Patch=same");

        ImportPlan plan = plan(next(), environment);

        assertThat(change(plan, VIEW).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(plan, FORM).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan, FORM).doubts()).containsExactly(Doubt.MAY_BE_UNCHANGED);
    }

    @Test
    void oneKnownLayerThatDiffersLeavesNoDoubt() throws Exception {
        environment.holding(FORM, "Orders", "Orders_Patch=other");

        assertThat(change(plan(next(), environment), FORM).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan(next(), environment), FORM).doubts()).isEmpty();
    }

    @Test
    void anUnmanagedPackageComparesWithTheUnmanagedLayer() throws Exception {
        environment.holding(VIEW, "Base=view", "Active");
        PackageFixture mine = unmanaged("Mine", "1.0.0.0").with(component(SAVED_QUERY, "view", "same"));

        assertThat(change(plan(mine, environment), VIEW).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan(mine, environment), VIEW).doubts()).containsExactly(Doubt.MAY_BE_UNCHANGED);
    }

    @Test
    void aCustomizationThatNobodyHasReadIsOverwritten() throws Exception {
        environment.holding(VIEW, "Orders=old", "Active");

        ImportPlan plan = plan(next(), options().overwriteCustomizations(), environment);

        assertThat(change(plan, VIEW).overwritesCustomization()).isTrue();
    }

    // Layers above

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"UPDATE", "UPGRADE", "STAGE"})
    void aLayerAboveHidesWhateverItSays(Action action) throws Exception {
        environment.holding(VIEW, "Orders=old", "Later").holding(FORM, "Orders=old", "Later", "Active=mine");

        ImportPlan plan = plan(next(), options().action(action), environment);

        assertThat(change(plan, VIEW).hiddenBy()).contains("Later");
        assertThat(change(plan, VIEW).doubts()).isEmpty();
        assertThat(change(plan, FORM).hiddenBy()).as("what nobody has read").contains("Later");
        assertThat(change(plan, FORM).doubts()).as("layers of forms merge").containsExactly(Doubt.MAY_SHOW);
    }

    // Layers below

    @Test
    void aLayerBelowLeavesItInDoubtWhatShowsOfLayersThatMerge() throws Exception {
        environment.holding(VIEW, "Base", "Orders=old").holding(FORM, "Base", "Orders=old", "Active=mine");

        ImportPlan plan = plan(next(), environment);

        assertThat(change(plan, VIEW).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan, VIEW).hiddenBy()).isEmpty();
        assertThat(change(plan, VIEW).doubts()).isEmpty();
        assertThat(change(plan, FORM).hiddenBy()).contains("Active");
        assertThat(change(plan, FORM).doubts()).containsExactly(Doubt.MAY_SHOW);
    }

    @Test
    void aLayerBelowThatMergesHidesNothingFromUnder() throws Exception {
        environment.holding(FORM, "Base", "Orders=old");

        assertThat(change(plan(next(), environment), FORM).hiddenBy()).isEmpty();
        assertThat(change(plan(next(), environment), FORM).doubts()).isEmpty();
    }

    @Test
    void aLayerBelowIsALayerAsAnyOther() throws Exception {
        environment.holding(COLUMN, "Base", "Orders=column").holding(VIEW, "Base");

        ImportPlan plan = plan(next(), environment);

        assertThat(change(plan, COLUMN).change()).isEqualTo(Change.UNLAYER);
        assertThat(change(plan, VIEW).change()).isEqualTo(Change.CHANGE);
    }

    /** Of the platform's own layer the content is never known, and what lies over it is taken for all there is. */
    @Test
    void thePlatformsLayerLeavesNoDoubt() throws Exception {
        environment
                .holding(FORM, "System", "Orders=old")
                .holding(VIEW, "System", "Orders=same")
                .holding(TABLE, "System")
                .holding(COLUMN, "Orders=column");

        ImportPlan plan = plan(next(), environment);

        assertThat(plan.changes()).extracting(ComponentChange::doubts).allMatch(doubts -> doubts.isEmpty());
        assertThat(change(plan, VIEW).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(plan, COLUMN).change()).isEqualTo(Change.DELETE);
    }

    // Deletions

    @Test
    void whatNobodyHasReadMayHoldOnToAnything() throws Exception {
        environment.holding(COLUMN, "Orders=column").holding(TABLE, "Later");

        assertThat(deletion().isBlocked()).isFalse();
        assertThat(deletion().doubts()).containsExactly(Doubt.MAY_BE_BLOCKED);
    }

    @Test
    void ofTheNewVersionAllIsKnown() throws Exception {
        environment.holding(COLUMN, "Orders").holding(VIEW, "Orders", "Orders_Patch");

        assertThat(deletion().doubts()).isEmpty();
    }

    @Test
    void whatIsCoveredByAKnownLayerHoldsOnToNothingButWhereLayersMerge() throws Exception {
        environment.holding(COLUMN, "Orders=column").holding(TABLE, "Base", "Later=known");
        assertThat(deletion().doubts()).isEmpty();

        environment.holding(FORM, "Base", "Later=known");
        assertThat(deletion().doubts()).containsExactly(Doubt.MAY_BE_BLOCKED);
    }

    /** An environment may know that one refers to the other, and not what else it says. */
    @Test
    void aReferenceThatIsKnownOfItBlocks() throws Exception {
        environment.holding(COLUMN, "Orders=column").holding(VIEW, "Later").refers(VIEW, "Later", COLUMN);

        assertThat(deletion().blockedBy()).containsExactly(new Blocker(VIEW, "Name of view", "Later", "0x8004F01F"));
    }

    @Test
    void itCoversTheReferencesOfALayerBelow() throws Exception {
        ComponentKey chart = key(SAVED_QUERY, "chart");
        environment
                .holding(COLUMN, "Orders=column")
                .holding(chart, "Base=chart", "Later", "Active")
                .refers(chart, "Base", COLUMN);

        assertThat(deletion().blockedBy()).isEmpty();
        assertThat(deletion().doubts()).containsExactly(Doubt.MAY_BE_BLOCKED);
    }

    @Test
    void theSameHoldsWhereAStagedUpgradeIsApplied() {
        environment
                .holding("Orders", "2.0.0.0")
                .holding(COLUMN, "Orders")
                .holding(VIEW, "Orders=old", "Orders_Upgrade=new");
        assertThat(change(applying("Orders", environment), COLUMN).change()).isEqualTo(Change.DELETE);
        assertThat(change(applying("Orders", environment), COLUMN).doubts()).isEmpty();

        environment.holding(VIEW, "Orders=old", "Orders_Upgrade").refers(VIEW, "Orders_Upgrade", COLUMN);
        assertThat(change(applying("Orders", environment), VIEW).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(applying("Orders", environment), COLUMN).isBlocked()).isTrue();
        assertThat(change(applying("Orders", environment), COLUMN).doubts()).containsExactly(Doubt.MAY_BE_BLOCKED);
    }

    @Test
    void aStagedUpgradeSaysItOfWhatItWillDelete() throws Exception {
        environment.holding(COLUMN, "Orders=column").holding(TABLE, "Later");

        assertThat(plan(next(), options().action(Action.STAGE), environment).deferred())
                .singleElement()
                .satisfies(removal -> assertThat(removal.doubts()).containsExactly(Doubt.MAY_BE_BLOCKED));
    }

    /** Of the platform's tables the same is true, whose forms are not known. */
    @Test
    void aFormThatNobodyHasReadMayBeTheLastMainForm() throws Exception {
        environment.holding(TABLE, "Base=table").holding(FORM, "Orders").part(FORM, TABLE);
        PackageFixture without = managed("Orders", "2.0.0.0").with(column("contoso_order.contoso_new", "new"));

        ComponentChange deletion = change(plan(without, environment), FORM);

        assertThat(deletion.isBlocked()).isFalse();
        assertThat(deletion.doubts()).containsExactly(Doubt.MAY_BE_BLOCKED);
    }

    private ComponentChange deletion() throws Exception {
        return change(plan(next(), environment), COLUMN);
    }

    private static PackageFixture next() {
        return managed("Orders", "2.0.0.0")
                .with(component(SAVED_QUERY, "view", "same"), component(SYSTEM_FORM, "form", "same"));
    }
}
