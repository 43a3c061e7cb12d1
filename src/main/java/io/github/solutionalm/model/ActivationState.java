package io.github.solutionalm.model;

/** Whether something that can be switched on is on. Workflows and rules are draft or activated, steps enabled or disabled. */
public enum ActivationState {
    DRAFT,
    ACTIVATED,
    DISABLED,
    ENABLED;

    /** On: the component acts. */
    public boolean isOn() {
        return this == ACTIVATED || this == ENABLED;
    }
}
