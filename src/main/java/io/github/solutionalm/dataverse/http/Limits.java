package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.time.Deadline;
import java.time.Clock;
import java.time.Duration;

/**
 * The limits of one attempt.
 *
 * @param time time for sending, and again for reading the answer; at most until the deadline
 * @param answerBytes greatest length of the answer
 * @param deadline deadline of the operation
 */
public record Limits(Duration time, long answerBytes, Deadline deadline) {

    Duration allowed(Clock clock) {
        Duration left = deadline.left(clock);
        return left.compareTo(time) < 0 ? left : time;
    }
}
