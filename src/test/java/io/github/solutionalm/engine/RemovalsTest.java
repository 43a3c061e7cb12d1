package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.Planning.applying;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.Change.DELETE;
import static io.github.solutionalm.model.Change.KEEP;
import static io.github.solutionalm.model.Change.UNLAYER;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deleted with a component that an upgrade deletes, and what blocks that. */
class RemovalsTest {

    private static final ComponentKey TABLE = key(ENTITY, "contoso_order");
    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");
    private static final ComponentKey PLATFORM_COLUMN = key(ATTRIBUTE, "contoso_order.createdon");
    private static final ComponentKey VIEW = key(SAVED_QUERY, "view");
    private static final ComponentKey FORM = key(SYSTEM_FORM, "form");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @BeforeEach
    void aTable() {
        environment
                .managed("Orders", "1.0.0.0")
                .managed("Later", "1.0.0.0")
                .holding(TABLE, "Orders=table")
                .holding(COLUMN, "Orders=column")
                .part(COLUMN, TABLE);
    }

    @Test
    void aTableTakesItsColumnsAlong() throws Exception {
        assertThat(deleted(upgrade())).containsExactly(COLUMN, TABLE);
        assertThat(upgrade().isBlocked()).isFalse();
    }

    @Test
    void whatUsersMadeOfItGoesAlong() throws Exception {
        environment.holding(VIEW, "Active=mine").part(VIEW, TABLE);

        assertThat(deleted(upgrade())).containsExactly(COLUMN, TABLE, VIEW);
        assertThat(change(upgrade(), VIEW).name()).isEqualTo("Name of view");
    }

    @Test
    void whatThePlatformGaveToItGoesAlong() throws Exception {
        environment.holding(PLATFORM_COLUMN, "System", "Orders=x").part(PLATFORM_COLUMN, TABLE);

        assertThat(deleted(upgrade())).containsExactly(COLUMN, PLATFORM_COLUMN, TABLE);
        assertThat(upgrade().count(UNLAYER)).isZero();
    }

    @Test
    void partsOfPartsGoAlong() throws Exception {
        ComponentKey image = key(ComponentType.ATTRIBUTE_IMAGE_CONFIG, "image");
        environment.holding(image, "Active=mine").part(image, COLUMN);

        assertThat(deleted(upgrade())).containsExactly(COLUMN, image, TABLE);
    }

    @Test
    void partsThatGoInACircleEnd() throws Exception {
        environment.part(TABLE, COLUMN);

        assertThat(deleted(upgrade())).containsExactly(COLUMN, TABLE);
    }

    @Test
    void aPartOfAnotherManagedSolutionBlocksIt() throws Exception {
        environment.holding(VIEW, "Later=theirs", "Active=mine").part(VIEW, TABLE);

        assertThat(change(upgrade(), TABLE).blockedBy())
                .containsExactly(new Blocker(VIEW, "Name of view", "Later", "0x8004F01F"));
        assertThat(deleted(upgrade())).doesNotContain(VIEW);
    }

    @Test
    void whatAPartIsUsedByBlocksThePart() throws Exception {
        environment.holding(VIEW, "Later=theirs").refers(VIEW, "Later", COLUMN);

        assertThat(change(upgrade(), COLUMN).blockedBy())
                .extracting(Blocker::solution)
                .containsExactly("Later");
        assertThat(change(upgrade(), TABLE).isBlocked()).isFalse();
    }

    @Test
    void aPartThatThePackageStillHasBlocksIt() throws Exception {
        ImportPlan plan = plan(managed("Orders", "2.0.0.0").with(column(COLUMN.key(), "column")), environment);

        assertThat(change(plan, TABLE).blockedBy())
                .containsExactly(new Blocker(COLUMN, "Name of " + COLUMN.key(), "Orders", "0x8004F01F"));
        assertThat(deleted(plan)).containsExactly(TABLE);
    }

    @Test
    void aPartThatTheStagedUpgradeHasBlocksIt() {
        environment
                .holding("Orders", "2.0.0.0")
                .holding(COLUMN, "Orders=column", "Orders_Upgrade=column")
                .part(COLUMN, TABLE);

        assertThat(change(applying("Orders", environment), TABLE).blockedBy())
                .extracting(Blocker::solution)
                .containsExactly("Orders_Upgrade");
    }

