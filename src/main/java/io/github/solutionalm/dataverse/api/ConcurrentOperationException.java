package io.github.solutionalm.dataverse.api;

/** The environment certainly did not take on an operation, since another one runs there. */
public final class ConcurrentOperationException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what runs.
     *
     * @param holder for people
     */
    public ConcurrentOperationException(String holder) {
        super(holder);
    }
}
