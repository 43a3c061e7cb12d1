package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

class ImportsOfBuildTest {

    @Test
    void aGoalOfTheCommandLineCounts() {
        assertThat(imports("", "solution:import")).isTrue();
        assertThat(imports(
                        "", "io.github.solutionalm:solution-maven-plugin:0.1.0:apply-upgrade@now", "solution:verify"))
                .isTrue();
        assertThat(imports("", "clean", "solution:verify")).isFalse();
        assertThat(imports("", "other:import")).isFalse();
    }

    @Test
    void aBoundGoalCountsWhenThereIsALifecycle() {
        assertThat(imports("pre-integration-test", "verify")).isTrue();
        assertThat(imports("pre-integration-test", "solution:verify")).isFalse();
        assertThat(imports("none", "verify")).isFalse();
        assertThat(imports("", "verify")).isFalse();
    }

    @SuppressWarnings("deprecation") // no other constructor goes without a container
    private static boolean imports(String phase, String... goals) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setGoals(List.of(goals));
        MavenSession session = new MavenSession(
                (PlexusContainer) null, (RepositorySystemSession) null, request, (MavenExecutionResult) null);
        session.setProjects(List.of(project(phase)));
        return new ImportsOfBuild(session).any();
    }

    private static MavenProject project(String phase) {
        MavenProject project = new MavenProject();
        project.setBuild(new Build());
        if (!phase.isEmpty()) {
            PluginExecution execution = new PluginExecution();
            execution.setPhase(phase);
            execution.setGoals(List.of("stage-upgrade"));
            Plugin plugin = new Plugin();
            plugin.setGroupId("io.github.solutionalm");
            plugin.setArtifactId("solution-maven-plugin");
            plugin.setExecutions(List.of(execution));
            project.getBuild().setPlugins(List.of(plugin));
        }
        return project;
    }
}
