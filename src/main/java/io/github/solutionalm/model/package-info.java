/**
 * The words of the field as values: {@link io.github.solutionalm.model.SolutionManifest},
 * {@link io.github.solutionalm.model.SolutionComponent}, {@link io.github.solutionalm.model.ComponentType},
 * {@link io.github.solutionalm.model.Layer}. Records and enums only; imports {@code hash} and does no I/O.
 */
package io.github.solutionalm.model;
