package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A misspelt path is no new, empty environment that every gate lets pass, unless a new one is meant. */
class RequiredEnvironmentTest {

    private static final String REFUSED =
            "it is a new, empty environment, because that file does not exist or" + " is empty";

    @TempDir
    private Path directory;

    @Test
    void goalsThatLookAtOneNeedIt() {
        for (String goal : List.of("list", "publish", "apply-upgrade", "plan")) {
            assertThat(refused(goal, Map.of())).as(goal).isTrue();
        }
    }

    @Test
    void anImportMakesItUnlessThereIsAGate() {
        for (String gate : List.of("failOnDelete", "failOnDataLoss", "failOnHidden", "requireInstalled")) {
            assertThat(refused("import", Map.of(gate, true))).as(gate).isTrue();
        }
        assertThat(directory.resolve("new.db")).doesNotExist();
        assertThat(refused("import", Map.of())).isFalse();
        assertThat(directory.resolve("new.db")).exists();
    }

    @Test
    void aPlanOfAFirstInstallNeedsNoneUnlessThereIsAGate() {
        assertThat(refused("plan", Map.of("action", "install"))).isFalse();
        assertThat(refused("plan", Map.of("action", "install", "failOnBlocked", true)))
                .isTrue();
        assertThat(refused("plan", Map.of("action", "install", "failOnDelete", true)))
                .isTrue();
    }

    @Test
    void whatIsSaidCountsEitherWay() {
        assertThat(refused("plan", Map.of("requireEnvironment", false))).isFalse();
        assertThat(refused("list", Map.of("requireEnvironment", false))).isFalse();
        assertThat(refused("import", Map.of("requireEnvironment", true))).isTrue();
    }

    private boolean refused(String goal, Map<String, Object> parameters) {
        GoalRun run = new GoalRun(goal, directory)
                .with("file", Packages.BASE.toString())
                .with("environment", "jdbc:sqlite:" + directory.resolve("new.db"));
        parameters.forEach(run::with);
        List<String> lines = run.run();
        boolean refused = run.failed();
        assertThat(lines.stream().anyMatch(line -> line.contains(REFUSED)))
                .as(() -> String.join("\n", lines))
                .isEqualTo(refused);
        return refused;
    }
}
