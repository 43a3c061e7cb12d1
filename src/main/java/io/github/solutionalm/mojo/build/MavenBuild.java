package io.github.solutionalm.mojo.build;

import io.github.solutionalm.mojo.artifacts.ProjectArtifacts;
import java.io.Console;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.RepositorySystem;

/** The Maven build that the goals run in: its directories, properties, settings and attached artifacts. */
@Named
public final class MavenBuild {

    private static final List<String> IMPORTING = List.of("import", "stage-upgrade", "apply-upgrade");

    /** Set by GitHub, GitLab, Bitbucket, CircleCI, Travis and more; by Azure Pipelines; Jenkins; TeamCity. */
    private static final List<String> CI = List.of("CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION");

    private final MavenSession session;
    private final MavenProject project;
    private final MavenProjectHelper projectHelper;
    private final SettingsDecrypter decrypter;
    private final MojoExecution execution;
    private final GoalsToCome goalsToCome;
    private final ReactorModules modules;
    private final ProjectArtifacts artifacts;

    @Inject
    public MavenBuild(
            MavenSession session,
            MavenProject project,
            MavenProjectHelper projectHelper,
            SettingsDecrypter decrypter,
            MojoExecution execution,
            LifecycleExecutor lifecycle,
            BuildPluginManager plugins,
            RepositorySystem repositories) {
        this.session = session;
        this.project = project;
        this.projectHelper = projectHelper;
        this.decrypter = decrypter;
        this.execution = execution;
        this.goalsToCome = new GoalsToCome(session, project, execution, lifecycle);
        this.modules = new ReactorModules(session, execution, lifecycle, plugins);
        this.artifacts = new ProjectArtifacts(repositories, session, project);
    }

    /** The project's base directory; the directory that Maven was started in when there is no project. */
    public BaseDirectory baseDirectory() {
        File directory = project.getBasedir();
        return new BaseDirectory(directory != null ? directory.toPath() : Path.of(session.getExecutionRootDirectory()));
    }

    /** {@code ${project.build.directory}}; {@code target} when there is no project. */
    public Path buildDirectory() {
        return directory(new File(project.getBuild().getDirectory()));
    }

    /**
     * A configured directory. Without a project Maven leaves {@code ${project.basedir}} as it is in the default
     * values of directories; it is the base directory then too.
     */
    public Path directory(File configured) {
        Path directory = baseDirectory().path();
        if (configured.isAbsolute()) {
            directory = configured.toPath().getRoot();
        }
        for (Path name : configured.toPath()) {
            directory = name.toString().equals("${project.basedir}") ? directory : directory.resolve(name);
        }
        return directory.normalize();
    }

    /** Identifies this build: its start time. */
    public String id() {
        Date start = session.getStartTime();
        return (start == null ? clock().instant() : start.toInstant()).toString();
    }

    /** Sets a property of the project, for the plugins that come after. */
    public void setProperty(String name, String value) {
        project.getProperties().setProperty(name, value);
    }

    /** Identifies the project in the reactor. */
    public String project() {
        return project.getId();
    }

    /** The operations that goals of this Maven session have started. */
    public SessionOperations operations() {
        return SessionOperations.of(session);
    }

    /** What goals of this Maven session told of themselves. */
    public SessionNotes notes() {
        return SessionNotes.of(session);
    }

    public GoalsToCome goalsToCome() {
        return goalsToCome;
    }

    public ReactorModules modules() {
        return modules;
    }

    /** Artifacts of the reactor and the repositories, as this project sees them. */
    public ProjectArtifacts artifacts() {
        return artifacts;
    }

    /** Whether this Maven invocation has no phase and no importing goal, so that it looks at the results of another one. */
    public boolean onlyLooks() {
        return session.getGoals().stream()
                .allMatch(goal -> goal.contains(":") && IMPORTING.stream().noneMatch(goalName(goal)::equals));
    }

    private static String goalName(String task) {
        String goal = task.substring(task.lastIndexOf(':') + 1);
        return goal.contains("@") ? goal.substring(0, goal.indexOf('@')) : goal;
    }

