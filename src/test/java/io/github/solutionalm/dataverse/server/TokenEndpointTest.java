package io.github.solutionalm.dataverse.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a secret, with a certificate, and with the assertion of another provider. */
class TokenEndpointTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private DataverseServer server;
    private Certificate certificate;

    @BeforeEach
    void start() throws Exception {
        certificate = Certificate.of("application", folder);
        ServerSettings settings = ServerSettings.in(folder.resolve("server"));
        server = DataverseServer.start(settings.clock(new MovableClock(now))
                .tokenLifetime(Duration.ofMinutes(5))
                .application(settings.application()
                        .expiredSecret("0ld~secret")
                        .certificate(certificate.certificate())
                        .federated("token-of-the-pipeline")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isFoundByTheChallengeAndItsDiscovery() throws Exception {
        HttpResponse<String> challenge = get(server.url() + "/api/data/v9.2/WhoAmI");
        assertThat(challenge.statusCode()).isEqualTo(401);
        String header = challenge.headers().firstValue("WWW-Authenticate").orElseThrow();
        String authorization = header.replaceFirst(".*authorization_uri=([^,]*),.*", "$1");
        String tenant = authorization.replace("/oauth2/authorize", "");

        JsonNode configuration = json(get(tenant + "/v2.0/.well-known/openid-configuration"), 200);
        assertThat(configuration.path("token_endpoint").asText()).isEqualTo(tenant + "/oauth2/v2.0/token");
        assertThat(json(get(server.authority() + "/common/discovery/instance?api-version=1.1"), 200)
                        .path("metadata"))
                .isNotEmpty();
        assertThat(json(get(server.authority() + "/elsewhere/v2.0/.well-known/openid-configuration"), 400)
                        .path("error_description")
                        .asText())
                .startsWith("AADSTS90002");
    }

    @Test
    void givesATokenForASecretUntilItExpires() throws Exception {
        JsonNode answer = json(signIn(secret(ServerSettings.SECRET)), 200);
        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(300);
        String token = answer.path("access_token").asText();

        assertThat(whoAmI(token).statusCode()).isEqualTo(200);
        now.updateAndGet(at -> at.plusSeconds(301));
        HttpResponse<String> expired = whoAmI(token);
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(expired.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
        assertThat(whoAmI("something").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWrongSecretsClientsScopesAndGrants() throws Exception {
        assertRefused(secret("guess"), 401, "invalid_client", 7000215);
        assertRefused(secret("0ld~secret"), 401, "invalid_client", 7000222);
        assertRefused(secret(""), 401, "invalid_client", 7000218);
        assertRefused(with("client_id", "somebody"), 400, "unauthorized_client", 700016);
        assertRefused(with("scope", "https://elsewhere.example/.default"), 400, "invalid_resource", 500011);
        assertRefused(with("scope", server.url() + "/user_impersonation"), 400, "invalid_scope", 1002012);
        assertRefused(with("grant_type", "password"), 400, "unsupported_grant_type", 70003);
    }

    @Test
    void givesATokenForASignedAssertion() throws Exception {
        String url = server.authority() + "/" + ServerSettings.TENANT + "/oauth2/v2.0/token";
        for (String algorithm : new String[] {"PS256", "RS256"}) {
            json(signIn(assertion(certificate.assertion(algorithm, ServerSettings.CLIENT_ID, url, now.get()))), 200);
        }
        json(signIn(assertion("token-of-the-pipeline")), 200);

        Certificate other = Certificate.of("other", folder);
        assertRefused(
                assertion(other.assertion("PS256", ServerSettings.CLIENT_ID, url, now.get())),
                401,
                "invalid_client",
                700027);
        assertRefused(
                assertion(certificate.assertion(
                        "PS256", ServerSettings.CLIENT_ID, url, now.get().minusSeconds(3600))),
                401,
                "invalid_client",
                700024);
        assertRefused(assertion("no.token"), 400, "invalid_request", 50027);
    }

    @Test
    void recordsNoSecret() throws Exception {
        String token = json(signIn(secret(ServerSettings.SECRET)), 200)
                .path("access_token")
                .asText();
        whoAmI(token);
        assertThat(server.requests().toString()).doesNotContain(token).doesNotContain(ServerSettings.SECRET);
        assertThat(server.requests()).extracting(ServedRequest::call).containsExactly("token", "WhoAmI");
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", ServerSettings.CLIENT_ID);
        form.put("scope", server.url() + "/.default");
        form.put("grant_type", "client_credentials");
        form.put("client_secret", ServerSettings.SECRET);
        form.put(name, value);
        return form;
    }

    private Map<String, String> secret(String secret) {
        return with("client_secret", secret);
    }

    private Map<String, String> assertion(String assertion) {
        Map<String, String> form = with("client_assertion", assertion);
        form.remove("client_secret");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        return form;
    }

    private HttpResponse<String> signIn(Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI url = URI.create(server.authority() + "/" + ServerSettings.TENANT + "/oauth2/v2.0/token");
        return http.send(
                java.net.http.HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> whoAmI(String token) throws Exception {
        URI url = URI.create(server.url() + "/api/data/v9.2/WhoAmI");
        return http.send(
                java.net.http.HttpRequest.newBuilder(url)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(java.net.http.HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private void assertRefused(Map<String, String> form, int status, String error, int number) throws Exception {
        JsonNode answer = json(signIn(form), status);
        assertThat(answer.path("error").asText()).isEqualTo(error);
        assertThat(answer.path("error_codes").path(0).asInt()).isEqualTo(number);
        assertThat(answer.path("error_description").asText()).startsWith("AADSTS" + number + ": ");
        assertThat(answer.path("trace_id").asText()).isNotEmpty();
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    /** A clock that goes when it is told to. */
    private static final class MovableClock extends Clock {
        private final AtomicReference<Instant> now;

        MovableClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
