package io.github.solutionalm.dataverse.http;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes on what it is given without known secrets, in pieces: documents of answers are as long as they like. */
final class CleanWriter extends FilterWriter {

    private static final int PIECE = 64 * 1024;
    /** Kept back of a piece, since a secret may go on in the next: longer than any that counts only as a whole. */
    private static final int KEPT = 2_048;

    private final Redaction redaction;
    private final StringBuilder piece = new StringBuilder(PIECE + KEPT);

    CleanWriter(Writer to, Redaction redaction) {
        super(to);
        this.redaction = redaction;
    }

    @Override
    public void write(int c) throws IOException {
        piece.append((char) c);
        if (piece.length() >= PIECE) {
            pass();
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }

    private void pass() throws IOException {
        String text = piece.toString();
        int cut = text.length() - KEPT;
        for (int[] place : redaction.places(text)) {
            if (place[0] < cut && place[1] > cut) {
                // Of a long one the end is kept, to be known by it.
                cut = place[1] - place[0] > KEPT ? cut : place[0];
            }
        }
        out.write(redaction.withoutKnown(text.substring(0, cut)));
        piece.delete(0, cut);
    }

    /** What is kept back comes with the end only. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (Writer to = out) {
            to.write(redaction.withoutKnown(piece.toString()));
            piece.setLength(0);
        }
    }
}
