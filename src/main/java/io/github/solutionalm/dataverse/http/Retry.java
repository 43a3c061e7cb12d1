package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.time.Deadline;
import io.github.solutionalm.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Makes a call again as long as its failure may pass and there is time: after pauses that double from one second to half a
 * minute and vary at random, so that builds that were refused together do not come back together; or after the pause that
 * the answer asks for. Never sleeps past the deadline: it gives up before.
 *
 * <p>What may be made again (docs/platform-facts.md, "Limits and retries"; RFC 9110):
 * <ul>
 * <li>{@link RetryPolicy#ALWAYS}: after everything that may pass: 408, 429, 500, 502, 503, 504, the platform's throttling and its
 *     SQL time-outs, a connection refused, lost or silent;
 * <li>{@link RetryPolicy#IF_NOT_ACCEPTED}: only where the other side says, or the connection shows, that it did not act: 429 and
 *     the throttling codes, for they are refused before they are looked at; 503 with Retry-After and no error of the
 *     platform's in it, since only who turns requests away on purpose asks them to come back; and a connection or a token
 *     that never came about. Not 500, 502, 504 or 408, nor 503 by itself, which gateways give out for a server that failed
 *     in the middle; and not a connection that broke: the request may have arrived.
 * </ul>
 * A refusal for another operation in the environment ({@link ConcurrencyRefusal}) is left to who called: that wait is the
 * user's to bound and to be told of.
 */
public final class Retry {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 10;
    /** The platform answers 500 for defects too, and those do not pass. */
    private static final int MOST_ATTEMPTS_AFTER_500 = 4;
    /** Whoever answered meant it so; once more, since it may have been damaged on its way. */
    private static final int MOST_ATTEMPTS_AFTER_UNREADABLE = 2;

    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final RetryListener listener;

    /** One attempt. */
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
     * Makes the attempt until it succeeds.
     *
     * @throws WebApiException of the last attempt, when the failure does not pass, may not be repeated, came too often, or
     *     the next pause would end after the deadline; or when the thread is interrupted
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
            // A little more than asked for, and not for all the same.
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
