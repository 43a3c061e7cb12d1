package io.github.solutionalm.report.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.report.ResultFixture;
import io.github.solutionalm.report.Workbook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formatted log tells people the whole story of an import. */
class ImportLogTest {

    private static final ResultFixture UPGRADE = ResultFixture.upgrade()
            .component(ComponentType.ENTITY, "contoso_order", "Order", Change.CHANGE, Status.SUCCESS)
            .component(ComponentType.SYSTEM_FORM, ResultFixture.FORM, "Information", Change.DELETE, Status.SUCCESS);

    @Test
    void theFirstSheetSaysWhichSolutionOfWhom() throws Exception {
        assertThat(Workbook.logOf(UPGRADE.build()).solution())
                .contains(
                        entry("Solution Name", "ContosoOrders"),
                        entry("Solution Display Name", "Contoso Orders"),
                        entry("Solution Description", "Orders of Contoso"),
                        entry("Solution Version", "2.0.0.0"),
                        entry("Solution Package Type", "Managed"),
                        entry("Publisher Name", "contoso"),
                        entry("Publisher Email", "orders@contoso.example"),
                        entry("Publisher City", "Redmond"),
                        entry("Publisher Website", ""));
    }

    @Test
    void theFirstSheetSaysHowTheImportEnded() throws Exception {
        assertThat(Workbook.logOf(UPGRADE.build()).solution())
                .contains(
                        entry("Status", "Processed"),
                        entry("Message", ""),
                        entry("Progress [%]", "100"),
                        entry("Duration [s]", "1.2"),
                        entry("ActivityId [s]", ResultFixture.JOB),
                        entry("StartTime [s]", "11/22/2026 10:00:00.120 (UTC) Coordinated Universal Time"),
                        entry("StopTime [s]", "11/22/2026 10:00:01.356 (UTC) Coordinated Universal Time"));
    }

    @Test
    void theSecondSheetHasTheSolutionThenEachComponentThenTheSteps() throws Exception {
        Workbook log = Workbook.logOf(UPGRADE.build());

        assertThat(log.column("ItemType"))
                .containsExactly("Solution", "Entity", "Form", "Root Components Insertion", "Dependencies Calculation");
        assertThat(log.column("Status")).containsOnly("Processed");
        assertThat(log.components().get(1))
                .containsExactly(
                        entry("Time", "10:00:00.62"),
                        entry("ItemType", "Entity"),
                        entry("Name", "contoso_order"),
                        entry("LocalizedName", "Order"),
                        entry("OriginalName", "Order"),
                        entry("Description", "Changed"),
                        entry("Status", "Processed"));
    }

    @Test
    void aComponentKnownByGuidHasItAsId() throws Exception {
        assertThat(Workbook.logOf(UPGRADE.build()).components().get(2))
                .contains(
                        entry("Id", ResultFixture.FORM),
                        entry("Name", ResultFixture.FORM),
                        entry("Description", "Deleted"));
    }

    @Test
    void aRefusalExplainsItselfWithEveryMissingDependencyFirst() throws Exception {
        Workbook log =
                Workbook.logOf(ResultFixture.refusedForMissingDependencies().build());

        assertThat(log.solution())
                .contains(
                        entry("Status", "Failure"),
                        entry(
                                "Message",
                                "0x8004801D ImportMissingDependenciesError: Import ContosoBase (1.0.0.0) first: 2 components of"
                                        + " it are missing."),
                        entry("Progress [%]", "14.84"));
        assertThat(log.column("Status"))
                .containsExactly("Failure", "Failure", "Failure", "Failure", "Unprocessed", "Unprocessed");
        assertThat(log.column("ErrorText"))
                .containsExactly(
                        "Solution manifest import: FAILURE: Import ContosoBase (1.0.0.0) first: 2 components of it are missing.",
                        "Entity 'Contoso X' (contoso_x) of ContosoBase (1.0.0.0) is missing. Form 'Information' ("
                                + ResultFixture.FORM + ") needs it.",
                        "Attribute 'Y' (account.contoso_y) of ContosoBase (1.0.0.0) is missing. Form 'Information' ("
                                + ResultFixture.FORM + ") needs it.",
                        "Web Resource contoso_/js/order.js is missing. Form 'Information' (" + ResultFixture.FORM
                                + ") needs it.",
                        "",
                        "");
    }

    @Test
    void whatWasNotProcessedHasNoTimeAndNothingDone() throws Exception {
        Workbook log =
                Workbook.logOf(ResultFixture.refusedForMissingDependencies().build());

        assertThat(log.components().get(4))
                .containsEntry("ItemType", "Form")
                .containsEntry("Status", "Unprocessed")
                .doesNotContainKeys("Time", "Description", "ErrorCode");
    }

