package io.github.solutionalm.mojo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystemSession;

/** Sessions, projects and configurations without Maven. */
public final class TestSession {

    /** As the build has made it. */
    public static final PluginDescriptor PLUGIN = plugin();

    private TestSession() {}

    @SuppressWarnings("deprecation") // no other constructor goes without a container
    public static MavenSession of(MavenExecutionResult result, List<String> goals, MavenProject... projects) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setGoals(goals);
        MavenSession session =
                new MavenSession((PlexusContainer) null, (RepositorySystemSession) null, request, result);
        session.setProjects(List.of(projects));
        return session;
    }

    public static MavenSession of(List<String> goals, MavenProject... projects) {
        return of(null, goals, projects);
    }

    /** A project that does not declare the plugin. */
    public static MavenProject project(String artifactId) {
        MavenProject project = new MavenProject();
        project.setGroupId("com.contoso");
        project.setArtifactId(artifactId);
        project.setVersion("1");
        project.setBuild(new Build());
        return project;
    }

    /** A project that declares the plugin, with a configuration and executions. */
    public static MavenProject project(String artifactId, String configuration, PluginExecution... executions) {
        MavenProject project = project(artifactId);
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.solutionalm");
        plugin.setArtifactId("solution-maven-plugin");
        plugin.setConfiguration(configuration(configuration));
        List.of(executions).forEach(plugin::addExecution);
        project.getBuild().addPlugin(plugin);
        return project;
    }

    public static PluginExecution execution(String id, String phase, String configuration, String... goals) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setPhase(phase);
        execution.setConfiguration(configuration(configuration));
        List.of(goals).forEach(execution::addGoal);
        return execution;
    }

    public static Xpp3Dom configuration(String elements) {
        try {
            return Xpp3DomBuilder.build(new java.io.StringReader("<configuration>" + elements + "</configuration>"));
        } catch (XmlPullParserException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PluginDescriptor plugin() {
        try (Reader reader = new InputStreamReader(
                TestSession.class.getResourceAsStream("/META-INF/maven/plugin.xml"), StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(reader);
        } catch (IOException | PlexusConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
