package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.SolutionException;

/** The operation did not end within its time. The message is half a sentence. */
public final class OperationTimeoutException extends SolutionException {

    private static final long serialVersionUID = 1L;

    OperationTimeoutException(String message) {
        super(message);
    }
}
