package io.github.solutionalm.embedded;

import java.time.Duration;

/** The time of an operation is up. Unchecked, to pass through reader and store; caught where the operation began. */
final class TimedOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An operation that took too long.
     *
     * @param timeout how long it may take
     */
    TimedOutException(Duration timeout) {
        super("The operation took longer than " + timeout
                + " and was rolled back. Give it more time with -Dsolution.timeout (ISO-8601, such as PT90M).");
    }
}
