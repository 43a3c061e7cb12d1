package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.server.DataverseServer;
import io.github.solutionalm.dataverse.server.ServerSettings;
import io.github.solutionalm.mojo.packages.InstalledPackageParameter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot of a Dataverse environment, and what goals do with it when the environment is out of reach. */
class SnapshotMojoTest {

    @TempDir
    private Path directory;

    private DataverseServer server;
    private Path file;
    private boolean failed;

    @BeforeEach
    void anEnvironmentWithTheOldRelease() throws Exception {
        server = DataverseServer.start(ServerSettings.in(directory.resolve("server")));
        server.accept("token");
        file = directory.resolve("target/solution/snapshots/localhost.db");
        for (Path one : List.of(Packages.WAREHOUSE, Packages.PICKING)) {
            run(online("import").with("file", one.toString()));
            assertThat(failed).isFalse();
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void saysWhatItHoldsAndHowToUseIt() {
        int started = server.started().size();

        List<String> lines = run(online("snapshot").with("file", Packages.NEXT_WAREHOUSE.toString()));

        assertThat(failed).as(() -> String.join("\n", lines)).isFalse();
        assertThat(lines)
                .anyMatch(line -> line.matches("\\[INFO] Captured     2 solutions, \\d+ components, \\d+ dependenc.*"))
                .contains("[INFO] Snapshot     target/solution/snapshots/" + file.getFileName())
                .contains("[INFO] To use it    <environment><url>jdbc:sqlite:target/solution/snapshots/"
                        + file.getFileName() + "</url></environment>");
        assertThat(file).isRegularFile();
        assertThat(server.started()).as("nothing was changed there").hasSize(started);
    }

    @Test
    void anUpgradeIsPlannedOnItWhenTheEnvironmentIsOutOfReach() {
        List<String> there = run(online("plan").with("file", Packages.NEXT_WAREHOUSE.toString()));
        run(online("snapshot").with("file", Packages.NEXT_WAREHOUSE.toString()));
        server.close();

        List<String> lines = run(offline("plan").with("file", Packages.NEXT_WAREHOUSE.toString()));

        assertThat(failed).as(() -> String.join("\n", lines)).isFalse();
        assertThat(lines).anyMatch(line -> line.contains("1 deleted, 1 blocked"));
        assertThat(figures(lines)).isEqualTo(figures(there)).isNotEmpty();
    }

    @Test
    void withoutPackagesItHoldsTheSolutions() {
        run(online("snapshot"));
        server.close();

        assertThat(run(offline("list")))
                .anyMatch(line -> line.startsWith("[INFO] Captured     from " + server.url() + " at "))
                .anyMatch(line -> line.contains("FabrikamPicking"))
                .contains("[INFO] Solutions    2");
    }

    @Test
    void theInstalledPackagesAreKnownInIt() {
        List<InstalledPackageParameter> installed =
                List.of(new InstalledPackageParameter(Packages.WAREHOUSE.toString()));
        run(online("snapshot").with("file", Packages.NEXT_WAREHOUSE.toString()).with("installedPackages", installed));

        List<String> lines = run(offline("plan").with("file", Packages.NEXT_WAREHOUSE.toString()));

        assertThat(lines)
                .noneMatch(line -> line.contains("may be none"))
                .anyMatch(line -> line.startsWith("[INFO] Plan         1 added, 0 changed, 3 unchanged"));
    }

    @Test
    void theyAreKnownToAPlanOnItAsWell() {
        run(online("snapshot").with("file", Packages.NEXT_WAREHOUSE.toString()));

        GoalRun plan = offline("plan").with("file", Packages.NEXT_WAREHOUSE.toString());
        assertThat(run(plan)).anyMatch(line -> line.contains("may be none (content not known: give"));
        plan = offline("plan").with("file", Packages.NEXT_WAREHOUSE.toString());
        assertThat(run(plan.with(
                        "installedPackages", List.of(new InstalledPackageParameter(Packages.WAREHOUSE.toString())))))
                .noneMatch(line -> line.contains("may be none"));
    }

    @Test
    void anotherFileIsWrittenWhereItIsSaid() {
        run(online("snapshot").with("snapshotFile", new File("nightly/test.db")));

        assertThat(directory.resolve("nightly/test.db")).isRegularFile();
        assertThat(file).doesNotExist();
    }

    @Test
    void anEmbeddedEnvironmentIsOneAlready() {
        List<String> lines = run(new GoalRun("snapshot", directory).with("environment", "jdbc:sqlite:some.db"));

        assertThat(failed).isTrue();
        assertThat(lines)
                .anyMatch(line -> line.contains("it is an embedded environment, whose file is a snapshot already"));
    }

    @Test
    void whatCannotBeReadIsNotLeftOut() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.zip"), "no archive");

        List<String> lines = run(online("snapshot").with("file", broken.toString()));

        assertThat(failed).isTrue();
        assertThat(lines)
                .anyMatch(line -> line.contains("Tried to capture what broken.zip touches but failed because"));
        assertThat(file).doesNotExist();
    }

    @Test
    void anOldOneStopsGatesAndIsWarnedOfElsewhere() {
        run(online("snapshot").with("file", Packages.NEXT_WAREHOUSE.toString()));

        assertThat(run(old("plan"))).anyMatch(line -> line.startsWith("[WARNING] The snapshot was captured from "));
        assertThat(failed).isFalse();
        for (String goal : List.of("plan", "import", "stage-upgrade")) {
            for (String gate : List.of("failOnDelete", "failOnHidden", "failOnDataLoss")) {
                assertThat(run(old(goal).with(gate, true)))
                        .anyMatch(line -> line.contains("longer ago than PT0S (snapshotMaxAge). Capture it again"));
                assertThat(failed).as(goal + " " + gate).isTrue();
            }
        }
        run(old("plan").with("failOnBlocked", true));
        assertThat(failed).isTrue();
        run(old("apply-upgrade").with("failOnDelete", true));
        assertThat(failed).isTrue();
    }

    private GoalRun old(String goal) {
        return offline(goal).with("file", Packages.NEXT_WAREHOUSE.toString()).with("snapshotMaxAge", "PT0S");
    }

    private List<String> run(GoalRun run) {
        List<String> lines = new ArrayList<>(run.run());
        failed = run.failed();
        return lines;
    }

    private static List<String> figures(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("\\[INFO] (Plan|Unknown) .*") && !line.contains("plan.json"))
                .filter(line -> !line.contains("Plan file"))
                .toList();
    }

    private GoalRun online(String goal) {
        return new GoalRun(goal, directory)
                .with("environment", server.url())
                .with("authentication", "token")
                .variable("DATAVERSE_ACCESS_TOKEN", "token");
    }

    private GoalRun offline(String goal) {
        return new GoalRun(goal, directory).with("environment", "jdbc:sqlite:" + file);
    }
}
