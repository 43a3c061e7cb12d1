package io.github.solutionalm.dataverse.auth;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.Deadline;
import io.github.solutionalm.dataverse.http.Failure;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Limits;
import io.github.solutionalm.dataverse.http.PlatformError;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * Carries the token requests of azure-identity over our transport: the same proxy, time-outs, limits and words.
 *
 * <p>Failures are kept from azure-identity, which prints them into the build's log as warnings with stack traces, unredacted,
 * and repeats some for minutes without telling anybody: it gets a stand-in for a token, and whoever made this looks at
 * {@link #failure()} before using one.
 *
 * @see SignIn
 */
final class TokenExchange implements HttpClient {

    private static final String STAND_IN = "{\"token_type\":\"Bearer\",\"access_token\":\"none\",\"expires_in\":1,"
            + "\"expires_on\":\"1\",\"resource\":\"none\"}";
    /** The client makes these itself. */
    private static final Set<String> RESTRICTED = Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final String description;
    private final Transport transport;
    private final Deadline deadline;
    private final UnaryOperator<URI> route;
    private final SignInFailures failures;
    private Optional<WebApiException> failure = Optional.empty();

    TokenExchange(
            String description,
            Transport transport,
            Deadline deadline,
            UnaryOperator<URI> route,
            SignInFailures failures) {
        this.description = description;
        this.transport = transport;
        this.deadline = deadline;
        this.route = route;
        this.failures = failures;
    }

    /** What went wrong, if anything did; then there is no token, whatever azure-identity believes. */
    Optional<WebApiException> failure() {
        return failure;
    }

    @Override
    public Mono<HttpResponse> send(com.azure.core.http.HttpRequest request) {
        return Mono.fromSupplier(() -> sendSync(request, Context.NONE));
    }

    @Override
    public HttpResponse sendSync(com.azure.core.http.HttpRequest request, Context context) {
        URI url = route.apply(URI.create(request.getUrl().toString()));
        Limits limits = new Limits(Duration.ofSeconds(30), 1024 * 1024, deadline);
        try {
            byte[] body = transport.send(description, translated(request, url), limits, answer -> read(url, answer));
            return new TokenResponse(request, body);
        } catch (WebApiException e) {
            failure = Optional.of(e);
            return new TokenResponse(request, STAND_IN.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private byte[] read(URI url, Answer answer) throws IOException, WebApiException {
        if (answer.status() == 200) {
            return plain(url, answer.body().readAllBytes());
        }
        String text = answer.errorText();
        String said = PlatformError.parse(text)
                .map(PlatformError::message)
                .filter(message -> !message.isBlank())
                .orElse("no token is given (HTTP " + answer.status() + ")");
        throw transport.failed(
                description,
                url,
                said,
                failures.fix(said),
                Failure.of(Kind.UNAUTHENTICATED).withStatus(answer.status()));
    }

    /** What azure-identity logs of an answer, or says of one that it does not understand, is text too. */
    private byte[] plain(URI url, byte[] body) throws WebApiException {
        return PlainJson.of(body)
                .orElseThrow(() -> transport.failed(
                        description,
                        url,
                        "the answer is not that of a place that gives tokens",
                        failures.fix(""),
                        Failure.of(Kind.UNAUTHENTICATED).withStatus(200)));
    }

    private static HttpRequest.Builder translated(com.azure.core.http.HttpRequest request, URI url) {
        byte[] body = Optional.ofNullable(request.getBodyAsBinaryData())
                .map(data -> data.toBytes())
                .orElse(new byte[0]);
        HttpRequest.Builder translated = HttpRequest.newBuilder(url)
                .method(
                        request.getHttpMethod().name(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.getHeaders().stream()
                .filter(header -> !RESTRICTED.contains(
                        HttpHeaderName.fromString(header.getName()).getCaseInsensitiveName()))
                .forEach(header -> header.getValuesList().forEach(value -> translated.header(header.getName(), value)));
        return translated;
    }
}
