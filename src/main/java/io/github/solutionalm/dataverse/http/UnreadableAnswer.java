package io.github.solutionalm.dataverse.http;

import java.io.IOException;

/** An answer lacks required content; the message says which. */
public final class UnreadableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswer(String message) {
        super(message);
    }
}
