package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.RecordingLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final RecordingLog log = new RecordingLog();
    private final SettableClock clock = new SettableClock();

    @Test
    void shortOperationsAreQuiet() {
        ProgressLine progress = new ProgressLine(log.printout(), clock, Optional.empty());
        for (int done = 0; done <= 257; done++) {
            clock.millis += 10;
            progress.progress("Importing", "Attribute", done, 257);
        }
        progress.end();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void longOperationsShowALineAtEveryTenPercent() {
        ProgressLine progress = new ProgressLine(log.printout(), clock, Optional.empty());
        for (int done = 1; done <= 200; done++) {
            clock.millis += 100;
            progress.progress("Importing", "Attribute", done, 200);
        }
        assertThat(log.lines()).hasSize(10).contains("[INFO] Importing    50 %  Attribute (100 of 200)");
    }

    @Test
    void slowOnesShowALineAtLeastEveryThirtySeconds() {
        ProgressLine progress = new ProgressLine(log.printout(), clock, Optional.empty());
        for (int done = 1; done <= 10; done++) {
            clock.millis += 10_000;
            progress.progress("Importing", "Reading", done, 0);
        }
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Importing    Reading (2)",
                        "[INFO] Importing    Reading (5)",
                        "[INFO] Importing    Reading (8)");
    }

    @Test
    void aTerminalShowsOneLineAndClearsIt() {
        StringWriter terminal = new StringWriter();
        ProgressLine progress = new ProgressLine(log.printout(), clock, Optional.of(new PrintWriter(terminal)));
        progress.progress("Importing", "Attribute", 1, 200);
        clock.millis += 4_000;
        progress.progress("Importing", "SystemForm", 100, 200);
        clock.millis += 50;
        progress.progress("Importing", "SystemForm", 101, 200);
        clock.millis += 100;
        progress.progress("Importing", "Role", 102, 200);
        progress.end();
        String first = "[INFO] Importing    50 %  SystemForm (100 of 200)";
        assertThat(terminal)
                .hasToString("\r" + first + "\r[INFO] Importing    51 %  Role (102 of 200)      " + "\r"
                        + " ".repeat(first.length() - 6) + "\r");
        assertThat(log.lines()).isEmpty();
    }

    private static final class SettableClock extends Clock {
        private long millis;

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
            return Instant.ofEpochMilli(millis);
        }
    }
}
