package io.github.solutionalm.store;

import io.github.solutionalm.model.InstalledSolution;

/**
 * A solution with the length of its component list.
 *
 * @param solution the solution
 * @param components how many components it lists
 */
public record ListedSolution(InstalledSolution solution, int components) {}
