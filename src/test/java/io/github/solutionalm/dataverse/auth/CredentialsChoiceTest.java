package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.auth.Credentials.Issuer;
import io.github.solutionalm.dataverse.auth.CredentialsChoice.Chosen;
import io.github.solutionalm.dataverse.http.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credentials are taken, why, and what is said when something is missing. */
class CredentialsChoiceTest {

    private static final Map<String, String> NOTHING = Map.of();

    private static Chosen choose(AuthenticationSettings settings, Map<String, String> environment)
            throws SolutionException {
        return new CredentialsChoice(settings, name -> Optional.ofNullable(environment.get(name))).choose();
    }

    private static AuthenticationSettings mode(String mode) {
        return settings(Optional.of(mode), Optional.empty());
    }

    private static AuthenticationSettings settings(Optional<String> mode, Optional<String> password) {
        return new AuthenticationSettings(
                mode,
                Optional.of("contoso-test"),
                Optional.empty(),
                Optional.of("client-1"),
                password.map(Secret::of),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void takesThePasswordOfTheServerFirst() throws Exception {
        Chosen chosen = choose(
                settings(Optional.empty(), Optional.of("hush-hush")),
                Map.of("DATAVERSE_ACCESS_TOKEN", "t", "AZURE_CLIENT_SECRET", "s", "AZURE_TENANT_ID", "tenant-1"));

        assertThat(chosen.credentials()).isInstanceOfSatisfying(Credentials.ClientSecret.class, credentials -> {
            assertThat(credentials.secret().reveal()).isEqualTo("hush-hush");
            assertThat(credentials.tenantId()).contains("tenant-1");
        });
        assertThat(chosen.reason()).isEqualTo("the server 'contoso-test' of settings.xml has a password");
        assertThat(chosen.toString()).doesNotContain("hush-hush");
    }

    @Test
    void takesWhatVariablesOffer() throws Exception {
        AuthenticationSettings none = AuthenticationSettings.NONE;

        assertThat(choose(none, Map.of("DATAVERSE_ACCESS_TOKEN", "t", "AZURE_CLIENT_SECRET", "s")))
                .satisfies(chosen -> assertThat(chosen.credentials()).isInstanceOf(Credentials.Token.class))
                .satisfies(chosen -> assertThat(chosen.reason()).isEqualTo("DATAVERSE_ACCESS_TOKEN is set"));
        assertThat(choose(none, Map.of("AZURE_CLIENT_ID", "c", "AZURE_CLIENT_SECRET", "s"))
                        .reason())
                .isEqualTo("AZURE_CLIENT_SECRET is set");
        assertThat(choose(none, Map.of("AZURE_CLIENT_ID", "c", "AZURE_CLIENT_CERTIFICATE_PATH", "a.pem"))
                        .credentials())
                .isInstanceOf(Credentials.Certificate.class);
        assertThat(choose(none, Map.of("IDENTITY_ENDPOINT", "http://x")).credentials())
                .isInstanceOf(Credentials.ManagedIdentity.class);
    }

    @Test
    void takesTheApplicationOfVariablesBeforeATokenThatHappensToLieThere() throws Exception {
        Map<String, String> both =
                Map.of("DATAVERSE_ACCESS_TOKEN", "t", "AZURE_CLIENT_ID", "c", "AZURE_CLIENT_SECRET", "s");

        assertThat(choose(AuthenticationSettings.NONE, both).reason()).isEqualTo("AZURE_CLIENT_SECRET is set");
        assertThat(choose(
                                AuthenticationSettings.NONE,
                                Map.of(
                                        "DATAVERSE_ACCESS_TOKEN", "t",
                                        "AZURE_CLIENT_ID", "c",
                                        "AZURE_CLIENT_CERTIFICATE_PATH", "a.pem"))
                        .credentials())
                .isInstanceOf(Credentials.Certificate.class);
        assertThat(choose(naming("DATAVERSE_ACCESS_TOKEN"), both).reason())
                .as("<tokenVariable> in the POM")
                .isEqualTo("DATAVERSE_ACCESS_TOKEN (named by <tokenVariable>) is set");
        assertThat(choose(naming("NOT_SET"), both).reason()).isEqualTo("AZURE_CLIENT_SECRET is set");
    }

    private static AuthenticationSettings naming(String tokenVariable) {
        return new AuthenticationSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(tokenVariable));
    }

    @Test
    void findsTheIssuerOfThePipeline() throws Exception {
        AuthenticationSettings client = settings(Optional.empty(), Optional.empty());

        assertThat(issuer(choose(client, Map.of("AZURE_FEDERATED_TOKEN_FILE", "/var/token"))))
                .isEqualTo(new Issuer.TokenFile(Path.of("/var/token")));
        assertThat(issuer(choose(
                        client,
                        Map.of("ACTIONS_ID_TOKEN_REQUEST_URL", "https://x", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "t"))))
                .isInstanceOf(Issuer.GitHub.class);
        assertThat(issuer(choose(
                        client,
                        Map.of(
                                "SYSTEM_OIDCREQUESTURI", "https://x",
                                "SYSTEM_ACCESSTOKEN", "t",
                                "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID", "connection-1"))))
                .isInstanceOf(Issuer.AzureDevOps.class);
    }

    private static Issuer issuer(Chosen chosen) {
        return ((Credentials.WorkloadIdentity) chosen.credentials()).issuer();
    }

    @Test
    void takesTheAzureCliWhenItIsThere(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("az"));

        Chosen chosen = choose(AuthenticationSettings.NONE, Map.of("PATH", folder.toString()));

        assertThat(chosen.credentials()).isInstanceOf(Credentials.AzureCli.class);
        assertThat(chosen.reason()).contains("az is installed");
    }

    @Test
    void saysWhereItLookedWhenThereIsNothing() {
        assertThatThrownBy(() -> choose(AuthenticationSettings.NONE, NOTHING))
                .isInstanceOf(SolutionException.class)
                .hasMessageContaining("<environment><serverId>")
                .hasMessageContaining("AZURE_CLIENT_SECRET")
                .hasMessageContaining("DATAVERSE_ACCESS_TOKEN")
                .hasMessageContaining("<environment><authentication>");
    }

    @Test
    void saysWhatIsMissingForAMode() {
        assertThatThrownBy(() -> choose(mode("clientSecret"), NOTHING))
                .hasMessageContaining("<password> of the server 'contoso-test'")
                .hasMessageContaining("AZURE_CLIENT_SECRET");
        assertThatThrownBy(() -> choose(mode("certificate"), NOTHING)).hasMessageContaining("<privateKey>");
        assertThatThrownBy(() -> choose(mode("workloadIdentity"), NOTHING))
                .hasMessageContaining("AZURE_FEDERATED_TOKEN_FILE")
                .hasMessageContaining("SYSTEM_ACCESSTOKEN");
        assertThatThrownBy(() -> choose(mode("token"), NOTHING)).hasMessageContaining("DATAVERSE_ACCESS_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClientSecret", "password", "", "AUTO"})
    void refusesModesThatAreNone(String mode) {
        assertThatThrownBy(() -> choose(mode(mode), NOTHING))
                .hasMessageContaining("'" + mode + "'")
                .hasMessageContaining(
                        "clientSecret, certificate, workloadIdentity, managedIdentity, azureCli or token");
    }
}
