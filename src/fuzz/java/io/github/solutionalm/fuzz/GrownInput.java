package io.github.solutionalm.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Inputs that repeat something very often, in a form that stays small, so that a fuzzer can vary it: the document, a mark,
 * the number of a place in the document (two bytes), how often (one byte), and the piece to repeat. Places are where a text
 * begins or ends: next to quotation marks and tags.
 */
public final class GrownInput {

    static final int[] COUNTS = {1, 30, 1_000, 10_000, 50_000, 100_000, 150_000, 200_000};

    private static final byte MARK = 0x1E;
    private static final int HEADER = 4;
    private static final int LONGEST_PIECE = 64;
    private static final int MOST_BYTES = 1 << 20;

    private GrownInput() {}

    /** The input as its reader gets it; one without a mark is its own document. */
    public static byte[] expand(byte[] input) {
        int mark = input.length - 1;
        while (mark >= 0 && input[mark] != MARK) {
            mark--;
        }
        if (mark < 0 || input.length - mark <= HEADER) {
            return input;
        }
        byte[] document = Arrays.copyOf(input, mark);
        int place = (input[mark + 1] & 0xFF) << 8 | input[mark + 2] & 0xFF;
        byte[] piece = Arrays.copyOfRange(input, mark + HEADER, Math.min(input.length, mark + HEADER + LONGEST_PIECE));
        int count = Math.min(COUNTS[input[mark + 3] & 7], MOST_BYTES / piece.length);
        return insert(document, place(document, place), piece, count);
    }

    /** The input as text. */
    public static String text(byte[] input) {
        return new String(expand(input), StandardCharsets.UTF_8);
    }

    /**
     * The small form.
     *
     * @param count index into the counts
     */
    static byte[] of(byte[] document, int place, int count, String piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(document);
        out.writeBytes(new byte[] {MARK, (byte) (place >> 8), (byte) place, (byte) count});
        out.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** How many places a document has. */
    static int places(byte[] document) {
        int places = 0;
        for (int i = 0; i <= document.length; i++) {
            places += isPlace(document, i) ? 1 : 0;
        }
        return places;
    }

    private static int place(byte[] document, int number) {
        int places = places(document);
        int left = places == 0 ? 0 : number % places;
        for (int i = 0; i <= document.length; i++) {
            if (isPlace(document, i) && left-- == 0) {
                return i;
            }
        }
        return document.length;
    }

    private static boolean isPlace(byte[] document, int i) {
        return i > 0 && "\"'>".indexOf(document[i - 1]) >= 0 || i < document.length && "\"'<".indexOf(document[i]) >= 0;
    }

    private static byte[] insert(byte[] document, int at, byte[] piece, int count) {
        byte[] grown = new byte[document.length + piece.length * count];
        System.arraycopy(document, 0, grown, 0, at);
        for (int i = 0; i < count; i++) {
            System.arraycopy(piece, 0, grown, at + i * piece.length, piece.length);
        }
        System.arraycopy(document, at, grown, at + piece.length * count, document.length - at);
        return grown;
    }
}
