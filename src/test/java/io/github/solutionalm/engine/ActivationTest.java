package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.rule;
import static io.github.solutionalm.engine.Planning.codes;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ActivationState.ACTIVATED;
import static io.github.solutionalm.model.ActivationState.DISABLED;
import static io.github.solutionalm.model.ActivationState.DRAFT;
import static io.github.solutionalm.model.ActivationState.ENABLED;
import static io.github.solutionalm.model.ComponentType.ROLE;
import static io.github.solutionalm.model.ComponentType.ROUTING_RULE;
import static io.github.solutionalm.model.ComponentType.SDK_MESSAGE_PROCESSING_STEP;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivationTest {

    private static final ComponentKey STEP = key(SDK_MESSAGE_PROCESSING_STEP, "step");
    private static final ComponentKey FLOW = key(WORKFLOW, "flow");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @Test
    void whatWasOnAtExportIsOn() throws Exception {
        ImportPlan plan = plan(orders(true), environment);

        assertThat(state(plan, STEP)).isEqualTo(ENABLED);
        assertThat(state(plan, FLOW)).isEqualTo(ACTIVATED);
        assertThat(plan.warnings()).isEmpty();
        assertThat(leftOff(plan)).isEmpty();
    }

    @Test
    void whatWasExportedAsADraftStaysOneAndIsNamed() throws Exception {
        ImportPlan plan = plan(orders(false), environment);

        assertThat(state(plan, STEP)).isEqualTo(ENABLED);
        assertThat(state(plan, FLOW)).isEqualTo(DRAFT);
        assertThat(plan.warnings()).isEmpty();
        assertThat(leftOff(plan)).containsExactly(new LeftOff(FLOW, "Rule flow"));
        assertThat(leftOff(plan(orders(false), options().withoutSteps(), environment)))
                .hasSize(1);
    }

    @Test
    void aStepThatWasExportedAsDisabledStaysDisabled() throws Exception {
        PackageFixture solution = managed("Orders", "1.0.0.0").with(rule(SDK_MESSAGE_PROCESSING_STEP, "step", false));

        ImportPlan plan = plan(solution, environment);

        assertThat(state(plan, STEP)).isEqualTo(DISABLED);
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void whatIsNewArrivesOffWithAWarningWithoutTheOption() throws Exception {
        ImportPlan plan = plan(orders(true), options().withoutSteps(), environment);

        assertThat(state(plan, STEP)).isEqualTo(DISABLED);
        assertThat(state(plan, FLOW)).isEqualTo(DRAFT);
        assertThat(codes(plan.warnings())).containsExactly("0x80045043", "0x80045042");
        assertThat(plan.warnings().get(0).message()).contains("arrives disabled");
        assertThat(plan.warnings().get(1).message()).contains("was exported as activated and arrives as a draft");
        assertThat(leftOff(plan)).isEmpty();
    }

    @Test
    void whatIsThereGoesOffWithAWarningWithoutTheOption() throws Exception {
        hold(ENABLED, ACTIVATED);
        ImportPlan plan = plan(again(), importing(false), environment);

        assertThat(state(plan, STEP)).isEqualTo(DISABLED);
        assertThat(state(plan, FLOW)).isEqualTo(DRAFT);
        assertThat(codes(plan.warnings())).containsExactly("0x80045043", "0x80045042");
        assertThat(plan.warnings())
                .extracting(Finding::component)
                .containsExactly(Optional.of(STEP), Optional.of(FLOW));
        assertThat(plan.warnings())
                .allMatch(warning -> warning.message().contains("because enableSdkMessageProcessingSteps is false"));
        assertThat(plan(again(), importing(true), environment).warnings()).isEmpty();
    }

    @Test
    void whatWasOffIsNoWarning() throws Exception {
        hold(DISABLED, DRAFT);

        assertThat(plan(again(), importing(false), environment).warnings()).isEmpty();
        ImportPlan enabling = plan(again(), importing(true), environment);
        assertThat(state(enabling, STEP)).isEqualTo(ENABLED);
        assertThat(state(enabling, FLOW)).isEqualTo(ACTIVATED);
    }

    @Test
    void aWorkflowThatWasActivatedAndComesAsADraftIsAWarning() throws Exception {
        hold(ENABLED, ACTIVATED);

        ImportPlan plan = plan(orders(false), importing(true), environment);

        assertThat(state(plan, FLOW)).isEqualTo(DRAFT);
        assertThat(codes(plan.warnings())).containsExactly("0x80045042");
        assertThat(plan.warnings().get(0).message()).contains("because it was exported as a draft");
        assertThat(leftOff(plan)).isEmpty();
    }

    @Test
    void rulesComeAsThePackageHasThemAndOthersAreNeitherOnNorOff() throws Exception {
        ImportPlan plan = plan(
                managed("Orders", "1.0.0.0")
                        .with(rule(ROUTING_RULE, "on", true), rule(ROUTING_RULE, "off", false))
                        .with(component(ROLE, "role", "x")),
                options().withoutSteps(),
                environment);

        assertThat(state(plan, key(ROUTING_RULE, "on"))).isEqualTo(ACTIVATED);
        assertThat(state(plan, key(ROUTING_RULE, "off"))).isEqualTo(DRAFT);
        assertThat(Planning.change(plan, key(ROLE, "role")).state()).isEmpty();
    }

    private void hold(ActivationState step, ActivationState flow) {
        environment
                .managed("Orders", "1.0.0.0")
                .holding(STEP, "Orders=x")
                .state(STEP, step)
                .holding(FLOW, "Orders=flow")
                .state(FLOW, flow);
    }

    private static List<LeftOff> leftOff(ImportPlan plan) {
        return LeftOff.of(plan.changes(), plan.warnings());
    }

    private static PackageFixture orders(boolean activated) {
        return managed("Orders", "1.0.0.0")
                .with(component(SDK_MESSAGE_PROCESSING_STEP, "step", "x"), rule(WORKFLOW, "flow", activated));
    }

    private static PackageFixture again() {
        return orders(true);
    }

    private static ImportOptionsBuilder importing(boolean enable) {
        ImportOptionsBuilder options = ImportOptionsBuilder.options().sameVersion(SameVersion.IMPORT);
        return enable ? options : options.withoutSteps();
    }

    private static ActivationState state(ImportPlan plan, ComponentKey key) {
        return Planning.change(plan, key).state().orElseThrow();
    }
}
