package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.SolutionException;

/** An operation may have been started, or have ended, and it is not known whether or how. The message is whole sentences. */
public final class OutcomeUnknownException extends SolutionException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message) {
        super(message);
    }
}
