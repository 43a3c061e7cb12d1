package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.FakeLifecycle;
import io.github.solutionalm.mojo.TestSession;
import java.util.List;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** A verify counts when it runs after the goal, is ours, and is really run. */
class GoalsToComeTest {

    private static final MavenProject PLAIN = TestSession.project("here");

    private final FakeLifecycle lifecycle = new FakeLifecycle();

    @Test
    void aVerifyComesWhenItStandsBehindTheGoal() {
        lifecycle.has("import", "verify");
        assertThat(verify("import", "default-import")).isTrue();
        lifecycle.has("verify", "import");
        assertThat(verify("import", "default-import")).isFalse();
        lifecycle.has("import");
        assertThat(verify("import", "default-import")).isFalse();
    }

    @Test
    void behindThisExecutionThatIsAndNotAnotherOne() {
        lifecycle.has("import", "verify");

        assertThat(verify("import", "second")).isFalse();
    }

    @Test
    void theVerifyOfAnotherPluginIsNone() {
        lifecycle.has("import");
        lifecycle.hasOfOthers("verify");

        assertThat(verify("import", "default-import")).isFalse();
    }

    @Test
    void whereTheGoalsCannotBeToldThePomDecides() {
        LifecycleExecutor broken = null;
        MavenProject bound = TestSession.project("bound", "", TestSession.execution("v", null, "", "verify"));

        assertThat(goals(List.of("install"), bound, broken).verify()).isTrue();
        assertThat(goals(List.of("package"), bound, broken).verify()).isFalse();
        assertThat(goals(List.of("install"), PLAIN, broken).verify()).isFalse();
    }

    @Test
    void aVerifyOfAnotherModuleCountsWhenItIsBoundAndItsPhaseIsAskedFor() {
        MavenProject bound = TestSession.project("gate", "", TestSession.execution("v", null, "", "import", "verify"));
        MavenProject unbound = TestSession.project("gate", "", TestSession.execution("v", "none", "", "verify"));
        MavenProject other = TestSession.project("gate", "", TestSession.execution("v", null, "", "import"));

        assertThat(elsewhere("verify", PLAIN, bound)).isTrue();
        assertThat(elsewhere("deploy", PLAIN, bound)).isTrue();
        assertThat(elsewhere("package", PLAIN, bound)).isFalse();
        assertThat(elsewhere("verify", PLAIN, unbound)).isFalse();
        assertThat(elsewhere("verify", PLAIN, other)).isFalse();
        assertThat(elsewhere("verify", bound)).as("its own").isFalse();
    }

    private boolean verify(String goal, String id) {
        return new GoalsToCome(TestSession.of(List.of("verify"), PLAIN), PLAIN, current(goal, id), lifecycle).verify();
    }

    private static GoalsToCome goals(List<String> asked, MavenProject project, LifecycleExecutor lifecycle) {
        return new GoalsToCome(TestSession.of(asked, project), project, current("import", "default-import"), lifecycle);
    }

    private static boolean elsewhere(String asked, MavenProject here, MavenProject... others) {
        MavenProject[] all = new MavenProject[others.length + 1];
        all[0] = here;
        System.arraycopy(others, 0, all, 1, others.length);
        return new GoalsToCome(TestSession.of(List.of(asked), all), here, current("import", "x"), new FakeLifecycle())
                .verifyElsewhere();
    }

    private static MojoExecution current(String goal, String id) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.solutionalm");
        plugin.setArtifactId("solution-maven-plugin");
        return new MojoExecution(plugin, goal, id);
    }
}
