package io.github.solutionalm.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long an operation may take. */
final class TimeLimit {

    private final Clock clock;
    private final Duration timeout;
    private final Instant end;

    TimeLimit(Clock clock, Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
        this.end = clock.instant().plus(timeout);
    }

    /** Ends the operation when its time is up. */
    void check() {
        if (clock.instant().isAfter(end)) {
            throw new Passed(timeout);
        }
    }

    /** The time is up. Unchecked, to pass through reader and store; caught where the operation began. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed(Duration timeout) {
            super("The operation took longer than " + timeout
                    + " and was rolled back. Give it more time with -Dsolution.timeout (ISO-8601, such as PT90M).");
        }
    }
}
