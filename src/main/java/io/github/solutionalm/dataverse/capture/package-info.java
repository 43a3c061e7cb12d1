/**
 * Looks at an environment before an operation: what it holds, as far as a plan has to know, becomes an
 * {@code EnvironmentSnapshot}. Nothing is written there (docs/snapshots.md).
 */
package io.github.solutionalm.dataverse.capture;
