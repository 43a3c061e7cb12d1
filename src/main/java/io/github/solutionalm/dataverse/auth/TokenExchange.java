package io.github.solutionalm.dataverse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.Failure;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Limits;
import io.github.solutionalm.dataverse.http.PlatformError;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.text.PlainText;
import io.github.solutionalm.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Carries the token requests of msal4j over our transport: the same proxy, time-outs, limits and words.
 *
 * <p>What is no token comes out as an exception, which msal4j hands on as a cause. Of an answer that says so it would print
 * the text into the build's log as a warning, unredacted.
 *
 * @param description what is being done, after "Tried to"
 * @param route where a request goes instead
 * @param failures what to do about them
 * @see SignIn
 */
record TokenExchange(
        String description, Transport transport, Deadline deadline, UnaryOperator<URI> route, SignInFailures failures)
        implements IHttpClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The client makes these itself. */
    private static final Set<String> RESTRICTED = Set.of("content-length", "host", "connection", "expect", "upgrade");
    /** Compared with the request's; where they differ every build's log says so. */
    private static final String CORRELATION = "client-request-id";

    @Override
    public IHttpResponse send(com.microsoft.aad.msal4j.HttpRequest request) throws WebApiException {
        URI url = route.apply(URI.create(request.url().toString()));
        Limits limits = new Limits(Duration.ofSeconds(30), 1024 * 1024, deadline);
        String body = transport.send(description, translated(request, url), limits, answer -> read(url, answer));
        HttpResponse response = new HttpResponse().statusCode(200).body(body);
        Optional.ofNullable(request.headerValue(CORRELATION))
                .ifPresent(id -> response.addHeaders(Map.of(CORRELATION, List.of(id))));
        return response;
    }

    private String read(URI url, Answer answer) throws IOException, WebApiException {
        if (answer.status() == 200) {
            return plain(url, answer.body().readAllBytes());
        }
        String text = answer.errorText();
        String said = PlatformError.parse(text)
                .map(PlatformError::message)
                .filter(message -> !message.isBlank())
                .orElse("no token was returned (HTTP " + answer.status() + ")");
        throw transport.failed(
                description,
                url,
                said,
                failures.fix(said),
                Failure.of(Kind.UNAUTHENTICATED).withStatus(answer.status()));
    }

    /** What msal4j logs of an answer, or says of one that it does not understand, is text too; a token's has no depth. */
    private String plain(URI url, byte[] body) throws WebApiException {
        ObjectNode plain = JSON.createObjectNode();
        try {
            JSON.readTree(body).properties().forEach(field -> {
                JsonNode value = field.getValue();
                if (value.isValueNode()) {
                    plain.set(
                            PlainText.of(field.getKey()),
                            value.isTextual() ? TextNode.valueOf(PlainText.of(value.textValue())) : value);
                }
            });
        } catch (IOException e) {
            // Nothing of it is shown.
        }
        if (plain.isEmpty()) {
            throw transport.failed(
                    description,
                    url,
                    "the answer is not from a token endpoint",
                    failures.fix(""),
                    Failure.of(Kind.UNAUTHENTICATED).withStatus(200));
        }
        return plain.toString();
    }

    private static HttpRequest.Builder translated(com.microsoft.aad.msal4j.HttpRequest request, URI url) {
        HttpRequest.Builder translated = HttpRequest.newBuilder(url)
                .method(
                        request.httpMethod().name(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        Optional.ofNullable(request.headers()).orElse(Map.of()).forEach((name, value) -> {
            if (!RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
                translated.header(name, value);
            }
        });
        return translated;
    }
}
