package io.github.solutionalm.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The end of a time limit.
 *
 * @param end the first moment that is too late
 */
public record Deadline(Instant end) {

    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time));
    }

    /** How much time is left; zero when none is. */
    public Duration left(Clock clock) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
