package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackedTrees;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.File;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.codehaus.plexus.PlexusContainer;

/** A build without Maven. */
public final class TestBuild {

    public final MavenProject project = new MavenProject();
    public final MavenBuild build;
    public final MavenSession session;
    public final DefaultMavenExecutionRequest request;
    public final FakeLifecycle lifecycle = new FakeLifecycle();
    public final TestRepositories repositories;
    final FakeDecrypter decrypter = new FakeDecrypter();

    private final Path directory;

    public TestBuild(Path directory, boolean withProject) {
        this(directory, withProject, false);
    }

    public TestBuild(Path directory, boolean withProject, boolean fromCommandLine) {
        this(directory, withProject, fromCommandLine, new DefaultMavenExecutionRequest());
    }

    /** Another module of the same Maven session. */
    public TestBuild module(String artifactId) {
        TestBuild module = new TestBuild(directory, true, false, request);
        module.project.setArtifactId(artifactId);
        return module;
    }

    @SuppressWarnings("deprecation") // no other constructor goes without a container
    private TestBuild(
            Path directory, boolean withProject, boolean fromCommandLine, DefaultMavenExecutionRequest request) {
        this.directory = directory;
        repositories = new TestRepositories(directory.resolve("repositories"));
        project.setRemoteArtifactRepositories(List.of(repositories.remote()));
        this.request = request;
        project.setArtifact(new DefaultArtifact("g", "a", "1", null, "pom", null, new DefaultArtifactHandler("pom")));
        project.setBuild(new Build());
        project.getBuild().setDirectory("${project.basedir}/target");
        if (withProject) {
            project.setFile(directory.resolve("pom.xml").toFile());
            project.getBuild().setDirectory(directory.resolve("target").toString());
        }
        request.setBaseDirectory(directory.toFile());
        request.setStartTime(new Date(0));
        request.setInteractiveMode(false);
        session = new MavenSession((PlexusContainer) null, repositories.session, request, (MavenExecutionResult) null);
        session.setProjects(List.of(project));
        build = new MavenBuild(
                session,
                project,
                new Attaching(),
                decrypter,
                fromCommandLine
                        ? new MojoExecution(new MojoDescriptor(), "default-cli", MojoExecution.Source.CLI)
                        : new MojoExecution(new Plugin(), "import", "default-import"),
                lifecycle,
                null,
                TestRepositories.SYSTEM);
    }

    /** Makes a package the main artifact of the project. */
    public void makes(String coordinates, Path file) {
        String[] parts = coordinates.split(":");
        project.setGroupId(parts[0]);
        project.setArtifactId(parts[1]);
        project.setVersion(parts[2]);
        project.setArtifact(new DefaultArtifact(
                parts[0], parts[1], parts[2], null, "zip", null, new DefaultArtifactHandler("zip")));
        project.getArtifact().setFile(file.toFile());
    }

    /** Names a package in the POM, of a scope. */
    public void dependsOn(String coordinates, String scope) {
        String[] parts = coordinates.split(":");
        Dependency dependency = new Dependency();
        dependency.setGroupId(parts[0]);
        dependency.setArtifactId(parts[1]);
        dependency.setVersion(parts[2]);
        dependency.setType("zip");
        dependency.setScope(scope);
        project.getDependencies().add(dependency);
    }

    /** Finds packages of this build. */
    public PackageSelection selection(OpenPackages opened, RecordingLog log) {
        Printout out = new Printout(log, build.baseDirectory());
        return new PackageSelection(
                build.baseDirectory(),
                build.artifacts(),
                opened,
                new PackedTrees(build.baseDirectory().path().resolve("target/solution"), "test", out),
                out);
    }

    public List<String> attached() {
        return project.getAttachedArtifacts().stream()
                .map(artifact -> artifact.getType() + " " + artifact.getClassifier() + " "
                        + artifact.getFile().getName())
                .toList();
    }

    private static final class Attaching implements MavenProjectHelper {

        @Override
        public void attachArtifact(MavenProject project, String type, String classifier, File file) {
            Artifact artifact =
                    new DefaultArtifact("g", "a", "1", null, type, classifier, new DefaultArtifactHandler(type));
            artifact.setFile(file);
            project.addAttachedArtifact(artifact);
        }

        @Override
        public void attachArtifact(MavenProject project, File file, String classifier) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void attachArtifact(MavenProject project, String type, File file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addResource(MavenProject project, String directory, List<String> includes, List<String> excludes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addTestResource(
                MavenProject project, String directory, List<String> includes, List<String> excludes) {
            throw new UnsupportedOperationException();
        }
    }
}
