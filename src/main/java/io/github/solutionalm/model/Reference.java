package io.github.solutionalm.model;

/**
 * One component refers to another in one of its layers.
 *
 * @param source the component that refers
 * @param owner owner of the layer whose definition refers
 * @param target what it refers to; need not be in the environment
 */
public record Reference(ComponentKey source, String owner, ComponentKey target) {}