    @Test
    void eachErrorHasARowOfTheSolution() throws Exception {
        Workbook log = Workbook.logOf(ResultFixture.upgrade()
                .outcome(Outcome.FAILED)
                .error("0x80048539", "HoldingSolutionExists", "Holding solution ContosoOrders_Upgrade exists.")
                .error("0x80048540", "Other", "Something else.")
                .build());

        assertThat(log.components())
                .filteredOn(row -> row.get("ItemType").equals("Solution"))
                .extracting(row -> row.get("ErrorCode") + " " + row.get("ErrorText"))
                .containsExactly(
                        "0x80048539 Solution manifest import: FAILURE: Holding solution ContosoOrders_Upgrade exists.",
                        "0x80048540 Solution manifest import: FAILURE: Something else.");
    }

    @Test
    void anErrorOfAGateHasARowOfItsComponentToo() throws Exception {
        ComponentKey column = new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_faxnumber");
        Workbook log = Workbook.logOf(ResultFixture.upgrade()
                .outcome(Outcome.FAILED)
                .error(PlatformCode.IMPORT_ERROR
                        .finding(column + " would be deleted, and failOnDelete is true.", column)
                        .of("failOnDelete"))
                .component(column.type(), column.key(), "Fax Number", Change.DELETE, Status.UNPROCESSED)
                .build());

        assertThat(log.components().get(1))
                .containsEntry("ItemType", column.type().label())
                .containsEntry("Name", column.key())
                .containsEntry("LocalizedName", "Fax Number")
                .containsEntry("Status", "Failure")
                .containsEntry("ErrorText", column + " would be deleted, and failOnDelete is true.");
    }

    @Test
    void aWarningHasARowAndIsNotSaidTwice() throws Exception {
        ComponentKey flow = new ComponentKey(ComponentType.WORKFLOW, "flow");
        Workbook log = Workbook.logOf(ResultFixture.upgrade()
                .warning("0x1", "W1", "Nothing claims Other/readme.txt.")
                .warning("0x2", "W2", "The flow is off.", flow)
                .component(
                        ComponentType.WORKFLOW, "flow", "Flow", Change.ADD, Status.WARNING, "0x2", "The flow is off.")
                .build());

        assertThat(log.components())
                .filteredOn(row -> row.get("Status").equals("Warning"))
                .extracting(row -> row.get("ItemType") + ": " + row.get("ErrorText"))
                .containsExactly("Solution: Nothing claims Other/readme.txt.", "Process: The flow is off.");
    }

    @Test
    void aMissingDependencyThatIsLetThroughIsAWarning() throws Exception {
        Workbook log = Workbook.logOf(ResultFixture.upgrade()
                .missing(
                        ResultFixture.required(ComponentType.ENTITY, "contoso_x", "X", "Active", "1.0"),
                        ResultFixture.part(ComponentType.WORKFLOW, "flow", ""))
                .build());

        assertThat(log.column("ItemType"))
                .containsExactly("Solution", "Dependencies Calculation", "Root Components Insertion");
        assertThat(log.column("Status")).containsExactly("Processed", "Warning", "Processed");
        assertThat(log.column("ErrorText").get(1))
                .isEqualTo("Entity 'X' (contoso_x), which was unmanaged where the package was made, is missing."
                        + " Process flow needs it.");
    }

    @Test
    void aSkippedPackageSaysWhyNothingWasDone() throws Exception {
        Workbook log = Workbook.logOf(
                ResultFixture.upgrade().outcome(Outcome.SKIPPED_LOWER_VERSION).build());

        assertThat(log.solution())
                .containsEntry("Status", "Processed")
                .containsEntry("Message", "Skipped: the environment already has a higher version: 1.0.0.0");
        assertThat(log.column("ItemType")).containsExactly("Solution");
    }

    @Test
    void anUnknownOutcomeIsAFailureThatSaysSo() throws Exception {
        Workbook log = Workbook.logOf(
                ResultFixture.upgrade().outcome(Outcome.INCONCLUSIVE).build());

        assertThat(log.column("Status")).containsExactly("Failure");
        assertThat(log.column("ErrorText"))
                .containsExactly("Solution manifest import: FAILURE: It is unknown whether the operation took effect");
    }

    @Test
    void aPackageThatCouldNotBeReadIsCalledByItsFile() throws Exception {
        Workbook log = Workbook.logOf(ResultFixture.upgrade()
                .unreadable("lib/broken.zip")
                .error("0x8004801A", "ImportInvalidFileError", "lib/broken.zip is not a zip file.")
                .build());

        assertThat(log.solution()).containsEntry("Solution Name", "").containsEntry("Status", "Failure");
        assertThat(log.components().get(0))
                .containsEntry("Name", "lib/broken.zip")
                .containsEntry("ErrorCode", "0x8004801A");
    }

    @Test
    void aCellHoldsOneLineThatExcelCanHold() throws Exception {
        String text = "first\r\n  second\n" + "😀".repeat(40_000);
        Workbook log = Workbook.logOf(ResultFixture.upgrade()
                .outcome(Outcome.FAILED)
                .error("0x1", "Long", text)
                .build());

        List<String> cells =
                List.of(log.solution().get("Message"), log.column("ErrorText").get(0));
        assertThat(cells).allSatisfy(cell -> assertThat(cell)
                .hasSizeLessThanOrEqualTo(32_767)
                .contains("first second 😀")
                .endsWith("😀 … (shortened; import-result.json has the whole text)"));
    }
}
