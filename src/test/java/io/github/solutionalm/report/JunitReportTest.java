package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.report.JunitReport.Subject;
import io.github.solutionalm.report.junit.AllReaders;
import io.github.solutionalm.report.junit.OperationCases;
import io.github.solutionalm.text.HostileTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five CI systems show the same tests of an operation, by the rules that each reads files by (docs/files.md, "JUnit XML"). */
class JunitReportTest {

    private static final String BUILD = "2026-11-22T10:00:00Z";

    @TempDir
    private Path output;

    private Path written(ImportResult result, String... gates) throws IOException {
        return written(JunitReport.of(output, BUILD, "import"), result, "import", gates);
    }

    private static Path written(JunitReport report, ImportResult result, String word, String... gates)
            throws IOException {
        return report.write(
                new Subject(result.environment(), result.solution(), result.file(), word),
                OperationCases.of(result, word, List.of(gates), List.of(), Map.of()));
    }

    private List<String> files() throws IOException {
        Path folder = output.resolve("junit-reports");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anUpgradePassesWithEachGateAndEachTypeOfComponents() throws Exception {
        Path file = written(
                ResultFixture.upgrade()
                        .component(ComponentType.ATTRIBUTE, "contoso_order.a", "A", Change.ADD, Status.SUCCESS)
                        .component(ComponentType.ATTRIBUTE, "contoso_order.b", "B", Change.DELETE, Status.SUCCESS)
                        .component(
                                ComponentType.ENTITY,
                                "contoso_order",
                                "Order",
                                Change.CHANGE,
                                Status.WARNING,
                                "1",
                                "Hm.")
                        .build(),
                "failOnDelete",
                "missingDependencies");

        assertThat(file.getFileName()).hasToString("TEST-rehearsal-ContosoOrders.xml");
        assertThat(AllReaders.className(file)).isEqualTo("solution.rehearsal.ContosoOrders");
        assertThat(AllReaders.names(file))
                .containsExactly(
                        "import",
                        "gate failOnDelete",
                        "gate missingDependencies",
                        "type Attribute",
                        "type Entity",
                        "Entity contoso_order");
        assertThat(AllReaders.failed(file)).isEmpty();
        assertThat(Files.readString(file))
                .contains("tests=\"6\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"1.236\"")
                .contains("timestamp=\"2026-11-22T10:00:00Z\"", "delete: 1", "add: 1", "Warning: Order");
    }

    @Test
    void aRefusalIsAFailureOfTheImportAndOfItsGate() throws Exception {
        Path file = written(ResultFixture.refusedForMissingDependencies().build(), "missingDependencies", "sha256");

        assertThat(AllReaders.failed(file)).containsExactly("FAILURE import", "FAILURE gate missingDependencies");
        assertThat(Files.readString(file))
                .contains("Attribute account.contoso_y, needed by SystemForm " + ResultFixture.FORM)
                .contains("type=\"0x8004801D ImportMissingDependenciesError\"")
                .contains("<skipped message=\"1 not processed\"");
    }

    @Test
    void allErrorsStandInOneFailureSinceOnlyTheFirstIsRead() throws Exception {
        Path file = written(ResultFixture.upgrade()
                .outcome(Outcome.FAILED)
                .error("0x1", "One", "The first.")
                .error("0x2", "Two", "The second.")
                .build());

        assertThat(Files.readString(file).split("<failure", -1)).hasSize(2);
        assertThat(Files.readString(file)).contains("0x1 One: The first.\n0x2 Two: The second.\n");
    }

    @Test
    void whatWasStoppedOrHasAnUnknownEndIsAnError() throws Exception {
        assertThat(AllReaders.failed(written(
                        ResultFixture.upgrade().outcome(Outcome.TIMED_OUT).build())))
                .containsExactly("ERROR import");
        assertThat(AllReaders.failed(written(ResultFixture.upgrade()
                        .outcome(Outcome.FAILED)
                        .error("0x80071151", "SolutionConcurrencyFailure", "Another import runs.")
                        .build())))
                .containsExactly("ERROR import");
    }

    @Test
    void aFailedComponentIsATestOfItsOwnAndIsNamedByItsType() throws Exception {
        Path file = written(ResultFixture.upgrade()
                .outcome(Outcome.FAILED)
                .error("0x80040216", "Unexpected", "It failed.")
                .component(ComponentType.SYSTEM_FORM, "f1", "Form", Change.ADD, Status.FAILURE, "0x1", "No column.")
                .component(ComponentType.SYSTEM_FORM, "f2", "Form", Change.ADD, Status.SUCCESS)
                .build());

        assertThat(AllReaders.failed(file))
                .containsExactly("FAILURE import", "FAILURE type SystemForm", "FAILURE SystemForm f1");
        assertThat(Files.readString(file)).contains("1 of 2 failed", "SystemForm f1: No column.");
    }

    @Test
    void aPackageThatCannotBeReadIsCalledByItsFile() throws Exception {
        Path file = written(ResultFixture.upgrade()
                .unreadable("/builds/broken.1.zip")
                .error("0x8004801A", "BadZipFile", "It is no zip.")
                .build());

        assertThat(file.getFileName()).hasToString("TEST-rehearsal-broken.1.xml");
        assertThat(AllReaders.className(file)).isEqualTo("solution.rehearsal.broken_1");
        assertThat(AllReaders.failed(file)).containsExactly("FAILURE import");
    }

    @Test
    void operationsOnOneSolutionHaveFilesAndClassesOfTheirOwn() throws Exception {
        ImportResult result = ResultFixture.upgrade().build();
        JunitReport report = JunitReport.of(output, BUILD, "import");
        List<Path> files = List.of(
                written(report, result, "stage-upgrade"),
                written(report, result, "apply-upgrade"),
                written(JunitReport.of(output, BUILD, "import"), result, "apply-upgrade"),
                written(report, result, "import"),
                written(report, result, "import"));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "TEST-rehearsal-ContosoOrders-stage-upgrade.xml",
                        "TEST-rehearsal-ContosoOrders-apply-upgrade.xml",
                        "TEST-rehearsal-ContosoOrders-apply-upgrade-2.xml",
                        "TEST-rehearsal-ContosoOrders.xml",
                        "TEST-rehearsal-ContosoOrders-2.xml");
        assertThat(AllReaders.className(files.get(2))).isEqualTo("solution.rehearsal.ContosoOrders-apply-upgrade-2");
        assertThat(files.stream().map(JunitReportTest::className).distinct()).hasSize(5);
    }

