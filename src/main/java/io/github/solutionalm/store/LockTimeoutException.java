package io.github.solutionalm.store;

import java.time.Duration;

/** Another operation ran in the environment for longer than this one was willing to wait (0x80071151). */
public final class LockTimeoutException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String holder;
    private final Duration waited;

    LockTimeoutException(String message, String holder, Duration waited) {
        super(message);
        this.holder = holder;
        this.waited = waited;
    }

    /** What runs in the environment, for people: the description its holder gave, its process and since when. */
    public String holder() {
        return holder;
    }

    /** How long this operation waited. */
    public Duration waited() {
        return waited;
    }
}
