package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.server.DataverseServer;
import io.github.solutionalm.dataverse.server.ServerSettings;
import io.github.solutionalm.mojo.packages.InstalledPackageParameter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes by a plan goes in a Dataverse environment as in an embedded one: plans, saved plans, gates, both steps of an upgrade. */
class PlannedDataverseTest {

    @TempDir
    private Path directory;

    private DataverseServer server;
    private boolean failed;
    private int started;

    @BeforeEach
    void anEnvironmentWithTheOldRelease() throws Exception {
        server = DataverseServer.start(ServerSettings.in(directory.resolve("server")));
        server.accept("token");
        run(goal("import", Packages.WAREHOUSE));
        run(goal("import", Packages.PICKING));
        assertThat(failed).isFalse();
        started = server.started().size();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPlanSaysWhatIsNotKnown() {
        List<String> lines = run(goal("plan", Packages.NEXT_WAREHOUSE));

        assertThat(failed).as(() -> String.join("\n", lines)).isFalse();
        assertThat(lines)
                .anyMatch(line ->
                        line.matches("\\[INFO] Plan         1 added, 3 changed, 0 unchanged, 1 deleted, 1 blocked"))
                .anyMatch(line -> line.startsWith(
                        "[INFO] Unknown      3 changes may be none (content not known: give <installedPackages>)"));
        assertThat(server.started()).hasSize(started);
    }

    @Test
    void theInstalledPackagesMakeItKnown() {
        List<InstalledPackageParameter> installed =
                List.of(new InstalledPackageParameter(Packages.WAREHOUSE.toString()));

        List<String> lines = run(goal("plan", Packages.NEXT_WAREHOUSE).with("installedPackages", installed));

        assertThat(lines).anyMatch(line -> line.startsWith("[INFO] Plan         1 added, 0 changed, 3 unchanged"));
    }

    @Test
    void anInstalledPackageMustBeThere() {
        List<InstalledPackageParameter> installed = List.of(new InstalledPackageParameter("gone.zip"));

        List<String> lines = run(goal("plan", Packages.NEXT_WAREHOUSE).with("installedPackages", installed));

        assertThat(failed).isTrue();
        assertThat(lines).anyMatch(line -> line.contains("gone.zip does not exist. Correct <installedPackages>"));
    }

    @Test
    void aGateRefusesAnImportBeforeItStarts() {
        contoso();

        List<String> lines = run(goal("import", Packages.NEXT_ORDERS).with("failOnDelete", true));

        assertThat(failed).isTrue();
        assertThat(lines).anyMatch(line -> line.contains("would be deleted, and failOnDelete is true"));
        assertThat(server.started()).hasSize(started);
    }

    @Test
    void aGateOfAnUpgradeInTwoStepsStopsItBeforeEither() {
        contoso();

        assertThat(run(goal("stage-upgrade", Packages.NEXT_ORDERS).with("failOnDelete", true)))
                .anyMatch(line -> line.contains("would be deleted, and failOnDelete is true"));
        assertThat(server.started()).hasSize(started);

        run(goal("stage-upgrade", Packages.NEXT_ORDERS));
        assertThat(failed).isFalse();
        started = server.started().size();
        assertThat(run(goal("apply-upgrade", Packages.NEXT_ORDERS).with("failOnDelete", true)))
                .anyMatch(line -> line.contains("would be deleted, and failOnDelete is true"));
        assertThat(server.started()).hasSize(started);
    }

    private void contoso() {
        run(goal("import", Packages.BASE));
        run(goal("import", Packages.ORDERS));
        assertThat(failed).isFalse();
        started = server.started().size();
    }

    @Test
    void aSavedPlanIsCarriedOut() {
        contoso();
        List<String> planned = run(goal("plan", Packages.NEXT_ORDERS));
        assertThat(failed).as(() -> String.join("\n", planned)).isFalse();
        String plan =
                directory.resolve("target/solution/ContosoOrders/plan.json").toString();

        List<String> lines = run(goal("import", Packages.NEXT_ORDERS).with("savedPlan", plan));

        assertThat(failed).as(() -> String.join("\n", lines)).isFalse();
        assertThat(server.started()).hasSizeGreaterThan(started);
        run(goal("plan", Packages.NEXT_ORDERS).with("savedPlan", plan));
        assertThat(failed).as("it was carried out already").isTrue();
    }

    @Test
    void allUpgradesAreStagedAndThenApplied() {
        GoalRun both = goal("import", Packages.NEXT_WAREHOUSE)
                .with("file", Packages.NEXT_WAREHOUSE + "," + Packages.NEXT_PICKING)
                .with("ordering", "staged");
        List<String> planned = run(goal("plan", Packages.NEXT_WAREHOUSE)
                .with("file", Packages.NEXT_WAREHOUSE + "," + Packages.NEXT_PICKING)
                .with("ordering", "staged"));
        assertThat(failed).as(() -> String.join("\n", planned)).isFalse();
        assertThat(planned).noneMatch(line -> line.contains("Not planned"));

        List<String> lines = run(both.with("failOnHidden", true));

        assertThat(failed).as(() -> String.join("\n", lines)).isFalse();
    }

    @Test
    void packagesOfAnEmbeddedEnvironmentThatKnowsItsLayersAreRefused() {
        Path embedded = directory.resolve("embedded.db");
        run(goal("import", Packages.WAREHOUSE)
                .with("environment", "jdbc:sqlite:" + embedded)
                .with("authentication", null));
        assertThat(failed).isFalse();

        List<String> lines = run(goal("plan", Packages.NEXT_WAREHOUSE)
                .with("environment", "jdbc:sqlite:" + embedded)
                .with("authentication", null)
                .with("installedPackages", List.of(new InstalledPackageParameter(Packages.WAREHOUSE.toString()))));

        assertThat(failed).isTrue();
        assertThat(lines)
                .anyMatch(line -> line.contains("it is no snapshot of a Dataverse environment")
                        && line.contains("Leave out <installedPackages> for it."));
    }

    private List<String> run(GoalRun run) {
        List<String> lines = run.run();
        failed = run.failed();
        return lines;
    }

    private GoalRun goal(String goal, Path file) {
        return new GoalRun(goal, directory)
                .with("file", file.toString())
                .with("environment", server.url())
                .with("authentication", "token")
                .variable("DATAVERSE_ACCESS_TOKEN", "token");
    }
}
