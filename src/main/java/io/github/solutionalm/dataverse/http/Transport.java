package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.dataverse.http.Failure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sends a request once: it limits time and length, and puts failures into words. It follows no redirects, since the Web API
 * has none and a token must not go where an answer says; and it uses HTTP/1.1, with which a body of known length is sent
 * fastest.
 */
public final class Transport {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final Duration CONNECT = Duration.ofSeconds(30);

    /** The time beyond the client's own time-out; see {@link #awaited}. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Supplier<HttpClient> clients;
    private final Duration grace;
    private volatile HttpClient client;
    private final Optional<ProxySettings> proxy;
    private final Clock clock;
    private final Redaction redaction;

    Transport(
            Supplier<HttpClient> clients,
            Optional<ProxySettings> proxy,
            Clock clock,
            Redaction redaction,
            Duration grace) {
        this.grace = grace;
        this.clients = clients;
        this.client = clients.get();
        this.proxy = proxy;
        this.clock = clock;
        this.redaction = redaction;
    }

    /** A transport that has no connection yet. */
    public static Transport of(Optional<ProxySettings> proxy, Clock clock, Redaction redaction) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        proxy.ifPresentOrElse(
                settings -> {
                    client.proxy(settings.selector());
                    settings.password().ifPresent(redaction::hide);
                    settings.authorization().ifPresent(redaction::hide);
                },
                // Not the JVM's proxy: a Maven user sets the proxy in settings.xml.
                () -> client.proxy(HttpClient.Builder.NO_PROXY));
        return new Transport(client::build, proxy, clock, redaction, GRACE);
    }

    /** The redaction that removes secrets from all that is shown. */
    public Redaction redaction() {
        return redaction;
    }

    public Clock clock() {
        return clock;
    }

    /** Reads an answer of any status and makes a value of it, or fails. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Answer answer) throws IOException, WebApiException;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param description what is being done, after "Tried to", for messages
     * @param request the request without its time-out
     * @param limits limits of time and length
     * @param reader reads the answer, whatever its status
     * @throws WebApiException when there was no answer, it could not be read, or the reader refuses it
     */
    public <T> T send(String description, HttpRequest.Builder request, Limits limits, Reader<T> reader)
            throws WebApiException {
        URI url = request.copy().build().uri();
        AttemptedRequest attempted = new AttemptedRequest(description, url, redaction);
        Duration allowed = limits.allowed(clock);
        if (allowed.isZero()) {
            throw attempted.failed(
                    "there is no time left",
                    "Allow more with <timeout> or -Dsolution.timeout.",
                    Failure.of(Kind.DEADLINE));
        }
        Optional<ProxySettings> through = proxy.filter(settings -> settings.applies(url.getHost()));
        through.flatMap(ProxySettings::authorization)
                .ifPresent(secret -> request.setHeader("Proxy-Authorization", "Basic " + secret.reveal()));
        HttpRequest sent = request.timeout(allowed).build();
        RequestIds ids =
                new RequestIds(sent.headers().firstValue(RequestIds.CLIENT), Optional.empty(), Optional.empty());
        ConnectionFailures failures =
                new ConnectionFailures(attempted, through.map(ProxySettings::address), allowed, ids);
        try {
            HttpResponse<InputStream> response = awaited(
                    client.sendAsync(sent, answered -> new TimedBody(limits.allowed(clock))), allowed.plus(grace));
            return read(response, limits, failures, fromTheServer(attempted, ids, reader));
        } catch (IOException e) {
            throw failures.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.of(e);
        }
    }

    /**
     * The exception for something that a reader or sender found wrong: in the form of all failures, without secrets.
     *
     * @param description what was being done, after "Tried to"
     * @param url the URL of the request
     * @param reason why it failed, half a sentence
     * @param fix what to do, whole sentences
     * @param failure the failure for the program
     */
    public WebApiException failed(String description, URI url, String reason, String fix, Failure failure) {
        return new AttemptedRequest(description, url, redaction).failed(reason, fix, failure);
    }

    /** A reader that refuses the answer of a proxy that wants other credentials, whichever server was asked. */
    private <T> Reader<T> fromTheServer(AttemptedRequest attempted, RequestIds ids, Reader<T> reader) {
        return answer -> {
            if (answer.status() == PROXY_AUTHENTICATION_REQUIRED) {
                throw new AnswerFailures(clock).of(attempted, answer, ids);
            }
            return reader.read(answer);
        };
    }

    private <T> T read(HttpResponse<InputStream> response, Limits limits, ConnectionFailures failures, Reader<T> reader)
            throws IOException, WebApiException {
        // A proxy's refusal of a tunnel has no body.
        InputStream content = Optional.ofNullable(response.body()).orElseGet(InputStream::nullInputStream);
        try (BoundedBody body = new BoundedBody(content, limits.answerBytes())) {
            Answer answer = new Answer(response.statusCode(), response.headers(), body, redaction);
            try {
                if (answer.encoding().isPresent()) {
                    throw new UnreadableAnswer(
                            "the answer is compressed (" + answer.encoding().get() + "), which was not requested");
                }
                return reader.read(answer);
            } catch (IOException e) {
                throw failures.of(e, new ConnectionFailures.Came(answer.contentType(), body.beginning()));
            }
        }
    }

    /**
     * Waits for the answer. The client itself ends a request that takes too long, by a thread of its own; if that thread is dead,
     * for example for want of memory, no request of the client would ever end. So this thread waits only so long, and then
     * goes on with a new client.
     */
    private <T> T awaited(CompletableFuture<T> sending, Duration most) throws IOException, InterruptedException {
        try {
            return sending.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sending.cancel(true);
            client = clients.get();
            throw new HttpTimeoutException("the HTTP client did not respond");
        } catch (InterruptedException e) {
            sending.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new IOException(e.getCause().getClass().getSimpleName(), e.getCause());
        }
    }
}
