package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.auth.Credentials.Issuer;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens in every mode: what is asked of whom, how long they are kept, and what a refusal says. */
class SignInTest {

    private final SignInFixture fixture = new SignInFixture();
    private final Loopback entra = fixture.entra;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void entraGives() {
        entra.then(200, SignInFixture.tokenAnswer(SignInFixture.TOKEN, 3_600));
    }

    @Test
    void asksTheTenantThatTheEnvironmentNamesForItsScope() throws Exception {
        entraGives();

        assertThat(fixture.token(SignInFixture.secret())).isEqualTo(SignInFixture.TOKEN);

        assertThat(entra.requests()).hasSize(1);
        assertThat(entra.lastRequest().target()).isEqualTo("/contoso-tenant/oauth2/v2.0/token");
        assertThat(entra.lastRequest().body())
                .contains("grant_type=client_credentials")
                .contains("client_id=client-1")
                .contains("client_secret=client-secret%7E0123456789")
                .contains("http%3A%2F%2F127.0.0.1%3A" + fixture.environment.port() + "%2F.default");
        assertThat(fixture.environment.lastRequest().header("Authorization")).isEmpty();
    }

    @Test
    void asksTheTenantThatIsConfigured() throws Exception {
        entraGives();

        fixture.token(
                new Credentials.ClientSecret(Optional.of("other-tenant"), "client-1", Secret.of(SignInFixture.SECRET)));

        assertThat(entra.lastRequest().target()).isEqualTo("/other-tenant/oauth2/v2.0/token");
    }

    @Test
    void signsWithACertificateOfEitherForm() throws Exception {
        entraGives();
        Path pfx = SignInFixture.pfx(folder, "-2d", 10);

        assertThat(fixture.token(SignInFixture.certificate(pfx, Optional.of(SignInFixture.PASSWORD))))
                .isEqualTo(SignInFixture.TOKEN);
        assertThat(fixture.token(SignInFixture.certificate(SignInFixture.pem(folder), Optional.empty())))
                .isEqualTo(SignInFixture.TOKEN);

        assertThat(entra.requests()).allMatch(request -> request.body().contains("client_assertion=eyJ"));
    }

    @Test
    void sendsAFederatedTokenFromAFile() throws Exception {
        entraGives();
        Path file = Files.writeString(folder.resolve("token"), SignInFixture.FEDERATED + "\n");

        assertThat(fixture.token(SignInFixture.workload(new Issuer.TokenFile(file))))
                .isEqualTo(SignInFixture.TOKEN);

        assertThat(entra.lastRequest().body()).contains("client_assertion=" + SignInFixture.FEDERATED);
    }

    @Test
    void sendsGitHubsToken() throws Exception {
        entra.then(200, "{\"value\":\"" + SignInFixture.FEDERATED + "\"}");
        entraGives();

        assertThat(fixture.token(fixture.gitHub())).isEqualTo(SignInFixture.TOKEN);

        Loopback.Request asked = entra.requests().get(0);
        assertThat(asked.target()).isEqualTo("/github?api-version=2&audience=api%3A%2F%2FAzureADTokenExchange");
        assertThat(asked.header("Authorization")).contains("Bearer " + SignInFixture.CI_TOKEN);
        assertThat(entra.lastRequest().body()).contains("client_assertion=" + SignInFixture.FEDERATED);
    }

