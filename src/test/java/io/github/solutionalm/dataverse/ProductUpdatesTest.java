package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Finding;
import org.junit.jupiter.api.Test;

/** What a package lacks may be updates of Microsoft's products alone, which need not hinder its import. */
class ProductUpdatesTest extends AgainstContoso {

    private static final String BASE = "ContosoBase_1_0_0_0_managed";
    private static final String REFUSAL = "{\"StageSolutionResults\":{"
            + "\"StageSolutionUploadId\":\"00000000-0000-0000-0000-000000000000\",\"StageSolutionStatus\":\"Failed\","
            + "\"MissingDependencies\":[],\"SolutionValidationResults\":[{\"SolutionValidationResultType\":\"Error\","
            + "\"ErrorCode\":-2147188707,\"Message\":\"Some dependencies are missing. ProductUpdatesOnly : %s\"}]}}";

    @Test
    void hinderAnImport() throws Exception {
        lacks("True");

        assertThat(imports(options().build()).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(contoso.server.started()).isEmpty();
    }

    @Test
    void areLetBeWhereThatIsAskedFor() throws Exception {
        lacks("True");

        ImportResult result = imports(options().skipProductUpdateDependencies().build());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("Some dependencies are missing");
    }

    @Test
    void areNotAllThatMayBeMissing() throws Exception {
        lacks("False");

        assertThat(imports(options().skipProductUpdateDependencies().build()).outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(contoso.server.started()).isEmpty();
    }

    private void lacks(String productUpdatesOnly) {
        contoso.script()
                .on("StageSolution")
                .always()
                .say(200, "application/json", REFUSAL.formatted(productUpdatesOnly));
    }

    private ImportResult imports(ImportOptions options) throws Exception {
        return contoso.imports(BASE, options);
    }
}
