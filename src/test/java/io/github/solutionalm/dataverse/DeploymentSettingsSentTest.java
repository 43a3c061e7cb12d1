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
        ImportResult result = imports(
                List.of(new Variable("contoso_OrderServiceUrl", "https://orders.contoso.example")),
                List.of(DATAVERSE, SERVICE));

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.started().get(1).componentParameters())
                .contains("Microsoft.Dynamics.CRM.environmentvariablevalue")
                .contains("https://orders.contoso.example")
                .contains("Microsoft.Dynamics.CRM.connectionreference")
                .contains("4445162937b84457");
    }

    @Test
    void areHeldAgainstThePackageBeforeAnythingIsSent() throws Exception {
        int requests = contoso.server.requests().size();
        ImportResult result = imports(List.of(new Variable("contoso_Misspelt", "x")), List.of(DATAVERSE));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .anyMatch(error -> error.message().contains("contoso_Misspelt"))
                .anyMatch(error -> error.message().contains("contoso_orderservice"));
        assertThat(contoso.server.requests()).hasSize(requests);
    }

    private ImportResult imports(List<Variable> variables, List<Connection> connections) throws Exception {
        DeploymentSettings settings = new DeploymentSettings("test.json", variables, connections);
        return contoso.environment()
                .importSolution(
                        Contoso.importing(contoso.zip(ORDERS), ImportOptions.defaults())
                                .with(Optional.of(settings)),
                        ImportListener.NONE);
    }
}
