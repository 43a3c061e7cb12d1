package io.github.solutionalm.store;

/** The right to run an operation in an environment ({@link EnvironmentStore#acquire}). */
public final class OperationLock implements AutoCloseable {

    OperationLock() {}

    /** Gives the right back. Closing twice does no harm. */
    @Override
    public void close() {}
}
