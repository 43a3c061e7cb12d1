package io.github.solutionalm.mojo.artifacts;

import java.util.List;

/**
 * The dependencies of a project, transitively, of the types that packages have.
 *
 * @param dependencies each after those that it depends on itself
 * @param lowered those of which somebody wants a higher version
 */
public record DependencySet(List<ProjectDependency> dependencies, List<LowerVersion> lowered) {

    public DependencySet {
        dependencies = List.copyOf(dependencies);
        lowered = List.copyOf(lowered);
    }
}
