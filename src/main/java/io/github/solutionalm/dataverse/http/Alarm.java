package io.github.solutionalm.dataverse.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Closes an answer's body when its time is over. The client's own time-out ends with the headers: without this a body that
 * stops in the middle would be waited for for ever.
 */
final class Alarm implements AutoCloseable {

    /** The time was over before the body was. */
    static final class Rang extends IOException {
        private static final long serialVersionUID = 1L;

        Rang(IOException cause) {
            super("the rest of the answer did not come in time", cause);
        }
    }

    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    static Alarm in(Duration time, Closeable body) {
        Alarm alarm = new Alarm();
        alarm.done
                .orTimeout(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)
                .whenComplete((ended, late) -> {
                    if (late instanceof TimeoutException) {
                        close(body);
                    }
                });
        return alarm;
    }

    /** What a reader's failure means: after the alarm it is the alarm's. */
    IOException explain(IOException e) {
        return done.isCompletedExceptionally() ? new Rang(e) : e;
    }

    @Override
    public void close() {
        done.complete(true);
    }

    private static void close(Closeable body) {
        try {
            body.close();
        } catch (IOException e) {
            // The reader hears of it.
        }
    }
}
