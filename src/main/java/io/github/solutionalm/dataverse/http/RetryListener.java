package io.github.solutionalm.dataverse.http;

import java.time.Duration;

/** Notified before a call is repeated. */
@FunctionalInterface
public interface RetryListener {

    /** A listener that does nothing. */
    RetryListener NONE = (reason, pause) -> {};

    /**
     * Called before each pause.
     *
     * @param reason why the call failed, in words, with the code if there is one, without secrets
     * @param pause the pause before the next attempt
     */
    void waiting(String reason, Duration pause);
}
