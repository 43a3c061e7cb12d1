package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.http.WebApiCall;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.time.Deadline;
import io.github.solutionalm.time.Sleeper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The context of one operation in an environment: Web API, clock, pauses and deadline.
 *
 * @param api Web API of the environment
 * @param clock the clock
 * @param sleeper makes the pauses
 * @param deadline deadline of the operation
 * @param spool folder for documents that are too large for memory; made when it is needed
 */
public record OperationContext(WebApi api, Clock clock, Sleeper sleeper, Deadline deadline, Path spool) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    /** Time of a last look, with a little to spare. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    /** This context with at most this much time, for calls that are not worth all of it. */
    public OperationContext atMost(Duration time) {
        Deadline sooner = Deadline.in(time, clock);
        return sooner.end().isBefore(deadline.end()) ? new OperationContext(api, clock, sleeper, sooner, spool) : this;
    }

    /** This context with this much time from now on, for calls that must be made even if the operation took too long. */
    public OperationContext anew(Duration time) {
        return new OperationContext(api, clock, sleeper, Deadline.in(time, clock), spool);
    }

    /** Makes a call. */
    public <T> T call(WebApiCall<T> call) throws WebApiException {
        return api.call(call, deadline);
    }

    /**
     * Makes a call that only adds to what is known; it is repeated like any other. Nothing depends on its success.
     *
     * @return empty when it did not succeed
     * @throws WebApiException when the build was interrupted
     */
    public <T> Optional<T> look(WebApiCall<T> call) throws WebApiException {
        return courtesy(() -> call(call));
    }

    /** Makes a call that only adds to what is known, once, since it is made again with the next look; empty when it fails. */
    public <T> Optional<T> glance(WebApiCall<T> call) throws WebApiException {
        return courtesy(() -> api.once(call, deadline));
    }

    /** Reads in any number of calls what only adds to what is known; empty when it can't be read. */
    public <T> Optional<T> courtesy(Reading<T> reading) throws WebApiException {
        try {
            return Optional.of(reading.read());
        } catch (WebApiException e) {
            if (e.kind() == Kind.INTERRUPTED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Something that can be read. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws WebApiException;
    }

    /** Pauses between looks at something that goes on: quick at first, then slower, 1 to 15 seconds. */
    public void pause(int looks) throws OperationTimeoutException {
        long seconds = looks < 3 ? 1 : Math.min(LONGEST_PAUSE.toSeconds(), looks - 1L);
        pause(Duration.ofSeconds(seconds));
    }

    /**
     * Pauses, but not beyond the deadline: a pause that would end after it is cut short, so that there is time for one more
     * look.
     *
     * @throws OperationTimeoutException when there is no time even for that
     */
    public void pause(Duration time) throws OperationTimeoutException {
        Duration most = deadline.left(clock).minus(LAST_LOOK);
        if (most.isZero() || most.isNegative()) {
            throw new OperationTimeoutException(
                    "the operation exceeded its time limit (<timeout>, -Dsolution.timeout)");
        }
        try {
            sleeper.sleep(time.compareTo(most) < 0 ? time : most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationTimeoutException("the build was interrupted");
        }
    }
}
