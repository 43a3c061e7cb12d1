package io.github.solutionalm.store;

import java.time.Duration;

/** Hears that another operation runs in the environment. */
@FunctionalInterface
public interface WaitListener {

    /**
     * Called when the wait begins and then at least every 30 seconds.
     *
     * @param holder what runs there, for people
     * @param waited how long so far
     */
    void waiting(String holder, Duration waited);
}
