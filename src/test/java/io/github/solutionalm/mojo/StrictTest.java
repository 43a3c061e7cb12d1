package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was misspelt fails the build before anything is done, unless it is to be warned of only. */
class StrictTest {

    @TempDir
    private Path directory;

    @Test
    void namesThatNobodyKnowsAreRefusedBeforeAnythingIsDone() {
        for (String slip : List.of("solution.failOnDelte", "failOnDelete", "solution.requireInstaled")) {
            GoalRun run = run().property(slip, "true");

            assertThat(run.run())
                    .anyMatch(line -> line.startsWith(
                                    "[ERROR] Failed to execute goal import: Tried to run solution:import but failed")
                            && line.contains("-D" + slip)
                            && line.contains("-Dsolution.strict=false"));
            assertThat(directory.resolve("environment.db")).doesNotExist();
        }
    }

    @Test
    void orTheyAreWarnedOfAndItIsDone() {
        GoalRun run = run().property("solution.failOnDelte", "true").with("strict", false);

        assertThat(run.run())
                .anyMatch(line -> line.equals("[WARNING] Unknown property -Dsolution.failOnDelte."
                        + " Did you mean -Dsolution.failOnDelete? With strict, this fails the build."));
        assertThat(run.failed()).isFalse();
        assertThat(directory.resolve("environment.db")).exists();
    }

    @Test
    void aFlagThatIsNeitherTrueNorFalseIsRefusedEvenThen() {
        GoalRun run = run().property("solution.failOnDelete", "yes").with("strict", false);

        run.run();

        assertThat(run.failed()).isTrue();
        assertThat(directory.resolve("environment.db")).doesNotExist();
    }

    private GoalRun run() {
        return new GoalRun("import", directory)
                .with("file", Packages.BASE.toString())
                .with("environment", "jdbc:sqlite:" + directory.resolve("environment.db"));
    }
}
