package io.github.solutionalm.engine;

import static io.github.solutionalm.model.ComponentType.SDK_MESSAGE_PROCESSING_STEP;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;

import io.github.solutionalm.Finding;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Optional;

/** Whether steps, workflows and rules are on after an import (engine.md, "Workflows, steps, rules"). */
final class Activation {

    private Activation() {}

    /**
     * The state after the import; empty for what can't be on or off.
     *
     * @param before its state in the environment
     * @param enable whether the import enables steps and workflows (seed: "Enable any SDK message processing steps
     *     included in the solution")
     */
    static Optional<ActivationState> after(
            SolutionComponent component, Optional<ActivationState> before, boolean enable) {
        if (component.key().type().equals(SDK_MESSAGE_PROCESSING_STEP)) {
            return Optional.of(enable ? ActivationState.ENABLED : before.orElse(ActivationState.DISABLED));
        }
        if (component.key().type().equals(WORKFLOW)) {
            return Optional.of(enable ? ActivationState.ACTIVATED : ActivationState.DRAFT);
        }
        return component.activated().map(on -> on ? ActivationState.ACTIVATED : ActivationState.DRAFT);
    }

    /** A workflow that was activated and is a draft after the import. */
    static Optional<Finding> warning(SolutionComponent component, Optional<ActivationState> before, boolean enable) {
        boolean deactivated = component.key().type().equals(WORKFLOW)
                && !enable
                && before.filter(ActivationState::isOn).isPresent();
        return deactivated
                ? Optional.of(PlatformCode.WORKFLOW_DEACTIVATED.finding(
                        "The workflow " + component.name() + " was activated and is a draft now. Set "
                                + "enableSdkMessageProcessingSteps to activate it.",
                        component.key()))
                : Optional.empty();
    }
}
