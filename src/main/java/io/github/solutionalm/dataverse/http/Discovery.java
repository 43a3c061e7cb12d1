package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.time.Deadline;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks an environment where its tokens come from: it refuses a request without a token, and the refusal says so.
 *
 * @param url address of the environment
 * @param transport sends the request
 */
public record Discovery(DataverseUrl url, Transport transport) {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final long ANSWER_BYTES = 1024 * 1024;

    /**
     * Returns the challenge of the environment.
     *
     * @throws WebApiException when there is no answer, or it is not that of a Dataverse environment
     */
    public Challenge challenge(Deadline deadline) throws WebApiException {
        String description = "find the environment's token endpoint";
        HttpRequest.Builder request = HttpRequest.newBuilder(url.api()).header("Accept", "application/json");
        return transport.send(description, request, new Limits(TIME, ANSWER_BYTES, deadline), answer -> {
            Optional<Challenge> challenge = Challenge.of(answer.headers());
            if (answer.status() == 401 && challenge.isPresent()) {
                return challenge.get();
            }
            AttemptedRequest attempted = new AttemptedRequest(description, url.api(), transport.redaction());
            if (answer.status() == 408 || answer.status() == 429 || answer.status() >= 500) {
                throw new AnswerFailures(transport.clock())
                        .of(attempted, answer, RequestIds.of(Optional.empty(), answer.headers()));
            }
            throw attempted.failed(
                    url.root().getHost() + " does not answer like a Dataverse environment (HTTP " + answer.status()
                            + (answer.status() == 401 ? " without an authorization_uri)" : " instead of 401)"),
                    AnswerFailures.CHECK_URL,
                    Failure.of(Kind.NOT_DATAVERSE));
        });
    }
}
