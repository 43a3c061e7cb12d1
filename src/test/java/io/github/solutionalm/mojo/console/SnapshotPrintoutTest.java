package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.EnvironmentSnapshot.Gap;
import io.github.solutionalm.EnvironmentSnapshot.Looks;
import io.github.solutionalm.EnvironmentSnapshot.Origin;
import io.github.solutionalm.mojo.RecordingLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was captured, and what not. */
class SnapshotPrintoutTest {

    private final RecordingLog log = new RecordingLog();

    @Test
    void saysHowToUseTheFile() {
        print(List.of());

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Captured     0 solutions, 0 components, 0 dependencies",
                        "[INFO] Snapshot     target/solution/snapshots/test.db",
                        "[INFO] To use it    <environment><url>jdbc:sqlite:target/solution/snapshots/test.db</url>"
                                + "</environment>");
    }

    @Test
    void tellsTheFirstOfTheLooksThatFailedAsText() {
        print(IntStream.range(0, 12)
                .mapToObj(i -> new Gap("the layers of " + i, "##vso[task.complete]\nno"))
                .toList());

        assertThat(log.lines())
                .contains("[WARNING] Not seen     12 looks failed or were left out; plans are in doubt about these:")
                .contains("[WARNING]                the layers of 9: ## vso[task.complete] no")
                .contains("[WARNING]                … and 2 more")
                .noneMatch(line -> line.contains("the layers of 10"));
    }

    private void print(List<Gap> gaps) {
        new SnapshotPrintout(log.printout())
                .print(
                        new EnvironmentSnapshot(
                                new Origin("https://contoso.crm.dynamics.com", "", "", Instant.EPOCH),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                new Looks(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), gaps)),
                        Path.of("/builds/project/target/solution/snapshots/test.db"));
    }
}
