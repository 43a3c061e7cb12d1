package io.github.solutionalm.dataverse.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A failed attempt.
 *
 * @param kind what went wrong
 * @param status of the answer; empty when none came
 * @param error the platform's own words, if it is it that answered
 * @param ids under which the request is found in the platform's logs
 * @param retryAfter how long the answer asks to wait
 * @param passing whether the same call may succeed a little later
 * @param certainlyNotAccepted true when the other side did not act on the request, whatever it was; false when it may have
 */
public record Failure(
        Kind kind,
        OptionalInt status,
        Optional<PlatformError> error,
        RequestIds ids,
        Optional<Duration> retryAfter,
        boolean passing,
        boolean certainlyNotAccepted) {

    /** What went wrong. */
    public enum Kind {
        /** The settings are wrong or incomplete; nothing was sent. */
        CONFIGURATION,
        /** Host not found, connection refused, no route. */
        UNREACHABLE,
        /** The certificate or the protocol does not please one of the two sides. */
        TLS,
        /** The proxy refuses or wants other credentials. */
        PROXY,
        /** No answer within the time of one attempt. */
        SLOW,
        /** The connection broke after the request was on its way. */
        LOST,
        /** Whoever answers is not a Web API: a login page, a web site, something else. */
        NOT_DATAVERSE,
        /** 401, or no access token to be had. */
        UNAUTHENTICATED,
        /** 403: known, but not allowed. */
        FORBIDDEN,
        /** 404 by the Web API itself: no such row or action. */
        NOT_FOUND,
        /** 413, or what the platform says for it. */
        TOO_LARGE,
        /** Too many requests. */
        THROTTLED,
        /** Another import, upgrade, removal or publication runs in the environment. */
        CONCURRENT,
        /** The platform refuses the call for what it says: 4xx. */
        REFUSED,
        /** The platform or a gateway failed: 5xx, 408. */
        SERVER,
        /** The answer is no JSON, ends early or is beyond the limit. */
        UNREADABLE,
        /** The time for the whole is over. */
        DEADLINE,
        /** The build was interrupted. */
        INTERRUPTED
    }

    /** A permanent failure before the environment did anything. */
    public static Failure of(Kind kind) {
        return new Failure(kind, OptionalInt.empty(), Optional.empty(), RequestIds.NONE, Optional.empty(), false, true);
    }

    /** The same failure, before the actual request was sent. */
    Failure beforeSending() {
        return new Failure(kind, status, error, ids, retryAfter, passing, true);
    }

    /** The same with the status of an answer; 408, 429 and 5xx may pass. */
    public Failure withStatus(int answered) {
        boolean passes = answered == 408 || answered == 429 || answered >= 500;
        return new Failure(kind, OptionalInt.of(answered), error, ids, retryAfter, passes, certainlyNotAccepted);
    }

    Failure uncertain() {
        return new Failure(kind, status, error, ids, retryAfter, passing, false);
    }

    /** The same for another reason: the time is over. */
    Failure late() {
        return new Failure(Kind.DEADLINE, status, error, ids, retryAfter, false, certainlyNotAccepted);
    }

    /** Whether a call of that sort may be made again. */
    boolean allows(RetryPolicy repeat) {
        return passing && (repeat == RetryPolicy.ALWAYS || certainlyNotAccepted);
    }
}
