package io.github.solutionalm.mojo;

import java.io.Console;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** What the goals need to know of the build that they run in, and the artifacts that they give to it. */
@Named
final class MavenBuild {

    private final MavenSession session;
    private final MavenProject project;
    private final MavenProjectHelper projectHelper;
    private final MavenSettings settings;

    @Inject
    MavenBuild(MavenSession session, MavenProject project, MavenProjectHelper projectHelper, MavenSettings settings) {
        this.session = session;
        this.project = project;
        this.projectHelper = projectHelper;
        this.settings = settings;
    }

    /** The project's base directory; the directory that Maven was started in when there is no project. */
    BaseDirectory baseDirectory() {
        File directory = project.getBasedir();
        return new BaseDirectory(directory != null ? directory.toPath() : Path.of(session.getExecutionRootDirectory()));
    }

    /** {@code ${project.build.directory}}; {@code target} when there is no project. */
    Path buildDirectory() {
        return directory(new File(project.getBuild().getDirectory()));
    }

    /**
     * A configured directory. Without a project Maven leaves {@code ${project.basedir}} as it stands in the default
     * values of directories; it is the base directory then too.
     */
    Path directory(File configured) {
        Path directory = baseDirectory().path();
        if (configured.isAbsolute()) {
            directory = configured.toPath().getRoot();
        }
        for (Path name : configured.toPath()) {
            directory = name.toString().equals("${project.basedir}") ? directory : directory.resolve(name);
        }
        return directory.normalize();
    }

    /** Tells this build from others: the time at which it was started. */
    String id() {
        Date start = session.getStartTime();
        return (start == null ? clock().instant() : start.toInstant()).toString();
    }

    /** Sets a property of the project, for the plugins that come after. */
    void setProperty(String name, String value) {
        project.getProperties().setProperty(name, value);
    }

    /** Whether a goal that imports runs in this Maven invocation, as far as it can be told. */
    boolean imports() {
        return new ImportsOfBuild(session).any();
    }

    /** What the command line sets. */
    Properties userProperties() {
        return session.getUserProperties();
    }

    /** What settings.xml says. */
    MavenSettings settings() {
        return settings;
    }

    /** Whether Maven was told to keep off the network. */
    boolean isOffline() {
        return session.isOffline();
    }

    /** An environment variable, as Maven saw it at its start; on Windows it writes their names in capitals. */
    Optional<String> environmentVariable(String name) {
        Properties system = session.getSystemProperties();
        String value = system.getProperty("env." + name);
        return Optional.ofNullable(value != null ? value : system.getProperty("env." + name.toUpperCase(Locale.ROOT)));
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where a line can be redrawn: a terminal with a person before it, and no other thread that prints between. */
    Optional<Console> terminal() {
        boolean alone = session.getRequest().getDegreeOfConcurrency() <= 1;
        return session.getRequest().isInteractiveMode() && alone
                ? Optional.ofNullable(System.console()).filter(MavenBuild::isTerminal)
                : Optional.empty();
    }

    // Since Java 22 there is a console without a terminal too, and isTerminal() to tell; Java 17 has neither.
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /**
     * Attaches a file to the project. A file that is attached already under the classifier gives way: several
     * executions may import the same solution, and the last one's log stands for the build.
     *
     * @return whether there is a project to attach it to
     */
    boolean attach(String type, String classifier, Path file) {
        if (project.getFile() == null) {
            return false;
        }
        Optional<Artifact> attached = project.getAttachedArtifacts().stream()
                .filter(artifact -> type.equals(artifact.getType()) && classifier.equals(artifact.getClassifier()))
                .findFirst();
        attached.ifPresentOrElse(
                artifact -> artifact.setFile(file.toFile()),
                () -> projectHelper.attachArtifact(project, type, classifier, file.toFile()));
        return true;
    }
}
