package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.referring;
import static io.github.solutionalm.engine.Planning.applying;
import static io.github.solutionalm.engine.Planning.codes;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ROUTING_RULE;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user reads of an upgrade that is blocked. */
class BlockedPlanTest {

    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");
    private static final ComponentKey OTHER = key(ATTRIBUTE, "contoso_order.contoso_vat");
    private static final ComponentKey VIEW = key(SAVED_QUERY, "view");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @BeforeEach
    void aColumn() {
        environment
                .managed("Orders", "1.0.0.0")
                .managed("Later", "1.0.0.0")
                .foreign("fabrikam", "Over", "1.0.0.0")
                .holding(COLUMN, "Orders=column");
    }

    @Test
    void aPlanInWhichNothingIsBlockedPasses() throws Exception {
        BlockedPlan.refuse(plan(managed("Orders", "2.0.0.0"), environment));
        assertThat(errors()).isEmpty();
    }

    @Test
    void oneFindingSumsUpAndOneFollowsForEachComponent() throws Exception {
        environment.holding(OTHER, "Orders=vat").holding(VIEW, "Later=view").refers(VIEW, "Later", COLUMN, OTHER);

        assertThat(codes(errors())).containsExactly("0x8004F01D", "0x8004F01F", "0x8004F01F");
        assertThat(errors().get(0).message()).startsWith("2 components that would be deleted are still in use.");
        assertThat(errors().get(0).component()).isEmpty();
        assertThat(errors().subList(1, 3))
                .extracting(finding -> finding.component().orElseThrow())
                .containsExactly(COLUMN, OTHER);
        assertThat(catchThrowableOfType(
                                RefusalException.class,
                                () -> BlockedPlan.refuse(plan(managed("Orders", "2.0.0.0"), environment)))
                        .errors())
                .isEqualTo(errors());
    }

    @Test
    void anotherSolutionIsNamedAndWhatToImportFirst() throws Exception {
        environment.holding(VIEW, "Later=view").refers(VIEW, "Later", COLUMN);

        assertThat(errors().get(0).message()).startsWith("A component that would be deleted is");
        assertThat(error())
                .isEqualTo(COLUMN + " can't be deleted: " + VIEW + " \"Name of view\" of the solution Later uses it."
                        + " First import a version of Later that no longer needs it (with several packages, use"
                        + " ordering 'staged'), or remove that solution.");
    }

    @Test
    void aCustomizationIsToBeChangedInTheEnvironment() throws Exception {
        environment.holding(VIEW, "Active=mine").refers(VIEW, "Active", COLUMN);

        assertThat(error())
                .contains("of the unmanaged customizations uses it")
                .contains("Remove the reference in the environment, where the component is customized");
    }

    @Test
    void theNewVersionItselfIsToBeChangedWhereItIsMade() throws Exception {
        PackageFixture next = managed("Orders", "2.0.0.0").with(referring(SAVED_QUERY, "view", COLUMN));

        assertThat(BlockedPlan.findings(plan(next, environment).changes(), "Orders")
                        .get(1)
                        .message())
                .contains("of the solution Orders uses it")
                .contains("The new version itself still refers to it");
    }

    @Test
    void soIsTheStagedUpgrade() {
        environment
                .holding("Orders", "2.0.0.0")
                .holding(VIEW, "Orders_Upgrade=view")
                .refers(VIEW, "Orders_Upgrade", COLUMN);
        ImportPlan plan = applying("Orders", environment);

        assertThat(BlockedPlan.findings(plan.changes(), plan.owner()).get(1).message())
                .contains("The new version itself still refers to it");
    }

    @Test
    void aLayerOfAnotherPublisherIsNamed() throws Exception {
        environment.holding(COLUMN, "Orders=column", "Over=more");

        assertThat(codes(errors())).containsExactly("0x8004F01D", "0x8004F020");
        assertThat(error())
                .contains("its base layer would be deleted, but the solution Over of another publisher has a"
                        + " layer above it")
                .contains("First import a version of Over");
    }

    @Test
    void anActiveRuleIsToBeDeactivated() throws Exception {
        ComponentKey rule = key(ROUTING_RULE, "rule");
        environment.holding(rule, "Orders=x").state(rule, ActivationState.ACTIVATED);

        assertThat(codes(errors())).containsExactly("0x8004F01D", "0x8004F850");
        assertThat(error())
                .isEqualTo("RoutingRule rule can't be deleted: it is active. Set activeRules to 'deactivate'"
                        + " (-Dsolution.activeRules=deactivate): it is deactivated and deleted.");
    }

    @Test
    void allThatBlocksIsSaidAndEachAdviceOnce() throws Exception {
        ComponentKey second = key(SAVED_QUERY, "view2");
        environment
                .holding(VIEW, "Later=view")
                .refers(VIEW, "Later", COLUMN)
                .holding(second, "Later=view")
                .refers(second, "Later", COLUMN)
                .holding(key(SAVED_QUERY, "view3"), "Active=view")
                .refers(key(SAVED_QUERY, "view3"), "Active", COLUMN);

        assertThat(error()).contains("view \"", "; SavedQuery view2", "; SavedQuery view3");
        assertThat(error()).containsOnlyOnce("First import").containsOnlyOnce("Remove the reference");
    }

    private List<Finding> errors() throws Exception {
        ImportPlan plan = plan(managed("Orders", "2.0.0.0"), options(), environment);
        return BlockedPlan.findings(plan.changes(), plan.owner());
    }

    private String error() throws Exception {
        assertThat(errors()).hasSize(2);
        return errors().get(1).message();
    }
}
