package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.report.junit.AllReaders;
import io.github.solutionalm.report.markdown.ReadMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals write for CI systems: tests of each operation, and a summary of the build (docs/pipelines.md, "Show the results"). */
class CiReportsTest {

    @TempDir
    private Path directory;

    private GoalRun goal(String name, Path... packages) {
        return with(new GoalRun(name, directory), packages);
    }

    private GoalRun with(GoalRun run, Path... packages) {
        String files = String.join(",", Stream.of(packages).map(Path::toString).toList());
        return run.with("environment", "jdbc:sqlite:" + directory.resolve("test.db"))
                .with("file", files.isEmpty() ? null : files);
    }

    private List<String> junit() throws IOException {
        Path folder = directory.resolve("target/solution/junit-reports");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> failed(String file) throws Exception {
        return AllReaders.failed(
                directory.resolve("target/solution/junit-reports").resolve(file));
    }

    private String summary() throws IOException {
        return Files.readString(directory.resolve("target/solution/summary.md"));
    }

    @Test
    void anImportIsAFileOfTestsAndARowOfTheSummary() throws Exception {
        goal("import", Packages.BASE, Packages.ORDERS).run();

        assertThat(junit()).containsExactly("TEST-test-ContosoBase.xml", "TEST-test-ContosoOrders.xml");
        assertThat(failed("TEST-test-ContosoOrders.xml")).isEmpty();
        assertThat(summary())
                .startsWith("## Solutions: passed")
                .contains("`ContosoOrders 1.0.0.0` | `", "| INSTALLED |");
        assertThat(ReadMarkdown.of(summary()).active()).isEmpty();
    }

    @Test
    void aGateThatRefusesIsAFailureOfItsOwn() throws Exception {
        GoalRun build = goal("import", Packages.BASE, Packages.ORDERS);
        build.run();
        with(build.then("import"), Packages.NEXT_ORDERS)
                .with("failOnDelete", true)
                .run();

        assertThat(junit()).contains("TEST-test-ContosoOrders-2.xml");
        assertThat(failed("TEST-test-ContosoOrders-2.xml"))
                .containsExactly("FAILURE import", "FAILURE gate failOnDelete");
        assertThat(summary())
                .startsWith("## Solutions: failed (1 of 3)")
                .contains("Attribute contoso_order.contoso_faxnumber would be deleted");
    }

    @Test
    void aPlanShowsWhatItWouldDeleteAndWhichGateRefusesIt() throws Exception {
        GoalRun build = goal("import", Packages.BASE, Packages.ORDERS);
        build.run();
        with(build.then("plan"), Packages.NEXT_ORDERS)
                .with("failOnDelete", true)
                .run();

        assertThat(failed("TEST-test-ContosoOrders-plan.xml"))
                .containsExactly("FAILURE plan", "FAILURE gate failOnDelete");
        assertThat(summary()).contains("### Deletions", "`Attribute contoso_order.contoso_faxnumber` `Fax Number`");
    }

    @Test
    void anEnvironmentThatCannotBeReachedIsAnErrorAndNotNoTests() throws Exception {
        Files.writeString(
                directory.resolve("test.db"), "This is no environment, however long the text in the file is.");
        assertThat(goal("import", Packages.ORDERS).run()).anyMatch(line -> line.startsWith("[ERROR]"));

        assertThat(junit()).hasSize(1);
        assertThat(failed(junit().get(0))).containsExactly("ERROR import");
        assertThat(summary()).startsWith("## Solutions: failed (1 of 1)");
    }

    @Test
    void aPackageThatCannotBeReadIsAFailure() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.zip"), "no zip");
        goal("import", broken).run();

        assertThat(failed("TEST-test-broken.xml")).containsExactly("FAILURE import");
    }

    @Test
    void aWrongParameterIsAnErrorToo() throws Exception {
        goal("import", Packages.ORDERS).with("action", "upgraed").run();
        goal("plan", Packages.ORDERS).with("action", "upgraed").run();

        assertThat(junit()).containsExactly("TEST-unknown-import.xml", "TEST-unknown-plan.xml");
        assertThat(failed("TEST-unknown-plan.xml")).containsExactly("ERROR plan");
    }

    @Test
    void verifyIsATestOfTheRelease() throws Exception {
        GoalRun build = goal("import", Packages.BASE);
        build.run();
        with(build.then("verify")).run();
        assertThat(failed("TEST-unknown-verify.xml")).isEmpty();

        with(build.then("import"), Packages.TWEAKS)
                .with("failOnError", false)
                .with("requireVerify", "false")
                .run();
        with(build.then("verify")).run();
        assertThat(failed("TEST-unknown-verify-2.xml")).containsExactly("FAILURE verify");
        assertThat(summary()).contains("| `verify` | – | – | PASSED |", "| `verify` | – | – | **FAILED** |");
    }

    @Test
    void gitHubGetsOnlyWhatIsNew() throws Exception {
        Path step = directory.resolve("step.md");
        GoalRun build = goal("import", Packages.BASE).variable("GITHUB_STEP_SUMMARY", step.toString());
        build.run();
        String first = Files.readString(step);
        with(build.then("import"), Packages.ORDERS).run();
        with(build.then("list")).run();

        assertThat(first).contains("ContosoBase 1.0.0.0");
        assertThat(Files.readString(step)).startsWith(first);
        assertThat(Files.readString(step).substring(first.length()))
                .contains("ContosoOrders 1.0.0.0")
                .doesNotContain("ContosoBase 1.0.0.0");
    }

    @Test
    void azurePipelinesGetsThePathOnceAGoal() throws Exception {
        List<String> lines =
                goal("import", Packages.BASE).variable("TF_BUILD", "True").run();

        assertThat(lines)
                .filteredOn(line -> line.contains("##vso["))
                .containsExactly("[INFO] ##vso[task.uploadsummary]" + directory.resolve("target/solution/summary.md"));
    }

    @Test
    void azurePipelinesTellsTheSummariesOfModulesApart() throws Exception {
        GoalRun run = goal("import", Packages.BASE).variable("TF_BUILD", "True").project("pom", "orders", "1");

        assertThat(run.inReactor().run())
                .filteredOn(line -> line.contains("##vso["))
                .containsExactly("[INFO] ##vso[task.addattachment type=Distributedtask.Core.Summary;"
                        + "name=summary-orders.md;]" + directory.resolve("target/solution/summary.md"));
    }

    @Test
    void nobodyIsToldWithoutCiSummary() throws Exception {
        Path step = directory.resolve("step.md");
        List<String> lines = goal("import", Packages.BASE)
                .variable("GITHUB_STEP_SUMMARY", step.toString())
                .with("ciSummary", false)
                .run();

        assertThat(step).doesNotExist();
        assertThat(lines).noneMatch(line -> line.contains("##vso["));
        assertThat(summary()).contains("ContosoBase");
    }

    @Test
    void whatCannotBeWrittenIsAWarning() throws Exception {
        Files.createDirectories(directory.resolve("target/solution"));
        Files.writeString(directory.resolve("target/solution/junit-reports"), "in the way");
        Files.createDirectories(directory.resolve("target/solution/summary.md/in-the-way"));
        GoalRun run = goal("import", Packages.BASE);
        List<String> lines = run.run();

        assertThat(run.failed()).isFalse();
        assertThat(lines).anyMatch(line -> line.startsWith("[WARNING]") && line.contains("junit-reports"));
        assertThat(lines).anyMatch(line -> line.startsWith("[WARNING]") && line.contains("summary.md"));
    }
}
