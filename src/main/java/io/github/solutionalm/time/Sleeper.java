package io.github.solutionalm.time;

import java.time.Duration;

/** Lets time pass; tests need not wait for it. */
@FunctionalInterface
public interface Sleeper {

    /** Really waits. */
    Sleeper REAL = pause -> Thread.sleep(pause.toMillis());

    void sleep(Duration pause) throws InterruptedException;
}
