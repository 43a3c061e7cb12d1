package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentSettingsSentTest {

    private static final String ORDERS = "ContosoOrders_1_0_0_0_managed";
    private static final String UPDATED = "ContosoOrders_2_0_0_0_managed";
    private static final Variable SERVICE_URL =
            new Variable("contoso_OrderServiceUrl", "https://orders.contoso.example");
    private static final Connection DATAVERSE = new Connection("contoso_dataverse", "4445162937b84457", "");
    private static final Connection SERVICE = new Connection("contoso_orderservice", "5f2b7d9c41ea60f3", "");

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void base() throws Exception {
        contoso = new Contoso(folder);
        contoso.imports("ContosoBase_1_0_0_0_managed", ImportOptions.defaults());
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void goWithTheImport() throws Exception {
        ImportResult result = imports(List.of(SERVICE_URL), List.of(DATAVERSE, SERVICE));

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.started().get(1).componentParameters())
                .contains("Microsoft.Dynamics.CRM.environmentvariablevalue")
                .contains("https://orders.contoso.example")
                .contains("Microsoft.Dynamics.CRM.connectionreference")
                .contains("4445162937b84457");
    }

    @Test
    void nameTheValueThatTheEnvironmentHasSoThatItIsReplaced() throws Exception {
        imports(List.of(SERVICE_URL), List.of(DATAVERSE, SERVICE));

        ImportResult result = imports(
                UPDATED,
                List.of(new Variable("contoso_OrderServiceUrl", "https://other.contoso.example")),
                List.of(DATAVERSE, SERVICE));

        assertThat(result.errors()).isEmpty();
        assertThat(contoso.server.started().get(1).componentParameters()).doesNotContain("environmentvariablevalueid");
        assertThat(contoso.server.started().get(2).componentParameters())
                .containsPattern("\"environmentvariablevalueid\":\"[0-9a-f-]{36}\"");
    }

    @Test
    void areHeldAgainstThePackageBeforeAnythingIsSent() throws Exception {
        int requests = contoso.server.requests().size();
        ImportResult result = imports(List.of(new Variable("contoso_Misspelt", "x")), List.of(DATAVERSE, SERVICE));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("contoso_Misspelt"));
        assertThat(contoso.server.requests()).hasSize(requests);
    }

    @Test
    void areCompleteOrTheImportIsRefusedBeforeTheUploadWithAllThatIsWrong() throws Exception {
        ImportResult result = imports(List.of(new Variable("contoso_Misspelt", "x")), List.of(DATAVERSE));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .anyMatch(error -> error.message().contains("contoso_Misspelt"))
                .anyMatch(error -> error.message().contains("contoso_orderservice"))
                .hasSize(2);
        assertNothingWasUploaded();
    }

    @Test
    void needNotBeGivenAgainWhereTheEnvironmentHasThem() throws Exception {
        imports(List.of(SERVICE_URL), List.of(DATAVERSE, SERVICE));

        ImportResult result = imports(UPDATED, List.of(SERVICE_URL), List.of(DATAVERSE));

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void haveToBeGivenWhereTheEnvironmentDoesNotLetItsOwnBeRead() throws Exception {
        imports(List.of(SERVICE_URL), List.of(DATAVERSE, SERVICE));
        contoso.script()
                .on("connectionreferences")
                .always()
                .refuse(403, "0x80040220", "missing prvReadconnectionreference");

        ImportResult result = imports(UPDATED, List.of(SERVICE_URL), List.of(DATAVERSE));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("contoso_orderservice"));
    }

    @Test
    void thatASkippedPackageLeavesUnsetAreNamed() throws Exception {
        imports(List.of(SERVICE_URL), List.of(DATAVERSE, SERVICE));

        ImportResult same = imports(List.of(SERVICE_URL), List.of(DATAVERSE, SERVICE));
        ImportResult other = imports(
                List.of(new Variable("contoso_OrderServiceUrl", "https://other.contoso.example")),
                List.of(DATAVERSE, new Connection("contoso_orderservice", "another", "")));

        assertThat(same.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(same.warnings()).isEmpty();
        assertThat(other.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(other.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("contoso_orderserviceurl, contoso_orderservice", "sameVersion"));
    }

    private void assertNothingWasUploaded() {
        assertThat(contoso.server.requests())
                .filteredOn(request -> request.toString().contains("StageSolution"))
                .hasSize(1);
    }

    private ImportResult imports(List<Variable> variables, List<Connection> connections) throws Exception {
        return imports(ORDERS, variables, connections);
    }

    private ImportResult imports(String name, List<Variable> variables, List<Connection> connections) throws Exception {
        DeploymentSettings settings = new DeploymentSettings("test.json", variables, connections);
        return contoso.environment()
                .importSolution(
                        Contoso.importing(contoso.zip(name), ImportOptions.defaults())
                                .with(Optional.of(settings)),
                        ImportListener.NONE);
    }
}
