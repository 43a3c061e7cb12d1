package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.mojo.GoalRun;
import io.github.solutionalm.mojo.Packages;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.TestSession;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that does not fail the build itself has to be followed by a verify that does. */
class RequiredVerifyTest {

    @TempDir
    private Path directory;

    private final RecordingLog log = new RecordingLog();
    private TestBuild test;

    @BeforeEach
    void aBuild() {
        test = new TestBuild(directory, true);
    }

    @Test
    void withoutOneItIsWarnedOf() throws Exception {
        test.lifecycle.has("verify", "import");
        check("auto", false);
        assertThat(log.lines()).singleElement().asString().contains("no solution:verify follows", "requireVerify");
    }

    @Test
    void inContinuousIntegrationItIsAnError() {
        test.request.getSystemProperties().setProperty("env.CI", "true");
        assertThatThrownBy(() -> check("auto", false))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Tried to run solution:import but failed because: failOnError is false")
                .hasMessageContaining("Nothing was imported.");
    }

    @Test
    void itMayBeDemandedEverywhereOrNowhere() throws Exception {
        assertThatThrownBy(() -> check("true", false)).isInstanceOf(MojoExecutionException.class);
        test.request.getSystemProperties().setProperty("env.CI", "true");
        check("false", false);
        assertThat(log.lines()).isEmpty();
        assertThatThrownBy(() -> check("maybe", false)).hasMessageContaining("Allowed: auto, true, false");
    }

    @Test
    void nothingIsMissingWhenOneFollowsOrTheImportFailsItself() throws Exception {
        check("true", true);
        test.lifecycle.has("import", "verify");
        check("true", false);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void oneOfAnotherModuleFollowsToo() throws Exception {
        test.session.setProjects(
                List.of(test.project, TestSession.project("gate", "", TestSession.execution("v", null, "", "verify"))));
        test.request.setGoals(List.of("verify"));

        check("true", false);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void everyGoalThatImportsIsHeldToItBeforeItDoesAnything() {
        for (String goal : List.of("import", "stage-upgrade", "apply-upgrade")) {
            Path environment = directory.resolve(goal + ".db");
            GoalRun run = new GoalRun(goal, directory)
                    .with("file", Packages.BASE.toString())
                    .with("environment", "jdbc:sqlite:" + environment)
                    .with("failOnError", false)
                    .with("requireVerify", "true");

            assertThat(run.run()).anyMatch(line -> line.contains("no solution:verify follows in this build"));
            assertThat(run.failed()).as(goal).isTrue();
            assertThat(environment).doesNotExist();
        }
    }

    private void check(String choice, boolean failOnError) throws MojoExecutionException {
        new RequiredVerify(choice, test.build).check("import", failOnError, log.printout());
    }
}
