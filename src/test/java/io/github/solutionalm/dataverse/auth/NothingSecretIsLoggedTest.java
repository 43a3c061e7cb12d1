package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.RecordedLog;
import io.github.solutionalm.dataverse.auth.Credentials.Issuer;
import io.github.solutionalm.dataverse.http.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over all modes, signing in and being refused: what every library logs at every level (as {@code mvn -X} shows it), and what
 * our exceptions say with all their causes, holds nothing secret; even when the other side echoes what it got.
 */
class NothingSecretIsLoggedTest {

    private static final List<String> SECRETS = List.of(
            SignInFixture.SECRET,
            SignInFixture.PASSWORD,
            SignInFixture.FEDERATED,
            SignInFixture.CI_TOKEN,
            SignInFixture.TOKEN);

    private final SignInFixture fixture = new SignInFixture();
    private final Loopback entra = fixture.entra;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private List<Credentials> modes() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), SignInFixture.FEDERATED);
        Path pfx = SignInFixture.pfx(folder, "-3d", 10);
        return List.of(
                SignInFixture.secret(),
                SignInFixture.certificate(pfx, Optional.of(SignInFixture.PASSWORD)),
                SignInFixture.certificate(SignInFixture.pem(folder), Optional.empty()),
                SignInFixture.workload(new Issuer.TokenFile(file)),
                fixture.gitHub(),
                fixture.azureDevOps(),
                new Credentials.ManagedIdentity(Optional.of("logged-identity")),
                new Credentials.Token("MY_TOKEN", Secret.of(SignInFixture.TOKEN)));
    }

    @Test
    void whenTokensAreGiven() throws Exception {
        List<Credentials> modes = modes();
        entra.then(exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer = path.equals("/github")
                    ? "{\"value\":\"" + SignInFixture.FEDERATED + "\"}"
                    : path.equals("/oidctoken")
                            ? "{\"oidcToken\":\"" + SignInFixture.FEDERATED + "\"}"
                            : SignInFixture.tokenAnswer(SignInFixture.TOKEN, 3_600);
            Loopback.reply(200, answer).to(exchange);
        });
        try (RecordedLog log = new RecordedLog()) {
            for (Credentials mode : modes) {
                assertThat(fixture.token(mode)).as(mode.mode()).isEqualTo(SignInFixture.TOKEN);
            }

            assertThat(log.text()).as("the libraries log").contains("msal4j");
            // What the libraries tell of managed identities cannot be helped.
            assertThat(log.text()
                            .lines()
                            .filter(line -> line.matches("(INFO|WARN|ERROR)\\b.*"))
                            .filter(line -> !line.matches("(?i).*(managed ?identity|Correlation ID: null).*")))
                    .as("shown in every build's log, without -X")
                    .isEmpty();
            holdsNothingSecret(log.text());
            holdsNothingSecret(modes.toString());
        }
    }

    @Test
    void whenTheyAreRefusedWithAnEchoOfTheRequest() throws Exception {
        List<Credentials> modes = new ArrayList<>(modes());
        modes.removeIf(mode -> mode instanceof Credentials.Token);
        entra.then(exchange -> {
            String sent = entra.lastRequest().body() + " "
                    + entra.lastRequest().header("Authorization").orElse("") + " " + SignInFixture.SECRET;
            String escaped = sent.replace("\"", "'");
            Loopback.reply(
                            400,
                            "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS50027: bad: " + escaped
                                    + "\"}")
                    .to(exchange);
        });
        try (RecordedLog log = new RecordedLog()) {
            // The fixture's secrets are the refused ones of every mode.
            fixture.redaction.hide(Secret.of(SignInFixture.SECRET));
            for (Credentials mode : modes) {
                StringWriter trace = new StringWriter();
                fixture.failure(mode).printStackTrace(new PrintWriter(trace));

                holdsNothingSecret(trace.toString());
            }

            holdsNothingSecret(log.text());
            assertThat(log.text().lines().filter(line -> line.startsWith("WARN") || line.startsWith("ERROR")))
                    .as("shown in every build's log, without -X")
                    .isEmpty();
        }
    }

    private static void holdsNothingSecret(String text) {
        for (String secret : SECRETS) {
            String base64 =
                    Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(text).doesNotContain(secret, base64, secret.replace("~", "%7E"));
        }
        // A signed assertion of our own making.
        assertThat(text).doesNotContainPattern("eyJ[A-Za-z0-9_-]{20,}\\.");
    }
}