    @Test
    void aPartThatIsKeptBlocksIt() throws Exception {
        ImportPlan plan = plan(managed("Orders", "2.0.0.0").root(ATTRIBUTE, COLUMN.key()), environment);

        assertThat(change(plan, TABLE).blockedBy()).extracting(Blocker::key).containsExactly(COLUMN);
        assertThat(change(plan, COLUMN).change()).isEqualTo(KEEP);
    }

    @ParameterizedTest
    @CsvSource({"RoutingRule, 0x8004F850", "ConvertRule, 0x8004F850", "SLA, 0x8004F870"})
    void anActiveRuleCannotBeDeleted(String type, String code) throws Exception {
        ComponentKey rule = key(ComponentType.named(type), "rule");
        environment.holding(rule, "Orders=x").state(rule, ActivationState.ACTIVATED);

        assertThat(change(upgrade(), rule).blockedBy())
                .containsExactly(new Blocker(rule, "Name of rule", "Orders", code));
        environment.state(rule, ActivationState.DRAFT);
        assertThat(upgrade().isBlocked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Workflow", "SdkMessageProcessingStep"})
    void othersMayBeActive(String type) throws Exception {
        ComponentKey process = key(ComponentType.named(type), "process");
        environment.holding(process, "Orders=x").state(process, ActivationState.ACTIVATED);

        assertThat(upgrade().isBlocked()).isFalse();
    }

    @Test
    void anActiveRuleThatIsAPartBlocksIt() throws Exception {
        ComponentKey sla = key(ComponentType.SLA, "sla");
        environment.holding(sla, "Active=mine").part(sla, TABLE).state(sla, ActivationState.ACTIVATED);

        assertThat(change(upgrade(), sla).blockedBy())
                .containsExactly(new Blocker(sla, "Name of sla", "Active", "0x8004F870"));
    }

    @Test
    void whatOnlyLosesALayerKeepsItsParts() throws Exception {
        environment.managed("Base", "1.0.0.0").holding(TABLE, "Base=table", "Orders=more");

        ImportPlan plan = upgrade();
        assertThat(change(plan, TABLE).change()).isEqualTo(UNLAYER);
        assertThat(deleted(plan)).containsExactly(COLUMN);
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void allThatBlocksItIsNamedOnce() throws Exception {
        environment
                .foreign("fabrikam", "Over", "1.0.0.0")
                .holding(TABLE, "Orders=table", "Over=more")
                .holding(VIEW, "Later=theirs")
                .part(VIEW, TABLE)
                .refers(VIEW, "Later", TABLE)
                .holding(FORM, "Later=form", "Active=form")
                .refers(FORM, "Later", TABLE)
                .refers(FORM, "Active", TABLE);

        assertThat(change(upgrade(), TABLE).blockedBy())
                .extracting(Blocker::key, Blocker::solution)
                .containsExactlyInAnyOrder(
                        tuple(TABLE, "Over"), tuple(VIEW, "Later"), tuple(FORM, "Later"), tuple(FORM, "Active"));
    }

    @Test
    void whatAnotherManagedSolutionListsIsNotLost() throws Exception {
        environment.member("Later", TABLE);

        assertThat(change(upgrade(), TABLE).blockedBy())
                .containsExactly(new Blocker(TABLE, "Name of " + TABLE.key(), "Later", "0x8004F01F"));
    }

    @Test
    void rowsOfWhatIsGoneAreSortedAndFollowThePackage() throws Exception {
        environment
                .holding(VIEW, "Orders=x")
                .holding(FORM, "System", "Orders=x")
                .holding(key(ATTRIBUTE, "contoso_order.contoso_a"), "Orders=x");
        ImportPlan plan = plan(managed("Orders", "2.0.0.0").with(column("contoso_order.contoso_z", "z")), environment);

        assertThat(plan.changes())
                .extracting(ComponentChange::key)
                .containsExactly(
                        key(ATTRIBUTE, "contoso_order.contoso_z"),
                        key(ATTRIBUTE, "contoso_order.contoso_a"),
                        COLUMN,
                        TABLE,
                        VIEW,
                        FORM);
    }

    private ImportPlan upgrade() throws Exception {
        return plan(managed("Orders", "2.0.0.0"), options(), environment);
    }

    private static List<ComponentKey> deleted(ImportPlan plan) {
        return plan.keys(DELETE);
    }
}
