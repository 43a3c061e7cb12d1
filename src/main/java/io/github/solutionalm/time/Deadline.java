package io.github.solutionalm.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The end of a time limit.
 *
 * @param end the last moment that is not too late
 */
public record Deadline(Instant end) {

    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time));
    }

    /** Whether it is too late. */
    public boolean isPast(Clock clock) {
        return clock.instant().isAfter(end);
    }

    /** How much time is left; zero when none is. */
    public Duration left(Clock clock) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
