package io.github.solutionalm.store;

import io.github.solutionalm.files.LockFile;

/** The right to run an operation in an environment ({@link EnvironmentStore#acquire}). */
public final class OperationLock implements AutoCloseable {

    private final LockFile.Held held;

    OperationLock(LockFile.Held held) {
        this.held = held;
    }

    /** Gives the right back. Closing twice does no harm. */
    @Override
    public void close() {
        held.close();
    }
}