    @Test
    void sendsAzureDevOpsToken() throws Exception {
        entra.then(200, "{\"oidcToken\":\"" + SignInFixture.FEDERATED + "\"}");
        entraGives();

        assertThat(fixture.token(fixture.azureDevOps())).isEqualTo(SignInFixture.TOKEN);

        Loopback.Request asked = entra.requests().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.target()).isEqualTo("/oidctoken?api-version=7.1&serviceConnectionId=connection-1");
        assertThat(asked.header("Authorization")).contains("Bearer " + SignInFixture.CI_TOKEN);
    }

    @Test
    void asksTheMachineForItsManagedIdentity() throws Exception {
        entraGives();

        assertThat(fixture.token(new Credentials.ManagedIdentity(Optional.of("identity-1"))))
                .isEqualTo(SignInFixture.TOKEN);

        assertThat(entra.lastRequest().target())
                .startsWith("/metadata/identity/oauth2/token")
                .contains("client_id=identity-1");
        assertThat(entra.lastRequest().header("Metadata")).contains("true");
    }

    @Test
    void takesATokenAsItIs() throws Exception {
        SignIn signIn = fixture.signIn(new Credentials.Token("MY_TOKEN", Secret.of(SignInFixture.TOKEN)));

        Secret token = signIn.current(fixture.deadline());

        assertThat(token.reveal()).isEqualTo(SignInFixture.TOKEN);
        assertThat(signIn.refused(token)).isFalse();
        assertThat(fixture.environment.requests()).isEmpty();
    }

    @Test
    void keepsATokenUntilMinutesBeforeItsEnd() throws Exception {
        entra.then(200, SignInFixture.tokenAnswer("first-token-0123456789", 3_600))
                .then(200, SignInFixture.tokenAnswer("second-token-0123456789", 3_600));
        SignIn signIn = fixture.signIn(SignInFixture.secret());

        String first = signIn.current(fixture.deadline()).reveal();
        fixture.later = Duration.ofMinutes(54);
        String kept = signIn.current(fixture.deadline()).reveal();
        fixture.later = Duration.ofMinutes(56);
        String second = signIn.current(fixture.deadline()).reveal();

        assertThat(kept).isEqualTo(first).isEqualTo("first-token-0123456789");
        assertThat(second).isEqualTo("second-token-0123456789");
    }

    @Test
    void getsANewOneAfterARefusal() throws Exception {
        entra.then(200, SignInFixture.tokenAnswer("first-token-0123456789", 3_600))
                .then(200, SignInFixture.tokenAnswer("second-token-0123456789", 3_600));
        SignIn signIn = fixture.signIn(SignInFixture.secret());
        Secret first = signIn.current(fixture.deadline());

        assertThat(signIn.refused(first)).isTrue();
        Secret second = signIn.current(fixture.deadline());
        signIn.refused(first);

        assertThat(second.reveal()).isEqualTo("second-token-0123456789");
        assertThat(signIn.current(fixture.deadline())).isSameAs(second);
    }

    @Test
    void getsANewOneOfAManagedIdentityTooWhichIsKeptByTheWholeProcess() throws Exception {
        entra.then(200, SignInFixture.tokenAnswer("first-token-0123456789", 3_600))
                .then(200, SignInFixture.tokenAnswer("second-token-0123456789", 3_600));
        SignIn signIn = fixture.signIn(new Credentials.ManagedIdentity(Optional.of("refused-identity")));

        signIn.refused(signIn.current(fixture.deadline()));

        assertThat(signIn.current(fixture.deadline()).reveal()).isEqualTo("second-token-0123456789");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AADSTS7000215: Invalid client secret provided. | The client secret is wrong",
                "AADSTS7000222: The provided client secret keys are expired. | Create a new one",
                "AADSTS700016: Application with identifier 'x' was not found. | <environment><clientId>",
                "AADSTS90002: Tenant 'x' not found. | <environment><tenantId>",
                "AADSTS700027: The certificate is not registered. | Upload it",
                "AADSTS53003: Blocked by conditional access. | conditional access policy",
            })
    void saysWhatToDoAboutARefusal(String said, String fix) {
        entra.then(
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"" + said
                        + " Trace ID: 1\",\"error_codes\":[1]}");

        WebApiException e = fixture.failure(SignInFixture.secret());

        assertThat(e.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(e)
                .hasMessageStartingWith(
                        "Tried to get an access token for " + fixture.environment.url() + " by clientSecret")
                .hasMessageContaining(said.split(":")[0])
                .hasMessageContaining(fix)
                .message()
                .doesNotContain(SignInFixture.SECRET);
        assertThat(entra.requests()).hasSize(1);
    }

    @Test
    void takesAnOverloadedEntraForSomethingThatPasses() {
        entra.then(503, "busy");

        WebApiException e = fixture.failure(SignInFixture.secret());

        assertThat(e.failure().passing()).isTrue();
        assertThat(e.certainlyNotAccepted()).isTrue();
        assertThat(entra.requests()).hasSize(1);
    }

    @Test
    void saysThatAMachineHasNoManagedIdentity() {
        entra.then(400, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");

        assertThat(fixture.failure(new Credentials.ManagedIdentity(Optional.of("identity-2"))))
                .hasMessageContaining("Identity not found")
                .hasMessageContaining("managed identity");
    }

    @Test
    void saysThatGitHubGivesNoToken() {
        entra.then(403, "{}");

        assertThat(fixture.failure(fixture.gitHub())).hasMessageContaining("id-token: write");
    }

    @Test
    void sendsNoSecretToAHostThatIsNotMicrosofts() {
        try (Loopback odd = new Loopback()) {
            for (String authority : new String[] {"https://login.evil.example", "http://login.microsoftonline.com"}) {
                odd.then(401, "", "WWW-Authenticate", "Bearer authorization_uri=" + authority + "/t/oauth2/authorize");
            }
            fixture.environment.close();
            for (int i = 0; i < 2; i++) {
                WebApiException e = catchThrowableOfType(WebApiException.class, () -> new SignIn(
                                DataverseUrl.parse(odd.url()),
                                SignInFixture.secret(),
                                Transport.of(Optional.empty(), fixture.clock, fixture.redaction))
                        .current(fixture.deadline()));
                assertThat(e).hasMessageContaining("not a Microsoft sign-in host");
            }
        }
    }

    @Test
    void tellsAUrlThatIsNoEnvironment() {
        try (Loopback web = new Loopback()) {
            web.then(200, "<html>", "Content-Type", "text/html");
            WebApiException e = catchThrowableOfType(WebApiException.class, () -> new SignIn(
                            DataverseUrl.parse(web.url()),
                            SignInFixture.secret(),
                            Transport.of(Optional.empty(), fixture.clock, fixture.redaction))
                    .current(fixture.deadline()));

            assertThat(e.kind()).isEqualTo(Kind.NOT_DATAVERSE);
            assertThat(e).hasMessageContaining("does not answer like a Dataverse environment (HTTP 200");
        }
    }
}
