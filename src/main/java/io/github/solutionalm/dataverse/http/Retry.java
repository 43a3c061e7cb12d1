package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.time.Deadline;
import io.github.solutionalm.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Makes a call again as long as a retry may succeed and there is time. The pauses double from one second to half a minute and
 * vary at random, so that builds that were refused together do not come back together; or they are as long as the answer asks
 * for. It never sleeps past the deadline: it gives up before.
 *
 * <p>When a call may be made again (docs/platform-facts.md, "Limits and retries"; RFC 9110):
 * <ul>
 * <li>{@link RetryPolicy#ALWAYS}: after every temporary failure: 408, 429, 500, 502, 503, 504, the platform's throttling and its
 *     SQL time-outs, a connection that was refused, lost or silent;
 * <li>{@link RetryPolicy#IF_NOT_ACCEPTED}: only if the other side says, or the connection shows, that it did not act: 429 and
 *     the throttling codes, which reject requests before they are processed; 503 with Retry-After and no error of the
 *     platform's in it, since only a server that rejects requests on purpose asks them to come back; and a connection or a
 *     token that was never there. Not 500, 502, 504 or 408, nor 503 by itself, which gateways send for a server that failed
 *     in the middle; and not a broken connection: the request may have arrived.
 * </ul>
 * The caller handles a refusal because of another operation in the environment ({@link ConcurrencyRefusal}): the user limits
 * that wait and is told of it.
 */
public final class Retry {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 10;
    /** The most attempts after 500, which the platform also sends for defects, and those do not pass. */
    private static final int MOST_ATTEMPTS_AFTER_500 = 4;
    /** The most attempts after an unreadable answer: once more, since it may have been damaged on its way. */
    private static final int MOST_ATTEMPTS_AFTER_UNREADABLE = 2;

    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final RetryListener listener;

    /** One attempt at a call. */
    @FunctionalInterface
    public interface Attempt<T> {
        T make() throws WebApiException;
    }

    public Retry(Clock clock, Sleeper sleeper, RandomGenerator random, RetryListener listener) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.listener = listener;
    }

    /**
     * Repeats an attempt until it succeeds.
     *
     * @throws WebApiException of the last attempt, when the failure is permanent, the call may not be repeated, it failed too
     *     often, or the next pause would end after the deadline; or when the thread is interrupted
     */
    public <T> T run(RetryPolicy repeat, Deadline deadline, Attempt<T> attempt) throws WebApiException {
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (WebApiException e) {
                if (!e.failure().allows(repeat) || made >= most(e.failure())) {
                    throw e;
                }
                pause(e, pauseAfter(e.failure(), made), deadline);
            }
        }
    }

    private void pause(WebApiException e, Duration pause, Deadline deadline) throws WebApiException {
        Duration left = deadline.left(clock);
        if (pause.compareTo(left) >= 0) {
            throw e.beyond("Not retried: the next attempt would be in " + seconds(pause) + ", but only " + seconds(left)
                    + " are left. Allow more with <timeout> or -Dsolution.timeout.");
        }
        listener.waiting(e.reason() + e.code().map(code -> " (" + code + ")").orElse(""), pause);
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw e.beyond("Not retried: the build was interrupted.");
        }
    }

    private Duration pauseAfter(Failure failure, int made) {
        if (failure.retryAfter().isPresent()) {
            // A little more than the answer asks for, and not the same for all builds.
            return failure.retryAfter().get().plusMillis(random.nextInt(1_000));
        }
        long full = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(made - 1, 10));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    private static int most(Failure failure) {
        if (failure.kind() == Failure.Kind.UNREADABLE) {
            return MOST_ATTEMPTS_AFTER_UNREADABLE;
        }
        return failure.status().orElse(0) == 500 ? MOST_ATTEMPTS_AFTER_500 : MOST_ATTEMPTS;
    }

    private static String seconds(Duration time) {
        return (time.toMillis() + 999) / 1_000 + " s";
    }
}
