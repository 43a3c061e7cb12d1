package io.github.solutionalm.archive.cab;

import java.util.Arrays;

/**
 * A canonical Huffman code given by the length of each symbol's code: shorter codes come first, and codes of one length
 * in the order of their symbols ([MS-PATCH] 2.2, "tree" there).
 */
final class HuffmanCode {

    static final int MAX_LENGTH = 16;

    /** Codes up to this length are found in one step. */
    private static final int SHORT = 9;

    /** For what the next {@code SHORT} bits can be: symbol and length of the code in it, or 0. */
    private final int[] shortCodes = new int[1 << SHORT];

    /** For each length: the first 16-bit value that is not a code of that length or shorter. */
    private final int[] limit = new int[MAX_LENGTH + 1];

    /** Symbols in the order of their codes, and for each length where it begins. */
    private final int[] symbols;

    private final int[] first = new int[MAX_LENGTH + 2];

    /**
     * @throws CabException when the lengths are not a complete code. None at all is possible, for a code that is not
     *     used: then {@link #read} fails
     */
    HuffmanCode(byte[] lengths) throws CabException {
        int[] counts = new int[MAX_LENGTH + 1];
        for (byte length : lengths) {
            counts[length]++;
        }
        int value = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            value += counts[length] << MAX_LENGTH - length;
            limit[length] = value;
            first[length + 1] = first[length] + counts[length];
        }
        if (value != 0 && value != 1 << MAX_LENGTH) {
            throw CabException.corrupt("an LZX block has an impossible code");
        }
        symbols = new int[first[MAX_LENGTH + 1]];
        sort(lengths);
        fillShortCodes();
    }

    int read(LzxBits bits) throws CabException {
        int value = bits.peek(MAX_LENGTH);
        int known = shortCodes[value >>> MAX_LENGTH - SHORT];
        if (known != 0) {
            bits.take(known & 31);
            return known >>> 5;
        }
        for (int length = SHORT + 1; length <= MAX_LENGTH; length++) {
            if (value < limit[length]) {
                bits.take(length);
                return symbols[first[length] + (value - limit[length - 1] >>> MAX_LENGTH - length)];
            }
        }
        throw CabException.corrupt("an LZX block uses a code that it does not have");
    }

    private void sort(byte[] lengths) {
        int[] next = first.clone();
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = symbol;
            }
        }
    }

    private void fillShortCodes() {
        int at = 0;
        for (int length = 1; length <= SHORT; length++) {
            for (int i = first[length]; i < first[length + 1]; i++) {
                int until = at + (1 << SHORT - length);
                Arrays.fill(shortCodes, at, until, symbols[i] << 5 | length);
                at = until;
            }
        }
    }
}
