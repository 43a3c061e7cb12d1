package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.TestSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that was meant on the command line has an effect, or it is said that it has none. */
class GatesTest {

    @TempDir
    private Path directory;

    @Test
    void ofAGoalThatIsNotAskedFor() {
        assertThat(withoutEffect("solution.failOnDelete", "solution:list"))
                .containsExactly("-Dsolution.failOnDelete has no effect here; it is a parameter of"
                        + " solution:apply-upgrade,"
                        + " solution:import, solution:plan, solution:rehearse, solution:stage-upgrade");
        assertThat(withoutEffect("solution.failOnBlocked", "g:a:1:import@x")).hasSize(1);
        assertThat(withoutEffect("solution.failOnBlocked", "solution:list", "solution:plan"))
                .isEmpty();
    }

    @Test
    void ofAPhaseAnyGoalMayBeBoundThere() {
        assertThat(withoutEffect("solution.failOnDelete", "verify")).isEmpty();
        assertThat(withoutEffect("solution.failOnDelete", "verify", "solution:list"))
                .isEmpty();
    }

    @Test
    void withoutThePrefixOrWithAnotherOne() {
        for (String slip : List.of("failOnDelete", "failondelete", "Solution.failOnDelete", "solutions.failOnDelete")) {
            assertThat(withoutEffect(slip, "solution:import"))
                    .containsExactly("Unknown property -D" + slip + ". Did you mean -Dsolution.failOnDelete?");
        }
        assertThat(withoutEffect("other.failOnDelete", "solution:import")).isEmpty();
        assertThat(withoutEffect("skipTests", "solution:import")).isEmpty();
    }

    private List<String> withoutEffect(String property, String... goals) {
        TestBuild test = new TestBuild(directory, true);
        test.request.setGoals(List.of(goals));
        Properties properties = new Properties();
        properties.setProperty(property, "true");
        test.request.setUserProperties(properties);
        return Gates.withoutEffect(test.build, TestSession.PLUGIN);
    }
}
