package io.github.solutionalm.dataverse;

import io.github.solutionalm.SolutionException;

/** The operation did not end within its time. The message is half a sentence. */
final class OutOfTime extends SolutionException {

    private static final long serialVersionUID = 1L;

    OutOfTime(String message) {
        super(message);
    }
}
