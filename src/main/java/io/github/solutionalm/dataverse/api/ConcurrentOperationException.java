package io.github.solutionalm.dataverse.api;

/** The environment rejected an operation because another one is running there. */
public final class ConcurrentOperationException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A rejection by a running operation.
     *
     * @param holder the running operation, in readable form
     */
    public ConcurrentOperationException(String holder) {
        super(holder);
    }
}
