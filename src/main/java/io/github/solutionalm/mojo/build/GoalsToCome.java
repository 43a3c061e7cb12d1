package io.github.solutionalm.mojo.build;

import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The goals that this Maven invocation runs after the current one. */
public final class GoalsToCome {

    static final String PLUGIN = "io.github.solutionalm:solution-maven-plugin";

    private static final Logger LOGGER = LoggerFactory.getLogger(GoalsToCome.class);
    private static final String VERIFY = "verify";
    /** Phases that verify, or come after it, in Maven 3 and 4. */
    private static final Set<String> VERIFYING = Set.of("verify", "install", "deploy", "all");

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution current;
    private final LifecycleExecutor lifecycle;

    GoalsToCome(MavenSession session, MavenProject project, MojoExecution current, LifecycleExecutor lifecycle) {
        this.session = session;
        this.project = project;
        this.current = current;
        this.lifecycle = lifecycle;
    }

    /** Whether another module has a {@code solution:verify}, which may have run already. */
    public boolean verifyElsewhere() {
        return session.getProjects().stream().anyMatch(other -> !other.equals(project) && isBoundIn(other));
    }

    /** Whether this project has a {@code solution:verify} still to come. */
    public boolean verify() {
        try {
            MavenSession here = session.clone();
            here.setCurrentProject(project);
            List<MojoExecution> all = lifecycle
                    .calculateExecutionPlan(here, false, tasks().toArray(String[]::new))
                    .getMojoExecutions();
            boolean passed = false;
            for (MojoExecution execution : all) {
                if (passed && isVerify(execution)) {
                    return true;
                }
                passed |= isCurrent(execution);
            }
            return false;
        } catch (Exception e) {
            // Maven reports such failures itself; the POM gives almost the same answer.
            LOGGER.debug("Can't determine the remaining goals", e);
            return isBoundIn(project);
        }
    }

    private List<String> tasks() {
        List<String> asked = session.getGoals();
        String byDefault = project.getDefaultGoal();
        return !asked.isEmpty() || byDefault == null ? asked : List.of(byDefault.split("\\s+"));
    }

    private boolean isCurrent(MojoExecution execution) {
        return isOurs(execution)
                && execution.getGoal().equals(current.getGoal())
                && execution.getExecutionId().equals(current.getExecutionId());
    }

    private static boolean isVerify(MojoExecution execution) {
        return isOurs(execution) && execution.getGoal().equals(VERIFY);
    }

    private static boolean isOurs(MojoExecution execution) {
        return PLUGIN.equals(execution.getGroupId() + ":" + execution.getArtifactId());
    }

    private boolean isBoundIn(MavenProject module) {
        Plugin plugin = module.getPlugin(PLUGIN);
        return plugin != null
                && session.getGoals().stream().anyMatch(VERIFYING::contains)
                && plugin.getExecutions().stream().anyMatch(GoalsToCome::binds);
    }

    private static boolean binds(PluginExecution execution) {
        return !"none".equals(execution.getPhase()) && execution.getGoals().contains(VERIFY);
    }
}