    /** The goals that were asked for by themselves; empty when phases were, too. */
    List<String> goalsOfCommandLine() {
        boolean phases = session.getGoals().stream().anyMatch(task -> !task.contains(":"));
        return phases
                ? List.of()
                : session.getGoals().stream().map(MavenBuild::goalName).toList();
    }

    /** Whether the build has several projects. */
    public boolean isReactor() {
        return session.getProjects() != null && session.getProjects().size() > 1;
    }

    /** Whether the goal was asked for by itself, and is not bound to a phase. */
    public boolean isFromCommandLine() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** Whether a CI system runs the build, according to environment variables. */
    public boolean isContinuousIntegration() {
        return CI.stream()
                .flatMap(name -> environmentVariable(name).stream())
                .anyMatch(value -> !value.isBlank() && !value.equalsIgnoreCase("false"));
    }

    /** The configuration of the goal that runs, as its project says it. */
    public ConfiguredGoal configured() {
        return new ConfiguredGoal(session, project, execution);
    }

    /** What the command line sets. */
    public Properties userProperties() {
        return session.getUserProperties();
    }

    /** The properties of this plugin that the command line sets, or the options of the JVM that Maven runs in. */
    public Map<String, String> commandLine() {
        return CommandLineProperties.of(session.getSystemProperties(), session.getUserProperties());
    }

    /** What the POM and its profiles declare. */
    public Properties projectProperties() {
        return project.getProperties();
    }

    /** settings.xml, with passwords still encrypted. */
    public Settings settings() {
        return session.getSettings();
    }

    /** Decrypts the passwords of a server or proxy of settings.xml. */
    public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        return decrypter.decrypt(request);
    }

    /** Whether Maven is offline. */
    public boolean isOffline() {
        return session.isOffline();
    }

    /** An environment variable, as Maven saw it at its start; on Windows it writes their names in capitals. */
    public Optional<String> environmentVariable(String name) {
        Properties system = session.getSystemProperties();
        String value = system.getProperty("env." + name);
        return Optional.ofNullable(value != null ? value : system.getProperty("env." + name.toUpperCase(Locale.ROOT)));
    }

    public Clock clock() {
        return Clock.systemUTC();
    }

    /** Whether a line can be redrawn: output goes to a terminal, and no other thread prints in between. */
    public Optional<Console> terminal() {
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

    /** Whether there is a project to attach files to. */
    public boolean hasProject() {
        return project.getFile() != null;
    }

    /** {@code <artifactId>} of the project. */
    public String artifactId() {
        return project.getArtifactId();
    }

    /** {@code <packaging>} of the project. */
    public String packaging() {
        return project.getPackaging();
    }

    /** {@code <version>} of the project. */
    public String version() {
        return project.getVersion();
    }

    /** {@code <finalName>} of the project: by default artifact id and version. */
    public String finalName() {
        return project.getBuild().getFinalName();
    }

    /** The file of the main artifact, if it is there already. */
    public Optional<Path> mainArtifact() {
        return Optional.ofNullable(project.getArtifact().getFile()).map(File::toPath);
    }

    /** Makes a file the main artifact: what is installed and deployed without classifier. */
    public void setMainArtifact(Path file) {
        project.getArtifact().setFile(file.toFile());
    }

    /** The file that is attached with this type and classifier. */
    public Optional<Path> attachedFile(String type, String classifier) {
        return project.getAttachedArtifacts().stream()
                .filter(artifact ->
                        type.equals(artifact.getType()) && classifier.equalsIgnoreCase(artifact.getClassifier()))
                .findFirst()
                .map(artifact -> artifact.getFile().toPath());
    }

    /** Whether a file of this type is attached under the classifier. */
    public boolean isAttached(String type, String classifier) {
        return project.getAttachedArtifacts().stream()
                .anyMatch(artifact ->
                        type.equals(artifact.getType()) && classifier.equalsIgnoreCase(artifact.getClassifier()));
    }

    /** Attaches a file to the project. */
    public void attach(String type, String classifier, Path file) {
        projectHelper.attachArtifact(project, type, classifier, file.toFile());
    }
}
