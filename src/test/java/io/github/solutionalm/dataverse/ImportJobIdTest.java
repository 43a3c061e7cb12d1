package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.report.ImportReport;
import org.junit.jupiter.api.Test;

/** A result names the import job that the environment has of it, and none that it does not have. */
class ImportJobIdTest extends AgainstContoso {

    private static final String BASE = "ContosoBase_1_0_0_0_managed";
    private static final String ORDERS = "ContosoOrders_1_0_0_0_managed";

    @Test
    void isTheOneThatTheEnvironmentHas() throws Exception {
        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.importJobId())
                .isEqualTo(contoso.server.started().get(0).importJobId().map(Object::toString));
    }

    @Test
    void isAbsentOfASkippedPackage() throws Exception {
        contoso.imports(BASE, ImportOptions.defaults());

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(result.importJobId()).isEmpty();
    }

    @Test
    void isAbsentWhereTheCheckedPackageWasNotStarted() throws Exception {
        ImportResult result = contoso.imports(ORDERS, ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.importJobId()).isEmpty();
        assertThat(ImportReport.write(result, folder.resolve("out")).result())
                .content()
                .contains("\"importJobId\": null");
    }

    @Test
    void isAbsentWhereTheStartWasRefused() throws Exception {
        contoso.script().on("ImportSolutionAsync").always().refuse(400, "0x80048033", "The import is not allowed.");

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.importJobId()).isEmpty();
    }

    /** The environment makes a system job of it, and no import job. */
    @Test
    void isAbsentOfAnAppliedUpgrade() throws Exception {
        contoso.imports(BASE, ImportOptions.defaults());
        contoso.imports(ORDERS, ImportOptions.defaults());
        contoso.imports(
                "ContosoOrders_2_0_0_0_managed", options().action(Action.STAGE).build());

        ImportResult result = contoso.applies("ContosoOrders", ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.importJobId()).isEmpty();
        ImportReport.Files files = ImportReport.write(result, folder.resolve("out"));
        assertThat(files.log()).content().contains("<Workbook", "2.0.0.0");
        assertThat(files.job()).content().contains("<importexportxml", "succeeded=\"success\"");
    }
}
