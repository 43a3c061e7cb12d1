package io.github.solutionalm.mojo.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.mojo.Parameters;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.Test;

class DataverseTargetsTest {

    private static final Path BASE = Path.of("project").toAbsolutePath();
    private static final String URL = "https://contoso-test.crm4.dynamics.com";

    private final TestBuild test = new TestBuild(BASE, true);
    private final RecordingLog log = new RecordingLog();

    @Test
    void theUrlIsTheRootOfTheEnvironment() throws Exception {
        DataverseTarget target = target(Map.of(), "https://Contoso-Test.crm4.dynamics.com/api/data/v9.2/");

        assertThat(target.id()).isEqualTo(new EnvironmentId(URL, "dataverse", URL));
        assertThat(target.settings().userAgent()).isEqualTo("solution-maven-plugin/1");
        assertThat(target.settings().jobDirectory()).isEqualTo(BASE.resolve("jobs"));
    }

    @Test
    void aUrlThatIsNoEnvironmentSaysWhyWithoutItsPassword() {
        assertThatThrownBy(() -> target(Map.of(), "https://user:s3cret@contoso.example"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<serverId>")
                .hasMessageNotContaining("s3cret");
        assertThat(Parameters.environment(Map.of("url", "https://user:s3cret@contoso.example"))
                        .id())
                .isEqualTo("https://contoso.example");
    }

    @Test
    void theServerGivesWhatThePomDoesNotSay() throws Exception {
        server();

        DataverseTarget target = target(Map.of("serverId", "contoso", "tenantId", "pom"), URL);

        assertThat(target.settings().authentication().clientId()).contains("user");
        assertThat(target.settings().authentication().tenantId()).contains("pom");
        assertThat(target.settings().authentication().clientSecret().map(Secret::reveal))
                .contains("s3cret of contoso");
        assertThat(target.settings().authentication().certificate()).contains(BASE.resolve("keys/contoso.pfx"));
        assertThat(target.settings().authentication().serverId()).contains("contoso");
        assertThat(target.toString()).doesNotContain("s3cret");
    }

    @Test
    void propertiesGoBeforeThePom() throws Exception {
        DataverseTarget target = target(
                new SignInParameters(Map.of("clientId", "property", "authentication", "azureCli")),
                Map.of("clientId", "pom", "tenantId", "pom"),
                URL);

        assertThat(target.settings().authentication().clientId()).contains("property");
        assertThat(target.settings().authentication().tenantId()).contains("pom");
        assertThat(target.settings().authentication().authentication()).contains("azureCli");
    }

    @Test
    void theConsoleSaysWhichEnvironmentAndWhichCredentials() throws Exception {
        server();

        target(Map.of("id", "contoso-test", "serverId", "contoso", "authentication", "clientSecret"), URL)
                .announce(log.printout());

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Environment  contoso-test, Dataverse, " + URL,
                        "[INFO] Credentials  clientSecret, since <authentication> is clientSecret");
    }

    @Test
    void credentialsMayComeFromEnvironmentVariables() throws Exception {
        Properties system = new Properties();
        system.setProperty("env.AZURE_CLIENT_ID", "client");
        system.setProperty("env.AZURE_CLIENT_SECRET", "s3cret");
        test.request.setSystemProperties(system);

        target(Map.of(), URL).announce(log.printout());

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Environment  Dataverse, " + URL,
                        "[INFO] Credentials  clientSecret, since AZURE_CLIENT_SECRET is set");
    }

    @Test
    void anUnknownModeAndMissingCredentialsAreRefused() {
        assertThatThrownBy(
                        () -> target(Map.of("authentication", "password"), URL).announce(log.printout()))
                .hasMessageContaining("'password'")
                .hasMessageContaining("clientSecret");
        assertThatThrownBy(() -> target(Map.of(), URL).announce(log.printout())).hasMessageContaining("no credentials");
    }

    @Test
    void aTokenInThePlaceOfItsVariableIsNotShown() {
        assertThatThrownBy(() -> target(Map.of("tokenVariable", "eyJ0eXAi.eyJhdWQi.sig"), URL))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<tokenVariable>")
                .hasMessageNotContaining("eyJ");
    }

    @Test
    void offlineOnlyThisMachineIsReached() throws Exception {
        test.request.setOffline(true);

        assertThatThrownBy(() -> target(Map.of("id", "test"), URL))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("offline (-o")
                .hasMessageContaining("'test' (" + URL + ")");
        assertThat(target(Map.of(), "http://localhost:8080").id().url()).isEqualTo("http://localhost:8080");
    }

    @Test
    void whatIsForEmbeddedEnvironmentsIsRefused() throws Exception {
        assertThatThrownBy(() -> target(Map.of("languages", List.of(1033)), URL))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<languages>");
        assertThatThrownBy(() -> target(Map.of("blockUnmanagedCustomizations", "true"), URL))
                .hasMessageContaining("<blockUnmanagedCustomizations>");
    }

    private void server() {
        Server server = new Server();
        server.setId("contoso");
        server.setUsername("user");
        server.setPassword("{s3cret of contoso}");
        server.setPrivateKey("keys/contoso.pfx");
        test.request.addServer(server);
    }

    private DataverseTarget target(Map<String, Object> said, String url) throws MojoExecutionException {
        return target(SignInParameters.NONE, said, url);
    }

    private DataverseTarget target(SignInParameters properties, Map<String, Object> said, String url)
            throws MojoExecutionException {
        return (DataverseTarget) new DataverseTargets(
                        test.build,
                        properties,
                        "solution-maven-plugin/1",
                        true,
                        BASE.resolve("jobs"),
                        CaptureOptions.DEFAULTS,
                        List.of())
                .target(Parameters.environment(said, url));
    }
}
