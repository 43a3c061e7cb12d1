package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.SolutionException;

/** The operation exceeded its time limit. The message is a clause, to follow "because:". */
public final class OperationTimeoutException extends SolutionException {

    private static final long serialVersionUID = 1L;

    public OperationTimeoutException(String message) {
        super(message);
    }
}
