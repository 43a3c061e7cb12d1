package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.RecordingLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Whoever waits because the environment is throttling is told so, and not flooded. */
class RetryPrintoutTest {

    private final RecordingLog log = new RecordingLog();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final RetryPrintout printout = new RetryPrintout(log.printout(), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void saysHowLongAndWhy() {
        waits("the environment currently accepts no more requests (0x80072322)", 16_200);

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Waiting      17 s before the next attempt: the environment currently accepts no"
                                + " more requests (0x80072322)");
    }

    @Test
    void shortPausesPassUnsaid() {
        waits("the connection was lost", 1_999);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void printsALineInHalfAMinuteAtMost() {
        for (int pause = 0; pause < 20; pause++) {
            waits("HTTP 503", 4_000);
        }

        // 80 seconds have passed.
        assertThat(log.lines()).hasSize(3);
    }

    private void waits(String reason, long milliseconds) {
        printout.waiting(reason, Duration.ofMillis(milliseconds));
        now = now.plusMillis(milliseconds);
    }
}
