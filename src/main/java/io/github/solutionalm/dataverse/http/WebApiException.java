package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.SolutionException;
import java.util.Optional;

/**
 * A call failed. The message is for a person: what was being done, at which URL, why it failed, what to do, and the ids for
 * Microsoft's support; it has no secrets. {@link #failure()} is for the program.
 */
public final class WebApiException extends SolutionException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient String reason;

    WebApiException(AttemptedRequest attempted, String reason, String fix, Failure failure, Throwable cause) {
        super(attempted.sentence(reason, fix, failure), cause);
        this.failure = failure;
        this.reason = reason;
    }

    private WebApiException(String message, WebApiException cause, Failure failure) {
        super(message, cause);
        this.failure = failure;
        this.reason = cause.reason;
    }

    /** This failure, with no time left for another attempt. */
    WebApiException beyond(String why) {
        return new WebApiException(getMessage() + " " + why, this, failure.late());
    }

    /** This failure as one before sending: it happened while a call was prepared, and the call was not sent. */
    WebApiException beforeSending() {
        return failure.certainlyNotAccepted() ? this : new WebApiException(getMessage(), this, failure.beforeSending());
    }

    public Failure failure() {
        return failure;
    }

    public Failure.Kind kind() {
        return failure.kind();
    }

    /** The reason without advice, half a sentence. */
    public String reason() {
        return reason;
    }

    /** The platform's code in hexadecimal, or the HTTP status; empty when there was no answer. */
    Optional<String> code() {
        return failure.error()
                .flatMap(PlatformError::hex)
                .or(() -> failure.status().isPresent()
                        ? Optional.of("HTTP " + failure.status().getAsInt())
                        : Optional.empty());
    }

    /** The platform's error; empty when the platform did not answer. */
    public Optional<PlatformError> error() {
        return failure.error();
    }

    /**
     * Whether the other side certainly did not act on the request. False after a lost answer, a time-out or a gateway's
     * error: then an action may have been carried out, and must be looked for before it is sent again.
     */
    public boolean certainlyNotAccepted() {
        return failure.certainlyNotAccepted();
    }

    /** The refusal, if the call was refused because another operation runs in the environment. */
    public Optional<ConcurrencyRefusal> concurrency() {
        return failure.error().flatMap(ConcurrencyRefusal::of);
    }
}
