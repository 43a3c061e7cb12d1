/**
 * The embedded environment: {@link io.github.solutionalm.embedded.EmbeddedEnvironment} reads a package, asks the engine
 * for a plan and carries it out in the store, in one transaction. Imports every room but {@code mojo}, {@code report}
 * and {@code dataverse}.
 */
package io.github.solutionalm.embedded;
