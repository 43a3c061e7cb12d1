package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.EnvironmentVariable.Type;
import io.github.solutionalm.model.SettingsDeclaration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an import sends of deployment settings (docs/platform-facts.md, "Deployment settings"). */
class ComponentParametersTest {

    @Test
    void connectionsAndValuesInTheSpellingOfThePackage() throws Exception {
        SettingsDeclaration declared = new SettingsDeclaration(
                List.of(new EnvironmentVariable(
                        "contoso_Live", "Live", Type.BOOLEAN, false, Optional.empty(), Optional.empty())),
                List.of(new ConnectionReference("contoso_mail", "Mail", "To tell", "/providers/x/apis/y", false)));
        DeploymentSettings settings = new DeploymentSettings(
                "test.json",
                List.of(new Variable("CONTOSO_live", "true")),
                List.of(new Connection("Contoso_Mail", "4445", "")));

        assertThat(new JsonMapper().writeValueAsString(ComponentParameters.of(declared, settings, java.util.Map.of())))
                .isEqualTo("[{\"@odata.type\":\"Microsoft.Dynamics.CRM.connectionreference\","
                        + "\"connectionreferencelogicalname\":\"contoso_mail\",\"connectionreferencedisplayname\":\"Mail\","
                        + "\"description\":\"To tell\",\"connectorid\":\"/providers/x/apis/y\",\"connectionid\":\"4445\"},"
                        + "{\"@odata.type\":\"Microsoft.Dynamics.CRM.environmentvariablevalue\","
                        + "\"schemaname\":\"contoso_Live\",\"value\":\"yes\"}]");
    }
}
