package io.github.solutionalm.engine;

import static io.github.solutionalm.model.ComponentType.SDK_MESSAGE_PROCESSING_STEP;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Optional;

/**
 * Whether steps, workflows and rules are on after an import (docs/concepts.md, "States of workflows and steps"): as they
 * were exported, but steps and workflows only where the import enables them.
 */
final class Activation {

    private Activation() {}

    /**
     * The state after the import; empty for what can't be on or off.
     *
     * @param before its state in the environment; empty when it is new. A rule that was active there is active again: it was
     *     deactivated for the import, or there would be none
     * @param enable whether the import enables steps and workflows (the parameter enableSdkMessageProcessingSteps)
     */
    static Optional<ActivationState> after(
            SolutionComponent component, Optional<ActivationState> before, boolean enable) {
        if (isStep(component)) {
            return Optional.of(enable && exportedOn(component) ? ActivationState.ENABLED : ActivationState.DISABLED);
        }
        if (isWorkflow(component)) {
            return Optional.of(enable && exportedOn(component) ? ActivationState.ACTIVATED : ActivationState.DRAFT);
        }
        boolean again = RuleChecks.isRule(component.key().type())
                && before.filter(ActivationState::isOn).isPresent();
        return component.activated().map(on -> on || again ? ActivationState.ACTIVATED : ActivationState.DRAFT);
    }

    /**
     * What is said of a step or a workflow that was on and is off after the import, or that is new, was exported as on, and
     * arrives off. A new workflow that was exported as a draft is none: that is as its maker left it.
     *
     * @param before its state in the environment; empty when it is new
     */
    static Optional<Finding> warning(SolutionComponent component, Optional<ActivationState> before, boolean enable) {
        boolean wasOn = before.map(ActivationState::isOn).orElse(false);
        boolean wouldBeOn = before.isEmpty() && exportedOn(component);
        boolean off =
                after(component, before, enable).filter(ActivationState::isOn).isEmpty();
        boolean counts = isStep(component) || isWorkflow(component);
        return counts && off && (wasOn || wouldBeOn)
                ? Optional.of(isStep(component) ? step(component, wasOn) : workflow(component, wasOn))
                : Optional.empty();
    }

    private static Finding step(SolutionComponent step, boolean wasOn) {
        return PlatformCode.STEP_DISABLED.finding(
                "The step " + step.name()
                        + (wasOn ? " was enabled and is now disabled because " : " arrives disabled because ")
                        + (exportedOn(step)
                                ? "enableSdkMessageProcessingSteps is false. Set it to true to enable it."
                                : "it was exported as disabled. Enable it at the source before you export."),
                step.key());
    }

    private static Finding workflow(SolutionComponent workflow, boolean wasOn) {
        return PlatformCode.WORKFLOW_DEACTIVATED.finding(
                "The workflow " + workflow.name()
                        + (wasOn
                                ? " was activated and is now a draft because "
                                : " was exported as activated and arrives as a draft because ")
                        + (exportedOn(workflow)
                                ? "enableSdkMessageProcessingSteps is false. Set it to true to activate it."
                                : "it was exported as a draft. Activate it at the source before you export."),
                workflow.key());
    }

    /** A package says of workflows whether they were activated; what it says nothing of was on. */
    private static boolean exportedOn(SolutionComponent component) {
        return component.activated().orElse(true);
    }

    private static boolean isStep(SolutionComponent component) {
        return component.key().type().equals(SDK_MESSAGE_PROCESSING_STEP);
    }

    private static boolean isWorkflow(SolutionComponent component) {
        return component.key().type().equals(WORKFLOW);
    }
}
