package io.github.solutionalm.dataverse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.auth.Credentials.Issuer;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Limits;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import io.github.solutionalm.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;

/**
 * Gets the token of another issuer that Entra ID trusts. Such tokens live for minutes, so each sign-in gets a new one.
 *
 * @param transport sends the request to the issuer
 */
record FederatedToken(Transport transport) {

    /** The audience of the token that Entra ID's federated credentials expect. */
    private static final String AUDIENCE = "api%3A%2F%2FAzureADTokenExchange";

    Secret of(Issuer issuer, Deadline deadline) throws SolutionException {
        Secret token = issuer instanceof Issuer.TokenFile file
                ? read(file)
                : issuer instanceof Issuer.GitHub github
                        ? gitHub(github, deadline)
                        : azureDevOps((Issuer.AzureDevOps) issuer, deadline);
        return transport.redaction().hide(token);
    }

    private static Secret read(Issuer.TokenFile issuer) throws SolutionException {
        try {
            String token = Files.readString(issuer.file()).strip();
            if (token.isEmpty()) {
                throw new SolutionException(
                        "The token file " + issuer.file() + " (AZURE_FEDERATED_TOKEN_FILE) is empty.");
            }
            return Secret.of(token);
        } catch (IOException e) {
            throw new SolutionException(
                    "The token file " + issuer.file() + " (AZURE_FEDERATED_TOKEN_FILE) can't be read: "
                            + e.getClass().getSimpleName() + ". Check the path and its permissions.",
                    e);
        }
    }

    private Secret gitHub(Issuer.GitHub issuer, Deadline deadline) throws SolutionException {
        String separator = issuer.requestUrl().getRawQuery() == null ? "?" : "&";
        HttpRequest.Builder request =
                request(issuer.requestUrl(), separator + "audience=" + AUDIENCE, issuer.requestToken());
        return ask("ask GitHub for an id token", request, "value", deadline);
    }

    private Secret azureDevOps(Issuer.AzureDevOps issuer, Deadline deadline) throws SolutionException {
        String query = "?api-version=7.1&serviceConnectionId=" + issuer.serviceConnectionId();
        HttpRequest.Builder request = request(issuer.requestUri(), query, issuer.accessToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody());
        return ask("ask Azure DevOps for an id token", request, "oidcToken", deadline);
    }

    private static HttpRequest.Builder request(URI url, String query, Secret token) throws SolutionException {
        boolean encrypted = "https".equalsIgnoreCase(url.getScheme()) || DataverseUrl.isLoopback(url.getHost());
        if (!encrypted) {
            throw new SolutionException(
                    "The address for id tokens of this pipeline is not encrypted; nothing was sent there.");
        }
        try {
            return HttpRequest.newBuilder(URI.create(url + query))
                    .header("Authorization", "Bearer " + token.reveal())
                    .header("Accept", "application/json");
        } catch (IllegalArgumentException e) {
            throw new SolutionException("The service connection id or a pipeline variable is invalid.");
        }
    }

    private Secret ask(String description, HttpRequest.Builder request, String property, Deadline deadline)
            throws SolutionException {
        Limits limits = new Limits(Duration.ofSeconds(60), 1024 * 1024, deadline);
        return transport.send(description, request, limits, answer -> Secret.of(value(answer, property)));
    }

    private static String value(Answer answer, String property) throws IOException {
        if (answer.status() != 200) {
            throw new UnreadableAnswer("the pipeline returned no id token, HTTP " + answer.status()
                    + ": check the permissions of the job (GitHub: 'id-token: write') or the service connection");
        }
        JsonNode token = answer.secretJson().path(property);
        if (!token.isTextual() || token.textValue().isBlank()) {
            throw new UnreadableAnswer("the answer has no id token");
        }
        return token.textValue();
    }
}
