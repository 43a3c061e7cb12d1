/**
 * Which packages a goal works on: the {@code <packages>} of the POM, {@code -Dsolution.file}, artifacts, pins, deployment settings.
 * Entry class {@link io.github.solutionalm.mojo.packages.PackageSelection}. Imports {@code mojo.build},
 * {@code mojo.artifacts}, {@code mojo.console}, {@code mojo.sources}, {@code packaging}, {@code sourcetree} and {@code settings}.
 */
package io.github.solutionalm.mojo.packages;
