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
 * <p>An answer without a token becomes an exception, which msal4j passes on as a cause. msal4j would write the text of such an
 * answer into the build's log as a warning, with secrets.
 *
 * @param description what is being done, after "Tried to"
 * @param route the real URL of a request
 * @param failures advice on failures
 * @see SignIn
 */
record TokenExchange(
        String description, Transport transport, Deadline deadline, UnaryOperator<URI> route, SignInFailures failures)
        implements IHttpClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Headers that the HTTP client sets itself. */
    private static final Set<String> RESTRICTED = Set.of("content-length", "host", "connection", "expect", "upgrade");
    /** A header that msal4j compares with the request's; without it in the answer every build's log would have a warning. */
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

    /** The plain values of an answer, without control characters, since msal4j logs parts of it; a token has no nested values. */
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
            // Nothing of the answer is shown.
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
