package io.github.solutionalm.dataverse.http;

import java.io.IOException;

/** A call's reader found that an answer lacks what it has to hold; the message says what. */
public final class UnreadableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswer(String message) {
        super(message);
    }
}
