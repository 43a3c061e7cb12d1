package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.RootComponent.Behavior;

/**
 * One entry of a solution's component list. What a solution only mentions, or has as a shell, is in its list without
 * having a layer of it.
 *
 * @param component a component of the environment
 * @param behavior how the solution includes it
 */
public record Membership(ComponentKey component, Behavior behavior) {}
