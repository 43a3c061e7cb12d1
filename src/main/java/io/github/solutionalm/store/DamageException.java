package io.github.solutionalm.store;

/** Something read from an environment cannot have been written by this plugin. The message says where it is and what it is. */
final class DamageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamageException(String message) {
        super(message);
    }
}
