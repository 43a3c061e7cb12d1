package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.OperationTimeoutException;
import io.github.solutionalm.model.PlatformCode;
import java.time.Duration;

/** Waits while another operation runs in the environment, in total no longer than {@code lockTimeout}. */
public final class LockWait {

    private static final Duration FIRST = Duration.ofSeconds(5);
    /** The longest pause: the listener wants a report at least every 30 seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final OperationContext access;
    private final ImportListener listener;
    private final Duration limit;
    private Duration waited = Duration.ZERO;
    private Duration next = FIRST;

    public LockWait(OperationContext access, ImportListener listener, Duration limit) {
        this.access = access;
        this.listener = listener;
        this.limit = limit;
    }

    /**
     * Waits for some time.
     *
     * @throws RefusalException when {@code lockTimeout} is over
     */
    public void pause(ConcurrentOperationException busy) throws RefusalException, OperationTimeoutException {
        listener.waiting(busy.getMessage(), waited);
        Duration left = limit.minus(waited);
        if (left.isZero() || left.isNegative()) {
            throw new RefusalException(PlatformCode.CONCURRENCY.finding("Another operation is running in the"
                    + " environment ("
                    + busy.getMessage() + ") and did not end within the " + waited.toSeconds()
                    + " s waited. Nothing was started. Try again later, or allow more time with lockTimeout"
                    + " (-Dsolution.lockTimeout)."));
        }
        Duration pause = next.compareTo(left) < 0 ? next : left;
        access.pause(pause);
        waited = waited.plus(pause);
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }
}
