package io.github.solutionalm.store;

/**
 * The environment's file could not be opened, read or written. The message is fit for users: what was being done, to
 * which file, why it failed and what to do.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
