package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What shows of an import, and what it overwrites, where the solution has patches or gets one. */
class PatchedSolutionTest {

    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @BeforeEach
    void aPatchedSolution() {
        environment
                .managed("Orders", "1.0.0.0")
                .patch("Orders_Patch", "1.0.1.0", "Orders")
                .managed("Later", "1.0.0.0");
    }

    @Test
    void anUpdateIsHiddenByAPatchOfItsOwn() throws Exception {
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=b");

        assertThat(next(options().action(Action.UPDATE)).hiddenBy()).contains("Orders_Patch");
    }

    @Test
    void anUpgradeIsNotSinceThePatchGoes() throws Exception {
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=b");

        assertThat(next(options()).hiddenBy()).isEmpty();
    }

    @Test
    void aStagedUpgradeIsNotSinceItComesOverThePatch() throws Exception {
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=b");

        assertThat(next(options().action(Action.STAGE)).hiddenBy()).isEmpty();
    }

    @Test
    void allAreHiddenByALaterSolution() throws Exception {
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=b", "Later=c");

        for (Action action : List.of(Action.UPGRADE, Action.UPDATE, Action.STAGE)) {
            assertThat(next(options().action(action)).hiddenBy()).contains("Later");
        }
        assertThat(patch(options()).hiddenBy()).contains("Later");
    }

    @Test
    void aPatchComesOverTheBaseAndTheOtherPatches() throws Exception {
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=b");

        assertThat(patch(options()).hiddenBy()).isEmpty();
        assertThat(patch(options()).change()).isEqualTo(Change.CHANGE);
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=new");
        assertThat(patch(options()).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void aPatchKeepsNoAccountOfWhatItDoesNotHave() throws Exception {
        environment.holding(key(ATTRIBUTE, "contoso_order.contoso_other"), "Orders=a", "Orders_Patch=b");
        ImportPlan plan = plan(secondPatch(), environment);

        assertThat(plan.owner()).isEqualTo("Orders_Patch_2");
        assertThat(plan.changes()).extracting(ComponentChange::key).containsExactly(COLUMN);
        assertThat(plan.deferred()).isEmpty();
    }

    @Test
    void allOverwriteCustomizations() throws Exception {
        environment.holding(COLUMN, "Orders=a", "Active=mine");

        for (Action action : List.of(Action.UPGRADE, Action.UPDATE, Action.STAGE)) {
            ComponentChange change = next(options().action(action).overwriteCustomizations());
            assertThat(change.overwritesCustomization()).isTrue();
            assertThat(change.hiddenBy()).isEmpty();
        }
        assertThat(patch(options().overwriteCustomizations()).overwritesCustomization())
                .isTrue();
    }

    @Test
    void anUpdateUnderItsOwnPatchOverwritesCustomizationsToo() throws Exception {
        environment.holding(COLUMN, "Orders=a", "Orders_Patch=b", "Active=mine");
        ImportOptionsBuilder overwrite = options().overwriteCustomizations();

        assertThat(next(overwrite.action(Action.UPDATE)).overwritesCustomization())
                .isTrue();
        assertThat(next(overwrite.action(Action.UPGRADE)).overwritesCustomization())
                .isTrue();
        assertThat(next(overwrite.action(Action.STAGE)).overwritesCustomization())
                .isTrue();
    }

    private ComponentChange next(ImportOptionsBuilder options) throws Exception {
        return change(
                plan(managed("Orders", "2.0.0.0").with(column(COLUMN.key(), "new")), options, environment), COLUMN);
    }

    private ComponentChange patch(ImportOptionsBuilder options) throws Exception {
        return change(plan(secondPatch(), options, environment), COLUMN);
    }

    private static PackageFixture secondPatch() {
        return managed("Orders_Patch_2", "1.0.2.0").patchOf("Orders").with(column(COLUMN.key(), "new"));
    }
}
