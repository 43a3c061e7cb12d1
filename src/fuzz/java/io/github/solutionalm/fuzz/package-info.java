/**
 * Fuzzing: every reader of what comes from outside, given inputs that a fuzzer makes up. {@link
 * io.github.solutionalm.fuzz.FuzzRun} starts one process a target; the targets stand in the rooms whose readers they try,
 * and end in {@code Fuzz}. docs/fuzzing.md says how to run it.
 */
package io.github.solutionalm.fuzz;
