package io.github.solutionalm.dataverse.http;

import java.time.Duration;

/** Notified before a call is repeated. */
@FunctionalInterface
public interface RetryListener {

    /** Does not listen. */
    RetryListener NONE = (reason, pause) -> {};

    /**
     * Called before each pause.
     *
     * @param reason why the call did not succeed, in words, with the code if there is one, without secrets
     * @param pause how long it will wait
     */
    void waiting(String reason, Duration pause);
}
