/**
 * The Maven build around a goal: its session, project and directories, the properties that it sets, the modules and goals of the
 * reactor. Entry class {@link io.github.solutionalm.mojo.build.MavenBuild}. Imports Maven,
 * {@code text} and {@code mojo.artifacts}, nothing of the other goal packages.
 */
package io.github.solutionalm.mojo.build;
