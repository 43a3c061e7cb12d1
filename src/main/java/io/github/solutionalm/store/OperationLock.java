package io.github.solutionalm.store;

/** The right to run an operation in an environment ({@link EnvironmentStore#acquire}). */
public final class OperationLock implements AutoCloseable {

    private final Runnable release;
    private boolean released;

    OperationLock(Runnable release) {
        this.release = release;
    }

    /** Gives the right back. Closing twice does no harm. */
    @Override
    public synchronized void close() {
        if (!released) {
            released = true;
            release.run();
        }
    }
}
