package io.github.solutionalm.store;

/** Lets time pass; tests need not wait for it. */
@FunctionalInterface
interface Sleeper {
    void sleep(long millis) throws InterruptedException;
}
