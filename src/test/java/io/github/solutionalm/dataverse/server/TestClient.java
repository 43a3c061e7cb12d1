package io.github.solutionalm.dataverse.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Asks a server as plainly as can be: one request, one answer, no second try. */
final class TestClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final DataverseServer server;
    private String token;

    TestClient(DataverseServer server) {
        this.server = server;
        this.token = server.token();
        this.http = client(server);
    }

    private static HttpClient client(DataverseServer server) {
        HttpClient.Builder client = HttpClient.newBuilder();
        try {
            return (server.settings().tls() ? client.sslContext(server.trust().tls()) : client).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void signInAgain() {
        token = server.token();
    }

    HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : server.url() + "/api/data/v9.2/" + path))
                .timeout(Duration.ofHours(1))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json; charset=utf-8")
                    .method(method, BodyPublishers.ofString(body));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask("GET", path, "");
    }

    /** The answer to what must succeed. */
    JsonNode json(String path) throws IOException, InterruptedException {
        return body(get(path), 200);
    }

    JsonNode post(String action, String body) throws IOException, InterruptedException {
        return body(ask("POST", action, body), 200);
    }

    static JsonNode body(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    /** Code and message of a refusal. */
    static String error(HttpResponse<String> response, int status) throws IOException {
        JsonNode error = body(response, status).path("error");
        return error.path("code").asText() + " " + error.path("message").asText();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String importing(Path file, UUID job, String more) throws IOException {
        return """
                {"OverwriteUnmanagedCustomizations":false,"PublishWorkflows":true,"ImportJobId":"%s",\
                "CustomizationFile":"%s"%s}"""
                .formatted(job, Base64.getEncoder().encodeToString(Files.readAllBytes(file)), more);
    }

    static String staging(Path file) throws IOException {
        return "{\"CustomizationFile\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
    }

    /** Polls until the operation of a started action has ended. */
    JsonNode ended(JsonNode started) throws IOException, InterruptedException {
        String path = "asyncoperations(" + started.path("AsyncOperationId").asText() + ")";
        JsonNode row = json(path);
        for (int i = 0; i < 200 && row.path("statecode").asInt() != 3; i++) {
            row = json(path);
        }
        assertThat(row.path("statecode").asInt()).isEqualTo(3);
        return row;
    }

    /** Imports what must succeed. */
    UUID imported(Path file, String more) throws IOException, InterruptedException {
        UUID job = UUID.randomUUID();
        JsonNode row = ended(post("ImportSolutionAsync", importing(file, job, more)));
        assertThat(row.path("statuscode").asInt()).as(row.toString()).isEqualTo(30);
        return job;
    }
}
