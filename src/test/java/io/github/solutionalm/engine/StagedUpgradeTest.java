package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.Planning.applying;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two ends of a staged upgrade: applied, or discarded. */
class StagedUpgradeTest {

    private static final ComponentKey BOTH = key(ATTRIBUTE, "contoso_order.contoso_both");
    private static final ComponentKey OLD = key(ATTRIBUTE, "contoso_order.contoso_old");
    private static final ComponentKey NEW = key(ATTRIBUTE, "contoso_order.contoso_new");
    private static final ComponentKey VIEW = key(SAVED_QUERY, "view");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @BeforeEach
    void aStagedUpgrade() {
        environment
                .managed("Orders", "1.0.0.0")
                .patch("Orders_Patch", "1.0.1.0", "Orders")
                .holding("Orders", "2.0.0.0")
                .managed("Later", "1.0.0.0")
                .holding(BOTH, "Orders=a", "Orders_Patch=b", "Orders_Upgrade=c")
                .holding(OLD, "Orders_Patch=b")
                .holding(NEW, "Orders_Upgrade=c");
    }

    @Test
    void appliedItTakesTheSolutionsName() {
        ImportPlan plan = applying("orders", environment);

        assertThat(plan.operation()).isEqualTo(Operation.APPLY_UPGRADE);
        assertThat(plan.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(plan.owner()).isEqualTo("orders");
        assertThat(plan.deferred()).isEmpty();
    }

    @Test
    void appliedItDeletesWhatOnlyTheOldVersionHadAndChangesNothingElse() {
        ImportPlan plan = applying("Orders", environment);

        assertThat(change(plan, OLD).change()).isEqualTo(Change.DELETE);
        assertThat(change(plan, BOTH).change()).isEqualTo(Change.UNCHANGED);
        assertThat(change(plan, NEW).change()).isEqualTo(Change.UNCHANGED);
        assertThat(plan.changes()).noneMatch(change -> change.component().isPresent());
    }

    @Test
    void discardedItDeletesWhatOnlyItHad() {
        ImportPlan plan = discarding();

        assertThat(plan.keys(Change.DELETE)).containsExactly(NEW);
        assertThat(plan.keys(Change.UNLAYER)).containsExactly(BOTH);
        assertThat(plan.changes()).extracting(ComponentChange::key).doesNotContain(OLD);
    }

    @Test
    void discardedItIsBlockedByWhatCameToUseIt() {
        environment.holding(VIEW, "Active=mine").refers(VIEW, "Active", NEW);

        assertThat(change(discarding(), NEW).blockedBy())
                .containsExactly(new Blocker(VIEW, "Name of view", "Active", "0x8004F01F"));
    }

    @Test
    void discardedItLeavesTheOldVersionsReferences() {
        ComponentKey table = key(ENTITY, "contoso_new");
        environment
                .holding(table, "Orders_Upgrade=x")
                .holding(VIEW, "Orders=old", "Orders_Upgrade=new")
                .refers(VIEW, "Orders_Upgrade", NEW)
                .refers(VIEW, "Orders", table);

        assertThat(change(discarding(), NEW).isBlocked()).isFalse();
        assertThat(change(discarding(), table).blockedBy())
                .extracting(Blocker::solution)
                .containsExactly("Orders");
    }

    private ImportPlan discarding() {
        return StagedUpgrade.discard(SolutionStack.of("Orders", environment), environment);
    }
}
