package io.github.solutionalm.dataverse;

/** The environment certainly did not take on an operation, since another one runs there. */
final class Busy extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what runs.
     *
     * @param holder for people
     */
    Busy(String holder) {
        super(holder);
    }
}
