package io.github.solutionalm.mojo.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * The modules in which a goal of the command line runs. Maven runs a goal that needs no project only once, at the
 * root of the reactor. This class runs it in each module that configures the plugin.
 */
public final class ReactorModules {

    /** Key in the session data: a goal is already running in modules. */
    private static final String RUNNING = "io.github.solutionalm.solution-maven-plugin.modules";

    static final String COMMAND_LINE = "default-cli";

    /** Notified of each module in which the goal runs. */
    public interface Listener {

        void begins(MavenProject module);

        /** The goal failed in the module and continues with the next. */
        void failed(String message);
    }

    private final MavenSession session;
    private final MojoExecution current;
    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    ReactorModules(
            MavenSession session, MojoExecution current, LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.session = session;
        this.current = current;
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    /**
     * The modules to run in, in reactor order; empty if the goal only runs where it is.
     *
     * @param root whether to include the root even if it does not configure the plugin
     */
    public List<MavenProject> meant(boolean root) {
        List<MavenProject> all = session.getProjects();
        if (current.getSource() != MojoExecution.Source.CLI || all == null || all.size() < 2 || isRunning()) {
            return List.of();
        }
        MavenProject top = session.getTopLevelProject();
        List<MavenProject> meant = all.stream()
                .filter(module -> module.getPlugin(GoalsToCome.PLUGIN) != null || root && module.equals(top))
                .toList();
        return meant.equals(List.of(top)) ? List.of() : meant;
    }

    /**
     * The directory in each module that is what the given one is in the project of the goal, by the name of the module. Only that one,
     * unless the goal was given on the command line at the root of a reactor.
     *
     * @param directory of the goal's own project
     */
    public Map<String, Path> directories(Path directory) {
        List<MavenProject> all = session.getProjects();
        MavenProject own = session.getCurrentProject();
        boolean ofAll = current.getSource() == MojoExecution.Source.CLI && all != null && all.size() > 1;
        if (!ofAll || !directory.startsWith(buildDirectory(own))) {
            return Map.of(String.valueOf(own.getArtifactId()), directory);
        }
        Path part = buildDirectory(own).relativize(directory);
        Map<String, Path> directories = new LinkedHashMap<>();
        for (MavenProject module : all) {
            String name = directories.containsKey(module.getArtifactId())
                    ? module.getGroupId() + ":" + module.getArtifactId()
                    : module.getArtifactId();
            directories.put(name, buildDirectory(module).resolve(part));
        }
        return directories;
    }

    private static Path buildDirectory(MavenProject module) {
        return Path.of(module.getBuild().getDirectory()).toAbsolutePath().normalize();
    }

    /** Whether a goal of the command line runs in one module after the other. */
    public boolean isRunning() {
        return data().containsKey(RUNNING);
    }

    private Map<String, Object> data() {
        return session.getRequest().getData();
    }

    /**
     * Runs the goal in each module, one after the other. Maven's build summary lists each.
     *
     * @throws MojoFailureException if it fails in a module; with {@code --fail-at-end}, after the last module
     * @throws MojoExecutionException when it can't be run there
     */
    public void run(List<MavenProject> modules, Listener listener) throws MojoExecutionException, MojoFailureException {
        List<String> failed = new ArrayList<>();
        boolean goesOn = !org.apache.maven.execution.MavenExecutionRequest.REACTOR_FAIL_FAST.equals(
                session.getRequest().getReactorFailureBehavior());
        data().put(RUNNING, true);
        try {
            for (MavenProject module : modules) {
                listener.begins(module);
                try {
                    run(module);
                } catch (MojoFailureException | MojoExecutionException e) {
                    failed.add(module.getArtifactId() + ": " + e.getMessage());
                    if (!goesOn) {
                        throw e;
                    }
                    listener.failed(e.getMessage());
                }
            }
        } finally {
            data().remove(RUNNING);
        }
        if (!failed.isEmpty()) {
            throw new MojoFailureException("solution:" + current.getGoal() + " failed in " + failed.size()
                    + (failed.size() == 1 ? " module. " : " modules. ") + String.join(" ", failed));
        }
    }

    private void run(MavenProject module) throws MojoExecutionException, MojoFailureException {
        MavenSession there = session.clone();
        there.setCurrentProject(module);
        long begin = System.nanoTime();
        try {
            for (MojoExecution execution :
                    lifecycle.calculateExecutionPlan(there, task()).getMojoExecutions()) {
                plugins.executeMojo(there, execution);
            }
            session.getResult().addBuildSummary(new BuildSuccess(module, millis(begin)));
        } catch (MojoFailureException | MojoExecutionException e) {
            session.getResult().addBuildSummary(new BuildFailure(module, millis(begin), e));
            throw e;
        } catch (Exception e) {
            session.getResult().addBuildSummary(new BuildFailure(module, millis(begin), e));
            throw new MojoExecutionException(
                    "solution:" + current.getGoal() + " can't run in the module " + module.getArtifactId() + ": "
                            + e.getMessage() + " Run it there, with -f " + module.getFile() + ".",
                    e);
        }
    }

    /** The goal in command-line form. */
    private String task() {
        String goal = current.getGroupId() + ":" + current.getArtifactId() + ":" + current.getVersion() + ":"
                + current.getGoal();
        return COMMAND_LINE.equals(current.getExecutionId()) ? goal : goal + "@" + current.getExecutionId();
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
