/**
 * How goals carry out operations: which, in which order, from which saved plans, what is recorded of them, and when the build fails.
 * Entry class {@link io.github.solutionalm.mojo.operation.OperationSequence}. Imports the other goal packages but {@code mojo}
 * itself.
 */
package io.github.solutionalm.mojo.operation;