    private static String className(Path file) {
        try {
            return AllReaders.className(file);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatABuildBeganAndDidNotEndStaysAsAnError() throws Exception {
        ImportResult result =
                ResultFixture.upgrade().outcome(Outcome.INCONCLUSIVE).build();
        JunitReport killed = JunitReport.of(output, BUILD, "import");
        Subject subject = new Subject(result.environment(), "", result.file(), "import");
        killed.started(subject, OperationCases.of(result, "import", List.of(), List.of(), Map.of()));

        assertThat(files()).containsExactly("TEST-rehearsal-ContosoOrders_2_0_0_0_managed-import-started.xml");
        assertThat(AllReaders.failed(output.resolve("junit-reports").resolve(files().get(0))))
                .containsExactly("ERROR import");

        killed.ended();

        assertThat(files()).isEmpty();
    }

    @Test
    void aGoalRemovesWhatItWroteInEarlierBuildsAndLeavesAllElseAlone() throws Exception {
        ImportResult result = ResultFixture.upgrade().build();
        written(JunitReport.of(output, "2026-11-22T09:00:00Z", "import"), result, "import");
        written(JunitReport.of(output, "2026-11-22T09:00:00Z", "plan"), result, "plan");
        Path others = Files.writeString(output.resolve("junit-reports/TEST-others.xml"), "<testsuites/>");
        written(JunitReport.of(output, "2026-11-22T11:00:00Z", "import"), result, "apply-upgrade");

        assertThat(files())
                .containsExactly(
                        "TEST-others.xml",
                        "TEST-rehearsal-ContosoOrders-apply-upgrade.xml",
                        "TEST-rehearsal-ContosoOrders-plan.xml");

        written(result);

        assertThat(files())
                .containsExactly(
                        "TEST-others.xml",
                        "TEST-rehearsal-ContosoOrders-apply-upgrade.xml",
                        "TEST-rehearsal-ContosoOrders-plan.xml",
                        "TEST-rehearsal-ContosoOrders.xml");
        Files.delete(others);
    }

    @Test
    void twentyThousandComponentsAreFewTests() throws Exception {
        ResultFixture many = ResultFixture.upgrade().outcome(Outcome.FAILED).error("0x1", "One", "It failed.");
        for (int i = 0; i < 20_000; i++) {
            many.component(
                    ComponentType.ATTRIBUTE,
                    "contoso_order.contoso_column" + i,
                    "Column " + i,
                    Change.ADD,
                    Status.FAILURE,
                    "0x1",
                    "The column could not be made.");
        }
        Path file = written(many.build());

        assertThat(AllReaders.names(file)).hasSize(302);
        assertThat(Files.size(file)).isLessThan(200_000);
        assertThat(Files.readString(file)).contains("20000 of 20000 failed", "… and 19800 more");
    }

    @Test
    void whateverTextsAreAllReadTheSameAndNamesAreUnique() throws Exception {
        ResultFixture hostile =
                ResultFixture.upgrade().named("Contoso\u0000Orders/..", "x").outcome(Outcome.FAILED);
        for (String text : HostileTexts.ALL) {
            hostile.error("0x1", text, text);
            hostile.component(ComponentType.WEB_RESOURCE, "k" + text, text, Change.ADD, Status.FAILURE, text, text);
            hostile.component(
                    ComponentType.WEB_RESOURCE,
                    "long".repeat(100) + text,
                    text,
                    Change.ADD,
                    Status.WARNING,
                    text,
                    text);
        }
        Path file = written(hostile.build());

        assertThat(AllReaders.names(file)).doesNotHaveDuplicates().allMatch(name -> name.length() <= 250);
        assertThat(Files.readString(file)).doesNotContain("##vso[", "##[", "\u202E");
    }
}
