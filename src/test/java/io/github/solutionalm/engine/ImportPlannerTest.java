package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.unmanaged;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.ActiveBase;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportPlannerTest {

    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");
    private static final ComponentKey OTHER = key(ATTRIBUTE, "contoso_order.contoso_other");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @Test
    void whatHasNoLayerIsAdded() throws Exception {
        ImportPlan plan = plan(orders("new"), environment);

        assertThat(plan.owner()).isEqualTo("Orders");
        assertThat(change(plan, COLUMN).change()).isEqualTo(Change.ADD);
        assertThat(change(plan, COLUMN).component()).isPresent();
        assertThat(plan.count(Change.ADD)).isEqualTo(1);
    }

    @Test
    void whatIsThereWithoutALayerIsAdded() throws Exception {
        environment.holding(COLUMN);

        assertThat(change(plan(orders("new"), environment), COLUMN).change()).isEqualTo(Change.ADD);
    }

    @Test
    void whatThePlatformBringsIsChanged() throws Exception {
        ImportPlan plan = plan(orders("new").with(PackageFixture.table("account", "x")), environment);

        assertThat(change(plan, key(ENTITY, "account")).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan, key(ENTITY, "account")).hiddenBy()).isEmpty();
    }

    @Test
    void whatAnotherSolutionHasIsChanged() throws Exception {
        environment.managed("Base", "1.0.0.0").holding(COLUMN, "Base=old");

        assertThat(change(plan(orders("new"), environment), COLUMN).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan(orders("old"), environment), COLUMN).change()).isEqualTo(Change.CHANGE);
    }

    @Test
    void whatTheSolutionHasItselfIsChangedOrUnchangedByItsContent() throws Exception {
        environment.managed("Orders", "1.0.0.0").holding(COLUMN, "Orders=old");

        assertThat(change(again("old"), COLUMN).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(again("new"), COLUMN).change()).isEqualTo(Change.CHANGE);
    }

    @Test
    void namesOfOwnersAreComparedInAnyCase() throws Exception {
        environment.managed("ORDERS", "1.0.0.0").holding(COLUMN, "ORDERS=old", "Active=mine");

        assertThat(change(again("old"), COLUMN).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(again("new"), COLUMN).hiddenBy()).contains("Active");
    }

    @Test
    void whatIsNoLongerInThePackageIsKept() throws Exception {
        environment
                .managed("Orders", "1.0.0.0")
                .holding(COLUMN, "Orders=old")
                .holding(OTHER, "System", "Orders=old", "Active=mine");

        ComponentChange kept = change(again("new"), OTHER);
        assertThat(kept.change()).isEqualTo(Change.KEEP);
        assertThat(kept.component()).isEmpty();
        assertThat(kept.name()).isEqualTo("Name of " + OTHER.key());
        assertThat(kept.convertsCustomization()).isFalse();
    }

    @Test
    void whatThePackageNowOnlyMentionsIsKept() throws Exception {
        environment.managed("Orders", "1.0.0.0").holding(COLUMN, "Orders=old");
        ImportPlan plan = plan(
                managed("Orders", "1.0.0.0").with(context(ATTRIBUTE, COLUMN.key())),
                options().sameVersion(SameVersion.IMPORT),
                environment);

        assertThat(plan.context()).hasSize(1);
        assertThat(change(plan, COLUMN).change()).isEqualTo(Change.KEEP);
    }

    @Test
    void anUnmanagedPackageKeepsNoAccountOfWhatItLacks() throws Exception {
        environment.unmanaged("Tweaks", "1.0.0.0").member("Tweaks", OTHER).holding(OTHER, "Active=mine");

        assertThat(plan(unmanaged("Tweaks", "1.1.0.0").with(column(COLUMN.key(), "x")), environment)
                        .changes())
                .hasSize(1);
    }

    @Test
    void contextGetsNoChange() throws Exception {
        ImportPlan plan = plan(orders("new").with(context(ENTITY, "contoso_order")), environment);

        assertThat(plan.changes()).extracting(ComponentChange::key).containsExactly(COLUMN);
        assertThat(plan.context()).hasSize(1);
    }

    @Test
    void unmanagedDefinitionsGoIntoActiveOverWhateverIsThere() throws Exception {
        environment.managed("Base", "1.0.0.0").holding(COLUMN, "Base=old").holding(OTHER, "Base=old", "Active=mine");
        ImportPlan plan = plan(
                unmanaged("Tweaks", "1.0.0.0").with(column(COLUMN.key(), "new"), column(OTHER.key(), "mine")),
                options().overwriteCustomizations(),
                environment);

        assertThat(plan.owner()).isEqualTo(Layer.ACTIVE);
        assertThat(change(plan, COLUMN).change()).isEqualTo(Change.CHANGE);
        assertThat(change(plan, OTHER).change()).isEqualTo(Change.UNCHANGED);
        assertThat(plan.changes()).noneMatch(ComponentChange::overwritesCustomization);
        assertThat(plan.hidden()).isZero();
    }

    @Test
    void activeHidesAChange() throws Exception {
        environment.managed("Orders", "1.0.0.0").holding(COLUMN, "Orders=old", "Active=mine");

        assertThat(change(again("new"), COLUMN).hiddenBy()).contains("Active");
        assertThat(again("new").hidden()).isEqualTo(1);
        assertThat(change(again("old"), COLUMN).hiddenBy()).isEmpty();
    }

    @Test
    void aFirstInstallComesOnTopOfTheManagedLayersAndBelowActive() throws Exception {
        environment.managed("Base", "1.0.0.0").managed("Other", "1.0.0.0").holding(COLUMN, "Base=a", "Other=b");
        assertThat(change(plan(orders("new"), environment), COLUMN).hiddenBy()).isEmpty();

        environment.holding(COLUMN, "Base=a", "Other=b", "Active=c");
        assertThat(change(plan(orders("new"), environment), COLUMN).hiddenBy()).contains("Active");
    }

    @Test
    void aSolutionInstalledLaterHidesAChange() throws Exception {
        environment.managed("Base", "1.0.0.0").managed("Orders", "1.0.0.0").managed("Later", "1.0.0.0");

        environment.holding(COLUMN, "System", "Base=a", "Orders=b");
        assertThat(change(again("new"), COLUMN).hiddenBy()).isEmpty();
        environment.holding(COLUMN, "Base=a", "Orders=b", "Later=c");
        assertThat(change(again("new"), COLUMN).hiddenBy()).contains("Later");
        environment.holding(COLUMN, "Base=a", "Orders=b", "Later=c", "Active=d");
        assertThat(change(again("new"), COLUMN).hiddenBy()).contains("Active");
    }

    @Test
    void aNewLayerGoesToThePlaceOfTheSolutionInstalledEarlier() throws Exception {
        environment.managed("Base", "1.0.0.0").managed("Orders", "1.0.0.0").managed("Later", "1.0.0.0");

        environment.holding(COLUMN, "Base=a");
        assertThat(change(again("new"), COLUMN).hiddenBy()).isEmpty();
        environment.holding(COLUMN, "Base=a", "Later=c");
        assertThat(change(again("new"), COLUMN).hiddenBy()).contains("Later");
    }

    @Test
    void patchesAndHoldingSolutionsStandInThePlaceOfTheirBase() throws Exception {
        environment
                .managed("Orders", "1.0.0.0")
                .managed("Later", "1.0.0.0")
                .patch("Orders_Patch", "1.0.1.0", "Orders")
                .patch("Later_Patch", "1.0.1.0", "later")
                .holding(COLUMN, "Orders=a", "Orders_Patch=b");

        assertThat(change(again("new"), COLUMN).hiddenBy()).contains("Orders_Patch");
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=b", "Later=c", "Later_Patch=d");
        assertThat(change(again("new"), COLUMN).hiddenBy()).contains("Later_Patch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SystemForm", "SiteMap", "RibbonCustomization", "AppModule"})
    void whatMergesIsNeverHiddenAndNeverOverwritten(String name) throws Exception {
        ComponentType type = ComponentType.named(name);
        environment
                .managed("Orders", "1.0.0.0")
                .managed("Later", "1.0.0.0")
                .holding(key(type, "f"), "Orders=a", "Later=b", "Active=c");
        ImportPlan plan = plan(
                managed("Orders", "1.0.0.0").with(component(type, "f", "new")),
                options().sameVersion(SameVersion.IMPORT).overwriteCustomizations(),
                environment);

        assertThat(change(plan, key(type, "f")).hiddenBy()).isEmpty();
        assertThat(change(plan, key(type, "f")).overwritesCustomization()).isFalse();
    }

    @Test
    void overwriteSetsTheActiveDefinition() throws Exception {
        environment.managed("Base", "1.0.0.0").holding(COLUMN, "Base=a", "Active=mine");

        ComponentChange change = change(overwriting("new"), COLUMN);
        assertThat(change.overwritesCustomization()).isTrue();
        assertThat(change.hiddenBy()).isEmpty();
        assertThat(change(plan(orders("new"), environment), COLUMN).overwritesCustomization())
                .isFalse();
    }

    @Test
    void overwriteTouchesNothingWhereThereIsNoCustomizationOrTheSameOne() throws Exception {
        environment.managed("Base", "1.0.0.0").holding(COLUMN, "Base=a");
        assertThat(change(overwriting("new"), COLUMN).overwritesCustomization()).isFalse();

        environment.holding(COLUMN, "Base=a", "Active=new");
        assertThat(change(overwriting("new"), COLUMN).overwritesCustomization()).isFalse();
        assertThat(change(overwriting("new"), COLUMN).hiddenBy()).isEmpty();
    }

    @Test
    void overwriteReachesWhatTheSolutionItselfDoesNotChange() throws Exception {
        environment.managed("Orders", "1.0.0.0").holding(COLUMN, "Orders=old", "Active=mine");
        ImportPlan plan = plan(
                managed("Orders", "1.0.0.0").with(column(COLUMN.key(), "old")),
                options().sameVersion(SameVersion.IMPORT).overwriteCustomizations(),
                environment);

        assertThat(change(plan, COLUMN).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(plan, COLUMN).overwritesCustomization()).isTrue();
    }

    @Test
    void overwriteStopsAtOtherManagedSolutionsOnTop() throws Exception {
        environment
                .managed("Orders", "1.0.0.0")
                .managed("Later", "1.0.0.0")
                .holding(COLUMN, "Orders=a", "Later=b", "Active=mine");
        ImportPlan plan = plan(
                managed("Orders", "1.0.0.0").with(column(COLUMN.key(), "new")),
                options().sameVersion(SameVersion.IMPORT).overwriteCustomizations(),
                environment);

        assertThat(change(plan, COLUMN).overwritesCustomization()).isFalse();
        assertThat(change(plan, COLUMN).hiddenBy()).contains("Active");
    }

    @Test
    void convertToManagedMakesTheCustomizationsTheSolutionsLayers() throws Exception {
        ComponentKey foreign = key(ATTRIBUTE, "contoso_order.contoso_foreign");
        ComponentKey table = key(ENTITY, "contoso_order");
        environment
                .unmanaged("Orders", "1.0.0.0")
                .managed("Later", "1.0.0.0")
                .holding(table, "Later=x")
                .holding(COLUMN, "Active=same")
                .holding(OTHER, "Active=mine")
                .holding(foreign, "Active=of another")
                .member("Orders", COLUMN, OTHER, table)
                .unpublished(COLUMN)
                .unpublished(OTHER)
                .unpublished(foreign);
        ImportPlan plan = plan(
                managed("Orders", "1.0.0.0").with(column(COLUMN.key(), "same"), column(foreign.key(), "new")),
                options().convertToManaged().activeBase(ActiveBase.WARN),
                environment);

        assertThat(plan.changes()).extracting(ComponentChange::key).containsExactly(COLUMN, foreign, OTHER);
        assertThat(change(plan, COLUMN).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(plan, COLUMN).convertsCustomization()).isTrue();
        assertThat(change(plan, COLUMN).published()).isTrue();
        assertThat(change(plan, OTHER).change()).isEqualTo(Change.KEEP);
        assertThat(change(plan, OTHER).convertsCustomization()).isTrue();
        assertThat(change(plan, OTHER).published()).isTrue();
        assertThat(change(plan, foreign).convertsCustomization()).isFalse();
        assertThat(change(plan, foreign).hiddenBy()).contains("Active");
        assertThat(change(plan, foreign).published()).isFalse();
    }

    private ImportPlan again(String content) throws Exception {
        return plan(
                managed("Orders", "1.0.0.0").with(column(COLUMN.key(), content)),
                options().sameVersion(SameVersion.IMPORT),
                environment);
    }

    private ImportPlan overwriting(String content) throws Exception {
        return plan(orders(content), options().overwriteCustomizations(), environment);
    }

    private static PackageFixture orders(String content) {
        return managed("Orders", "1.0.0.0").with(column(COLUMN.key(), content));
    }
}
