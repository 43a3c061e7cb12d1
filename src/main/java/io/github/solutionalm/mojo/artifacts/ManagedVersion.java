package io.github.solutionalm.mojo.artifacts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The version of coordinates that say none: that of the project's dependencies, of its dependencyManagement (into which Maven has
 * put what imported BOMs say), of a module of the reactor, in this order.
 */
record ManagedVersion(MavenProject project, MavenSession session) {

    /**
     * The version.
     *
     * @throws MojoExecutionException if nobody says it, or several say different ones
     */
    String of(Coordinates asked) throws MojoExecutionException {
        Optional<String> said = asked.version();
        if (said.isPresent()) {
            return said.get();
        }
        for (List<Dependency> place : List.of(project.getDependencies(), managed())) {
            // Of one module all artifacts have the same version, so that another type or classifier tells it too.
            for (boolean exactly : new boolean[] {true, false}) {
                Optional<String> found = only(
                        asked,
                        place.stream()
                                .filter(one -> isOf(one, asked) && (!exactly || isExactly(one, asked)))
                                .map(Dependency::getVersion));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return only(asked, modules().filter(module -> isOf(module, asked)).map(MavenProject::getVersion))
                .orElseThrow(() -> new MojoExecutionException("Tried to find the package " + asked
                        + " but failed because: nothing says its version. Say it with <version>, as the third part of"
                        + " the coordinates, or in <dependencyManagement> of the POM or of a BOM that it imports."));
    }

    private Optional<String> only(Coordinates asked, Stream<String> versions) throws MojoExecutionException {
        Set<String> different = versions.filter(version -> version != null && !version.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (different.size() > 1) {
            throw new MojoExecutionException("Tried to find the package " + asked
                    + " but failed because: the POM names it in the versions " + String.join(", ", different)
                    + ". Say with <version> which one is meant.");
        }
        return different.stream().findFirst();
    }

    private List<Dependency> managed() {
        DependencyManagement management = project.getDependencyManagement();
        return management == null ? List.of() : management.getDependencies();
    }

    private Stream<MavenProject> modules() {
        List<MavenProject> all = session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
        return all == null ? Stream.empty() : all.stream();
    }

    private static boolean isOf(Dependency dependency, Coordinates asked) {
        return asked.groupId().equals(dependency.getGroupId())
                && asked.artifactId().equals(dependency.getArtifactId());
    }

    private static boolean isExactly(Dependency dependency, Coordinates asked) {
        String classifier = dependency.getClassifier() == null ? "" : dependency.getClassifier();
        return asked.type().equals(dependency.getType()) && asked.classifier().equals(classifier);
    }

    private static boolean isOf(MavenProject module, Coordinates asked) {
        return asked.groupId().equals(module.getGroupId()) && asked.artifactId().equals(module.getArtifactId());
    }
}
