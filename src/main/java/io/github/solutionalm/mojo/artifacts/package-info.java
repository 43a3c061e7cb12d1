/**
 * Packages as Maven artifacts: coordinates, and how they are resolved from the reactor and the repositories of the project. Entry
 * class {@link io.github.solutionalm.mojo.artifacts.ProjectArtifacts}. Imports Maven, its resolver, {@code model} and {@code text},
 * nothing of the other goal packages.
 */
package io.github.solutionalm.mojo.artifacts;
