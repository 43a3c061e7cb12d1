package io.github.solutionalm.store;

/** What was read from an environment cannot have been written by this plugin. The message says where it stands and what it is. */
final class DamageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamageException(String message) {
        super(message);
    }
}
