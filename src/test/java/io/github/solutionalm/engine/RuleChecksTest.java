package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.rule;
import static io.github.solutionalm.engine.Planning.codes;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.engine.Planning.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleChecksTest {

    private static final String ID = "6a7f8c9d-0000-4000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "RoutingRule, 0x8004F867, 0x8004F851",
        "ConvertRule, 0x8004F869, 0x8004F851",
        "SLA, 0x8004F868, 0x8004F871"
    })
    void anActiveRuleOfThePackageCannotBeImportedWhereTheSameIdExists(String type, String error, String reason) {
        RefusalException refused = refusal(orders(type, true), holding(type, ActivationState.DRAFT));

        assertThat(codes(refused.errors())).containsExactly(error, reason);
        assertThat(refused)
                .hasMessageContaining("Rule " + ID)
                .hasMessageContaining("is active in the package")
                .hasMessageContaining("-Dsolution.activeRules=deactivate");
        assertThat(refused.errors())
                .allMatch(finding -> finding.component().orElseThrow().key().equals(ID));
    }

    @ParameterizedTest
    @CsvSource({"RoutingRule, 0x8004F867", "ConvertRule, 0x8004F869", "SLA, 0x8004F868"})
    void aRuleThatIsActiveInTheEnvironmentCannotBeImported(String type, String error) {
        assertThat(codes(refusal(orders(type, false), holding(type, ActivationState.ACTIVATED))
                        .errors()))
                .startsWith(error);
    }

    @ParameterizedTest
    @CsvSource({
        "RoutingRule, false, ACTIVATED, 0x8004F851",
        "ConvertRule, true, ACTIVATED, 0x8004F851",
        "SLA, true, DRAFT, 0x8004F871"
    })
    void anActiveRuleIsDeactivatedAndActivatedAgainWhereTheBuildSaysSo(
            String type, boolean active, ActivationState before, String code) throws Exception {
        ImportPlan plan = plan(orders(type, active), deactivating(), holding(type, before));

        assertThat(codes(plan.warnings())).containsExactly(code);
        assertThat(plan.warnings().get(0).message())
                .contains("Rule " + ID, before.isOn() ? "activated again afterwards" : "and activated afterwards");
        assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.state())
                .contains(ActivationState.ACTIVATED));
    }

    @ParameterizedTest
    @CsvSource({"RoutingRule", "ConvertRule", "SLA"})
    void draftsStayDraftsWhereTheBuildDeactivatesRules(String type) throws Exception {
        ImportPlan plan = plan(orders(type, false), deactivating(), holding(type, ActivationState.DRAFT));

        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.changes().get(0).state()).contains(ActivationState.DRAFT);
    }

    @ParameterizedTest
    @CsvSource({"RoutingRule, 0x8004F850", "SLA, 0x8004F870"})
    void anActiveRuleThatIsNoLongerInTheSolutionIsDeletedWhereTheBuildSaysSo(String type, String code)
            throws Exception {
        ComponentKey key = key(ComponentType.named(type), ID);
        FakeEnvironmentView environment = new FakeEnvironmentView()
                .managed("Orders", "1.0.0.0")
                .holding(key, "Orders=x")
                .state(key, ActivationState.ACTIVATED);
        PackageFixture without = managed("Orders", "2.0.0.0");

        ImportPlan blocked = plan(without, environment);
        ImportPlan plan = plan(without, deactivating(), environment);

        assertThat(blocked.isBlocked()).isTrue();
        assertThat(plan.isBlocked()).isFalse();
        assertThat(plan.keys(Change.DELETE)).containsExactly(key);
        assertThat(codes(plan.warnings())).containsExactly(code);
        assertThat(plan.warnings().get(0).message()).contains("deactivated and deleted");
    }

    private static ImportOptionsBuilder deactivating() {
        return ImportOptionsBuilder.options().activeRules(ActiveRules.DEACTIVATE);
    }

    @ParameterizedTest
    @CsvSource({"RoutingRule", "ConvertRule", "SLA"})
    void anActiveRuleThatIsNewIsImported(String type) throws Exception {
        ImportPlan plan = plan(orders(type, true), new FakeEnvironmentView());

        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.change()).isEqualTo(Change.ADD);
            assertThat(change.state()).contains(ActivationState.ACTIVATED);
        });
    }

    @ParameterizedTest
    @CsvSource({"RoutingRule", "ConvertRule", "SLA"})
    void aDraftOverADraftIsImported(String type) throws Exception {
        assertThat(plan(orders(type, false), holding(type, ActivationState.DRAFT))
                        .changes())
                .singleElement()
                .satisfies(change -> assertThat(change.state()).contains(ActivationState.DRAFT));
    }

    @ParameterizedTest
    @CsvSource({"RoutingRule", "ConvertRule", "SLA"})
    void aRuleThatIsOnlyMentionedDoesNotMatter(String type) throws Exception {
        PackageFixture solution = managed("Orders", "1.0.0.0").with(context(ComponentType.named(type), ID));

        assertThat(plan(solution, holding(type, ActivationState.ACTIVATED)).changes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Workflow", "DuplicateRule"})
    void othersMayBeActive(String type) throws Exception {
        assertThat(plan(orders(type, true), holding(type, ActivationState.ACTIVATED))
                        .changes())
                .hasSize(1);
    }

    private static PackageFixture orders(String type, boolean activated) {
        return managed("Orders", "1.0.0.0").with(rule(ComponentType.named(type), ID, activated));
    }

    private static FakeEnvironmentView holding(String type, ActivationState state) {
        ComponentKey key = key(ComponentType.named(type), ID);
        return new FakeEnvironmentView()
                .managed("Base", "1.0.0.0")
                .holding(key, "Base=x")
                .state(key, state);
    }
}
