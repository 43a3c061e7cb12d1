package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.time.Deadline;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.UUID;

/**
 * The Web API of one environment: sends calls with OData headers and a token, repeats them where allowed, and
 * reports failures in words. Thread-safe.
 */
public final class WebApi {

    private static final String JSON = "application/json; charset=utf-8";

    private final DataverseUrl url;
    private final Transport transport;
    private final AccessTokens tokens;
    private final Retry retry;
    private final String userAgent;
    private final AnswerFailures failures;

    /**
     * A Web API to which nothing was sent yet.
     *
     * @param userAgent value of the User-Agent header, such as {@code solution-maven-plugin/0.1.0}
     */
    public WebApi(DataverseUrl url, Transport transport, AccessTokens tokens, Retry retry, String userAgent) {
        this.url = url;
        this.transport = transport;
        this.tokens = tokens;
        this.retry = retry;
        this.userAgent = userAgent;
        this.failures = new AnswerFailures(transport.clock());
    }

    /** The address of the environment. */
    public DataverseUrl url() {
        return url;
    }

    /**
     * Makes a call, and repeats it where {@link Retry} allows it. A token that the environment refuses is renewed once.
     *
     * @throws WebApiException when it did not succeed; {@link WebApiException#certainlyNotAccepted()} says whether it may
     *     nevertheless have happened
     */
    public <T> T call(WebApiCall<T> call, Deadline deadline) throws WebApiException {
        String id = UUID.randomUUID().toString();
        return retry.run(call.repeat(), deadline, () -> attempt(call, id, deadline));
    }

    /**
     * Makes a call once, if it is not worth a second attempt. A token that the environment refuses is renewed.
     *
     * @throws WebApiException when it did not succeed
     */
    public <T> T once(WebApiCall<T> call, Deadline deadline) throws WebApiException {
        return attempt(call, UUID.randomUUID().toString(), deadline);
    }

    private <T> T attempt(WebApiCall<T> call, String id, Deadline deadline) throws WebApiException {
        Secret token = token(deadline);
        try {
            return send(call, id, token, deadline);
        } catch (WebApiException e) {
            if (e.kind() != Kind.UNAUTHENTICATED || !tokens.refused(token)) {
                throw e;
            }
        }
        return send(call, id, token(deadline), deadline);
    }

    private Secret token(Deadline deadline) throws WebApiException {
        try {
            return tokens.current(deadline);
        } catch (WebApiException e) {
            throw e.beforeSending();
        }
    }

    private <T> T send(WebApiCall<T> call, String id, Secret token, Deadline deadline) throws WebApiException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        url.api().resolve(call.path().text()))
                .method(call.method(), publisher(call))
                .header("Authorization", "Bearer " + token.reveal())
                .header("Accept", "application/json")
                .header("OData-Version", "4.0")
                .header("OData-MaxVersion", "4.0")
                .header("If-None-Match", "null")
                .header("User-Agent", userAgent)
                .header(RequestIds.CLIENT, id);
        if (call.body().isPresent()) {
            request.header("Content-Type", JSON);
        }
        call.headers().forEach(request::header);
        Limits limits = new Limits(call.time(), call.answerBytes(), deadline);
        return transport.send(call.describe(), request, limits, answer -> read(call, id, answer));
    }

    private <T> T read(WebApiCall<T> call, String id, Answer answer) throws IOException, WebApiException {
        boolean empty = answer.status() == 204
                || answer.headers().firstValue("Content-Length").orElse("").equals("0");
        if (answer.isSuccess() && (empty || answer.isJson())) {
            return call.read(answer);
        }
        AttemptedRequest attempted = new AttemptedRequest(
                call.describe(), url.api().resolve(call.path().text()), transport.redaction());
        throw failures.of(attempted, answer, RequestIds.of(Optional.of(id), answer.headers()));
    }

    private BodyPublisher publisher(WebApiCall<?> call) throws WebApiException {
        if (call.body().isEmpty()) {
            return BodyPublishers.noBody();
        }
        WebApiCall.Body body = call.body().get();
        if (body instanceof WebApiCall.Json json) {
            return BodyPublishers.ofString(json.content().toString());
        }
        FileBody file = (FileBody) body;
        try {
            return file.publisher();
        } catch (IOException e) {
            throw new AttemptedRequest(call.describe(), url.api(), transport.redaction())
                    .failed(
                            "the file " + file.file() + " can't be read (" + e.getMessage() + ")",
                            "Check that it is there.",
                            Failure.of(Kind.CONFIGURATION),
                            e);
        }
    }
}
