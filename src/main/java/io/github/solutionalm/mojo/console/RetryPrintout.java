package io.github.solutionalm.mojo.console;

import io.github.solutionalm.dataverse.http.RetryListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Prints pauses before a request is repeated, because of throttling or a temporary server failure. Short pauses are
 * not printed, others at most once in 30 seconds.
 */
public final class RetryPrintout implements RetryListener {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    private final Printout out;
    private final Clock clock;
    private Instant nextLine = Instant.MIN;

    public RetryPrintout(Printout out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public synchronized void waiting(String reason, Duration pause) {
        Instant now = clock.instant();
        if (pause.compareTo(SHORT) < 0 || now.isBefore(nextLine)) {
            return;
        }
        nextLine = now.plus(BETWEEN_LINES);
        out.line(
                "Waiting",
                String.format(Locale.ROOT, "%d s before the next attempt: ", (pause.toMillis() + 999) / 1_000)
                        + reason);
    }
}
