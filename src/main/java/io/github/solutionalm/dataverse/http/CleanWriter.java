package io.github.solutionalm.dataverse.http;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes on text without known secrets, in pieces, since documents of answers can be long. */
final class CleanWriter extends FilterWriter {

    private static final int PIECE = 64 * 1024;
    /** Characters of a piece that are kept back for a secret that continues: more than any has that counts only as a whole. */
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
                // The end of a long secret is kept, and is recognized by itself.
                cut = place[1] - place[0] > KEPT ? cut : place[0];
            }
        }
        out.write(redaction.withoutKnown(text.substring(0, cut)));
        piece.delete(0, cut);
    }

    /** Flushes the target; what is kept back is written only when this is closed. */
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
