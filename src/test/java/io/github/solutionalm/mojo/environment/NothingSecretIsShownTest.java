package io.github.solutionalm.mojo.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.RecordedLog;
import io.github.solutionalm.mojo.Parameters;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that fails in the end, with secrets from settings.xml and from environment variables, in an environment that echoes
 * what it is sent: what {@code mvn -X} prints of it (console, logs of all libraries, the exception with its causes, beans)
 * holds nothing secret, in any mode that has secrets.
 */
class NothingSecretIsShownTest {

    private static final String PASSWORD = "s3cret-password-0123";
    private static final String CIPHERTEXT = "{" + PASSWORD + "}";
    private static final String PASSPHRASE = "s3cret-passphrase-0123";
    private static final String JOB_TOKEN = "s3cret-job-token-0123";
    private static final String FEDERATED = "s3cret-federated-0123";
    private static final String TOKEN = "s3cret-access-token-0123";

    private final Loopback environment = new Loopback();
    private final Loopback entra = new Loopback();
    private final Properties variables = new Properties();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws Exception {
        environment.then(exchange -> {
            String sent = String.valueOf(exchange.getRequestHeaders().get("Authorization"));
            Loopback.Reply reply = sent.equals("null")
                    ? Loopback.reply(
                            401,
                            "",
                            "WWW-Authenticate",
                            "Bearer authorization_uri=" + entra.url() + "/tenant/oauth2/authorize, resource_id="
                                    + environment.url())
                    : Loopback.reply(
                            403, "{\"error\":{\"code\":\"0x80040220\",\"message\":\"You sent " + sent + "\"}}");
            reply.to(exchange);
        });
        entra.then(exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer = path.equals("/github")
                    ? "{\"value\":\"" + FEDERATED + "\"}"
                    : path.equals("/pipelines")
                            ? "{\"oidcToken\":\"" + FEDERATED + "\"}"
                            : "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"" + TOKEN + "\"}";
            Loopback.reply(200, answer).to(exchange);
        });
    }

    @AfterEach
    void stop() {
        environment.close();
        entra.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "clientSecret"})
    void aClientSecret(String mode) throws Exception {
        assertThat(shown(mode)).contains("clientSecret, since").contains("0x80040220");
    }

    @Test
    void aCertificate() throws Exception {
        Files.writeString(folder.resolve("contoso.pfx"), "not a certificate, opened with " + PASSPHRASE);
        assertThat(shown("certificate")).contains("certificate, since").contains("contoso.pfx cannot be used");
    }

    @Test
    void aFederatedTokenOfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), FEDERATED);
        set("AZURE_FEDERATED_TOKEN_FILE", file.toString());
        assertThat(shown("workloadIdentity"))
                .contains("workloadIdentity, since")
                .contains("0x80040220");
    }

    @Test
    void aFederatedTokenOfGitHub() throws Exception {
        set("ACTIONS_ID_TOKEN_REQUEST_URL", entra.url() + "/github?api-version=2");
        set("ACTIONS_ID_TOKEN_REQUEST_TOKEN", JOB_TOKEN);
        assertThat(shown("workloadIdentity")).contains("0x80040220");
    }

    @Test
    void aFederatedTokenOfAzureDevOps() throws Exception {
        set("SYSTEM_OIDCREQUESTURI", entra.url() + "/pipelines");
        set("SYSTEM_ACCESSTOKEN", JOB_TOKEN);
        set("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID", "connection");
        assertThat(shown("workloadIdentity")).contains("0x80040220");
    }

    @Test
    void anAccessToken() throws Exception {
        set("DATAVERSE_ACCESS_TOKEN", TOKEN);
        assertThat(shown("token")).contains("token, since").contains("0x80040220");
    }

    @Test
    void aTokenThatIsEchoedInNamesOfAList() throws Exception {
        environment.close();
        try (Loopback echo = new Loopback()) {
            echo.then(exchange -> {
                String sent = exchange.getRequestHeaders().getFirst("Authorization");
                String base64 = Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8));
                String hex = HexFormat.of().formatHex(sent.getBytes(StandardCharsets.UTF_8));
                String url = sent.replace("-", "%2d");
                String html = sent.replace("-", "&#x2D;");
                String json = sent.replace("-", "\\u002d");
                Loopback.reply(
                                200,
                                "{\"value\":[{\"solutionid\":\"00000000-0000-0000-0000-000000000001\",\"uniquename\":\"A\","
                                        + "\"version\":\"1.0\",\"ismanaged\":true,\"friendlyname\":\""
                                        + String.join(" ", sent, base64, hex, url, html, json) + "\"}]}")
                        .to(exchange);
            });
            set("DATAVERSE_ACCESS_TOKEN", TOKEN);
            TestBuild test = new TestBuild(folder, true);
            test.request.setSystemProperties(variables);
            EnvironmentParameter declared = Parameters.environment(Map.of("authentication", "token"), echo.url());
            Target target = new DataverseTargets(
                            test.build,
                            SignInParameters.NONE,
                            "plugin",
                            true,
                            folder,
                            CaptureOptions.DEFAULTS,
                            List.of())
                    .target(declared);
            try (SolutionEnvironment opened = target.open(new RecordingLog().printout())) {
                assertThat(opened.list(false).solutions()).singleElement().satisfies(solution -> assertThat(
                                solution.friendlyName())
                        .startsWith("Bearer *** ")
                        .doesNotContain("s3cret", "%2d", "&#x2D;")
                        .hasSizeLessThan(100));
            }
        }
    }

    /** What a run shows; its secrets are looked for here. */
    private String shown(String mode) throws Exception {
        TestBuild test = new TestBuild(folder, true);
        test.request.setSystemProperties(variables);
        test.request.addServer(server(!mode.equals("workloadIdentity")));
        EnvironmentParameter declared =
                Parameters.environment(Map.of("serverId", "contoso", "authentication", mode), environment.url());
        RecordingLog console = new RecordingLog();
        StringWriter shown = new StringWriter();
        try (RecordedLog log = new RecordedLog()) {
            Target target = new DataverseTargets(
                            test.build,
                            SignInParameters.NONE,
                            "plugin",
                            true,
                            folder,
                            CaptureOptions.DEFAULTS,
                            List.of())
                    .target(declared);
            Throwable failure = catchThrowable(() -> list(target, console));
            assertThat(failure).isNotNull();
            failure.printStackTrace(new PrintWriter(shown));
            shown.append(log.text()).append(target.toString()).append(declared.toString());
        }
        console.lines().forEach(line -> shown.append(line).append('\n'));
        assertThat(shown.toString())
                .doesNotContain(PASSWORD, CIPHERTEXT, PASSPHRASE, JOB_TOKEN, FEDERATED, TOKEN)
                .doesNotContain("s3cret");
        return shown.toString();
    }

    private static void list(Target target, RecordingLog console) throws Exception {
        target.announce(console.printout());
        try (SolutionEnvironment opened = target.open(console.printout())) {
            opened.list(false);
        }
    }

    private Server server(boolean withSecrets) {
        Server server = new Server();
        server.setId("contoso");
        server.setUsername("client");
        if (withSecrets) {
            server.setPassword(CIPHERTEXT);
            server.setPassphrase(PASSPHRASE);
        }
        if (Files.exists(folder.resolve("contoso.pfx"))) {
            server.setPrivateKey("contoso.pfx");
        }
        return server;
    }

    private void set(String variable, String value) {
        variables.setProperty("env." + variable, value);
    }
}
