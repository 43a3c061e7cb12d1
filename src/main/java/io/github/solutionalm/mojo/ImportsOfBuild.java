package io.github.solutionalm.mojo;

import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/**
 * Whether a Maven invocation imports solutions: by a goal on its command line, or by one that a project binds to its
 * lifecycle, if a phase is asked for. Which phases come before which is not looked at, so that a doubt counts as yes.
 */
final class ImportsOfBuild {

    private static final Set<String> GOALS = Set.of("import", "stage-upgrade", "apply-upgrade");
    private static final String PLUGIN = "io.github.solutionalm:solution-maven-plugin";

    private final MavenSession session;

    ImportsOfBuild(MavenSession session) {
        this.session = session;
    }

    boolean any() {
        List<String> asked = session.getGoals();
        boolean lifecycle = asked.stream().anyMatch(goal -> !goal.contains(":"));
        return asked.stream().anyMatch(ImportsOfBuild::imports)
                || lifecycle && session.getProjects().stream().anyMatch(ImportsOfBuild::binds);
    }

    /** {@code solution:import}, {@code io.github.solutionalm:solution-maven-plugin:0.1.0:import@release}. */
    private static boolean imports(String asked) {
        String[] parts = asked.split("@")[0].split(":");
        boolean ours = asked.startsWith("solution:") || asked.startsWith(PLUGIN + ":");
        return ours && GOALS.contains(parts[parts.length - 1]);
    }

    private static boolean binds(MavenProject project) {
        Plugin plugin = project.getPlugin(PLUGIN);
        return plugin != null && plugin.getExecutions().stream().anyMatch(ImportsOfBuild::binds);
    }

    private static boolean binds(PluginExecution execution) {
        return !"none".equals(execution.getPhase())
                && execution.getGoals().stream().anyMatch(GOALS::contains);
    }
}
