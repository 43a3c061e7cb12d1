package io.github.solutionalm.dataverse.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A failed attempt.
 *
 * @param kind what went wrong
 * @param status status of the answer; empty when none came
 * @param error the platform's error; empty when the platform did not answer
 * @param ids ids of the request in the platform's logs
 * @param retryAfter how long the answer asks to wait
 * @param passing whether the same call may succeed a little later
 * @param certainlyNotAccepted whether the other side certainly did not act on the request; false when it may have
 */
public record Failure(
        Kind kind,
        OptionalInt status,
        Optional<PlatformError> error,
        RequestIds ids,
        Optional<Duration> retryAfter,
        boolean passing,
        boolean certainlyNotAccepted) {

    /** The kinds of failures. */
    public enum Kind {
        /** The settings are wrong or incomplete; nothing was sent. */
        CONFIGURATION,
        /** Host not found, connection refused, no route. */
        UNREACHABLE,
        /** One side does not accept the certificate or the protocol of the other. */
        TLS,
        /** The proxy refuses the connection or the credentials. */
        PROXY,
        /** No answer within the time of one attempt. */
        SLOW,
        /** The connection broke after the request was on its way. */
        LOST,
        /** The answer is not from a Web API, but from a login page, a web site or something else. */
        NOT_DATAVERSE,
        /** 401, or no access token. */
        UNAUTHENTICATED,
        /** 403: the user is known, but not allowed. */
        FORBIDDEN,
        /** 404 of the Web API itself: no such row or action. */
        NOT_FOUND,
        /** 413, or the platform's error for the same. */
        TOO_LARGE,
        /** Too many requests. */
        THROTTLED,
        /** Another import, upgrade, removal or publication runs in the environment. */
        CONCURRENT,
        /** The platform refuses the content of the call: 4xx. */
        REFUSED,
        /** The platform or a gateway failed: 5xx, 408. */
        SERVER,
        /** The answer is not JSON, ends early or is too long. */
        UNREADABLE,
        /** The time of the operation is over. */
        DEADLINE,
        /** The build was interrupted. */
        INTERRUPTED
    }

    /** A permanent failure before the environment did anything. */
    public static Failure of(Kind kind) {
        return new Failure(kind, OptionalInt.empty(), Optional.empty(), RequestIds.NONE, Optional.empty(), false, true);
    }

    /** This failure, before the actual request was sent. */
    Failure beforeSending() {
        return new Failure(kind, status, error, ids, retryAfter, passing, true);
    }

    /** This failure with the status of an answer; after 408, 429 and 5xx a retry may succeed. */
    public Failure withStatus(int answered) {
        boolean passes = answered == 408 || answered == 429 || answered >= 500;
        return new Failure(kind, OptionalInt.of(answered), error, ids, retryAfter, passes, certainlyNotAccepted);
    }

    Failure uncertain() {
        return new Failure(kind, status, error, ids, retryAfter, passing, false);
    }

    /** This failure as one of time: there is none left for another attempt. */
    Failure late() {
        return new Failure(Kind.DEADLINE, status, error, ids, retryAfter, false, certainlyNotAccepted);
    }

    /** Whether a call with this policy may be made again. */
    boolean allows(RetryPolicy repeat) {
        return passing && (repeat == RetryPolicy.ALWAYS || certainlyNotAccepted);
    }
}
