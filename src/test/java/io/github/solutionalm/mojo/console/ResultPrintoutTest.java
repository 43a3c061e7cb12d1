package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.Samples;
import io.github.solutionalm.report.ImportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultPrintoutTest {

    private static final String RESULT = "target/solution/ContosoOrders/import-result.json";
    private final RecordingLog log = new RecordingLog();

    @Test
    void endsWithResultAndLog() {
        assertThat(print(Samples.upgraded(), Optional.of("import-log-ContosoOrders")))
                .containsExactly(
                        "[INFO] Result       UPGRADED in 1.2 s: 257 components, 0 failed, 1 warning",
                        "[WARNING] Warning      0x80072035 UnclaimedFile: The file Other/1.txt is not used.",
                        "[INFO] Log          target/solution/ContosoOrders/import-log.xml (attached as"
                                + " import-log-ContosoOrders)");
    }

    @Test
    void aFailureNamesCodeComponentAndWayOut() {
        assertThat(print(Samples.failed(1), Optional.empty()))
                .containsExactly(
                        "[ERROR] Result       FAILED in 1.2 s: 1 error, 0 warnings; the environment is as it was before",
                        "[ERROR] Error        0x8004F01F CannotDeleteDueToAssociation: Column 0 is used. Remove it from"
                                + " the form.",
                        "[ERROR]                concerns Attribute contoso_order.contoso_0",
                        "[INFO] Log          target/solution/ContosoOrders/import-log.xml");
    }

    @Test
    void whatThePlatformHasNoCodeForStandsAlone() {
        List<Finding> late = IntStream.range(0, 22)
                .mapToObj(i -> Finding.withoutCode("The operation did not end in time."))
                .toList();
        assertThat(print(Samples.result(Outcome.TIMED_OUT, late, List.of(), List.of(), 0), Optional.empty()))
                .contains(
                        "[ERROR] Error        The operation did not end in time.",
                        "[ERROR]                … and 19 more, all listed in " + RESULT);
    }

    @Test
    void aRealEnvironmentIsNotSaidToBeAsItWas() {
        assertThat(print(
                        Samples.failedIn(new EnvironmentId("test", "dataverse", "https://x.crm.dynamics.com")),
                        Optional.empty()))
                .contains("[ERROR] Result       FAILED in 1.2 s: 1 error, 0 warnings");
    }

    @Test
    void repeatedWarningsAreGrouped() {
        List<Finding> warnings =
                IntStream.range(0, 12).mapToObj(Samples::warning).toList();
        assertThat(print(Samples.result(Outcome.UPGRADED, List.of(), warnings, List.of(), 0), Optional.empty()))
                .hasSize(6)
                .contains("[WARNING]                … and 9 more 0x80072035, all listed in " + RESULT);
    }

    @Test
    void missingDependenciesStandUnderTheSolutionThatHasThem() {
        List<MissingDependency> missing = new ArrayList<>();
        missing.add(Samples.missing("ContosoCore", 99));
        IntStream.range(0, 23).forEach(i -> missing.add(Samples.missing("ContosoBase", i)));
        assertThat(print(Samples.result(Outcome.FAILED, List.of(), List.of(), missing, 0), Optional.empty()))
                .contains(
                        "[ERROR] Missing      ContosoCore (1.0.0.0): 1 dependency",
                        "[ERROR]                Entity contoso_99 \"Table 99\", needed by SystemForm contoso_order.main",
                        "[ERROR] Missing      ContosoBase (1.0.0.0): 23 dependencies",
                        "[ERROR]                … and 3 more in " + RESULT)
                .hasSize(1 + 2 + 22 + 1);
    }

    @Test
    void whatIsUnpublishedSaysHowToPublish() {
        assertThat(print(Samples.result(Outcome.UPDATED, List.of(), List.of(), List.of(), 14), Optional.empty()))
                .anyMatch(line -> line.contains("14 components") && line.contains("solution:publish"));
    }

    @Test
    void workflowsThatStayOffAreCounted() {
        LeftOff draft = new LeftOff(new ComponentKey(ComponentType.WORKFLOW, "1"), "Nightly");

        assertThat(print(Samples.leavingOff(), Optional.empty())).noneMatch(line -> line.contains("Left off"));
        assertThat(print(Samples.leavingOff(draft, draft), Optional.empty()))
                .contains("[INFO] Left off     2 workflows were exported as drafts and stay off, named in " + RESULT);
        assertThat(print(Samples.leavingOff(draft), Optional.empty()))
                .contains("[INFO] Left off     1 workflow was exported as a draft and stays off, named in " + RESULT);
    }

    @Test
    void aSkipSaysWhatIsThere() {
        assertThat(print(
                        Samples.result(Outcome.SKIPPED_SAME_VERSION, List.of(), List.of(), List.of(), 0),
                        Optional.empty()))
                .contains("[INFO] Result       SKIPPED_SAME_VERSION in 1.2 s: the environment holds 1.0.0.0 already");
    }

    @Test
    void whatIsStagedSaysHowToGoOn() {
        assertThat(print(Samples.result(Outcome.STAGED, List.of(), List.of(), List.of(), 0), Optional.empty()))
                .contains("[INFO] Result       STAGED in 1.2 s: 257 components, 0 failed, 0 warnings; apply it with"
                        + " solution:apply-upgrade");
    }

    @Test
    void whatIsAppliedSaysWhatIsThereNow() {
        assertThat(print(Samples.result(Outcome.APPLIED, List.of(), List.of(), List.of(), 0), Optional.empty()))
                .anyMatch(line -> line.endsWith("; ContosoOrders is 2.0.0.0 now"));
    }

    @Test
    void nothingToApplySaysWhatIsThere() {
        assertThat(print(
                        Samples.result(Outcome.NOTHING_TO_APPLY, List.of(), List.of(), List.of(), 0), Optional.empty()))
                .contains("[INFO] Result       NOTHING_TO_APPLY in 1.2 s: the environment holds ContosoOrders 1.0.0.0"
                        + " already, and no upgrade of it is staged");
    }

    private List<String> print(ImportResult result, Optional<String> attachedAs) {
        Path folder = Path.of("/builds/project/target/solution/ContosoOrders");
        ImportReport.Files files = new ImportReport.Files(
                folder,
                folder.resolve("import-log.xml"),
                folder.resolve("import-job.xml"),
                folder.resolve("import-result.json"));
        new ResultPrintout(log.printout()).print(result, files, attachedAs);
        return log.lines();
    }
}
