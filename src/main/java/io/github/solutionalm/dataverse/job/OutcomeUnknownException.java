package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.SolutionException;

/** It is unknown whether an operation was started, or how it ended. The message consists of whole sentences. */
public final class OutcomeUnknownException extends SolutionException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message) {
        super(message);
    }
}
