package io.github.solutionalm.mojo;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.lifecycle.internal.ExecutionPlanItem;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** A build whose goals are all of this plugin, each with the execution id that Maven would give it. */
public final class FakeLifecycle implements LifecycleExecutor {

    private List<String> goals = List.of();
    private List<String> others = List.of();

    /** Has these goals in this order. */
    public void has(String... inOrder) {
        goals = List.of(inOrder);
    }

    /** Has these goals of another plugin after them. */
    public void hasOfOthers(String... inOrder) {
        others = List.of(inOrder);
    }

    @Override
    public MavenExecutionPlan calculateExecutionPlan(MavenSession session, boolean setup, String... tasks) {
        return new MavenExecutionPlan(
                Stream.concat(
                                goals.stream().map(goal -> item("solution-maven-plugin", goal)),
                                others.stream().map(goal -> item("other-maven-plugin", goal)))
                        .toList(),
                null);
    }

    private static ExecutionPlanItem item(String artifactId, String goal) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.solutionalm");
        plugin.setArtifactId(artifactId);
        return new ExecutionPlanItem(new MojoExecution(plugin, goal, "default-" + goal));
    }

    @Override
    public MavenExecutionPlan calculateExecutionPlan(MavenSession session, String... tasks) {
        return calculateExecutionPlan(session, true, tasks);
    }

    @Override
    public void execute(MavenSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void calculateForkedExecutions(MojoExecution execution, MavenSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MavenProject> executeForkedExecutions(MojoExecution execution, MavenSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Plugin> getPluginsBoundByDefaultToAllLifecycles(String packaging) {
        return Stream.<Plugin>empty().collect(java.util.stream.Collectors.toSet());
    }
}
