/**
 * The rules: what an import would do, and why it may not. {@link io.github.solutionalm.engine.ImportPlanner} is a pure
 * function of a package, options and a read-only {@link io.github.solutionalm.engine.EnvironmentView}. Imports the front
 * door, {@code merge}, {@code model} and {@code hash}; does no I/O and has no clock.
 */
package io.github.solutionalm.engine;
