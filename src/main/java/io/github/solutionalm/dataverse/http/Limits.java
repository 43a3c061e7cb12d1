package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.time.Deadline;
import java.time.Clock;
import java.time.Duration;

/**
 * What one attempt may take.
 *
 * @param time for sending, and again for reading the answer; cut to what is left of the deadline
 * @param answerBytes how long the answer may be
 * @param deadline of the whole
 */
public record Limits(Duration time, long answerBytes, Deadline deadline) {

    Duration allowed(Clock clock) {
        Duration left = deadline.left(clock);
        return left.compareTo(time) < 0 ? left : time;
    }
}
