package io.github.solutionalm.archive.cab;

import java.util.Arrays;

/**
 * Lengths of codes as LZX tells them, [MS-PATCH] 2.5: as differences from those of the block before, in a code made for
 * this ("pretree"), whose own lengths are 20 numbers of 4 bits.
 *
 * <pre>
 *  0 to 16  the length is so much less than before, modulo 17
 *       17  4 to 19 lengths of 0:  4 further bits
 *       18  20 to 51 lengths of 0: 5 further bits
 *       19  4 or 5 times the same: 1 further bit, then a symbol of 0 to 16 that tells it from the first of them
 * </pre>
 */
final class LzxLengths {

    private static final int PRETREE_SYMBOLS = 20;
    private static final int PRETREE_BITS = 4;
    private static final int MODULUS = HuffmanCode.MAX_LENGTH + 1;

    private LzxLengths() {}

    /** Lengths that are just numbers. */
    static byte[] plain(LzxBits bits, int count, int width) throws CabException {
        byte[] lengths = new byte[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = (byte) bits.read(width);
        }
        return lengths;
    }

    /** Changes {@code lengths}, which are those of the block before. */
    static void read(LzxBits bits, byte[] lengths, int from, int to) throws CabException {
        HuffmanCode pretree = new HuffmanCode(plain(bits, PRETREE_SYMBOLS, PRETREE_BITS));
        int at = from;
        while (at < to) {
            int symbol = pretree.read(bits);
            int run =
                    switch (symbol) {
                        case 17 -> 4 + bits.read(4);
                        case 18 -> 20 + bits.read(5);
                        case 19 -> 4 + bits.read(1);
                        default -> 1;
                    };
            int difference = symbol == 19 ? pretree.read(bits) : symbol;
            if (symbol == 19 && difference >= MODULUS) {
                throw CabException.corrupt("an LZX block has an impossible table of code lengths");
            }
            int length = difference >= MODULUS ? 0 : (lengths[at] - difference + MODULUS) % MODULUS;
            int end = Math.min(to, at + run); // other decoders let a run go beyond the table, too
            Arrays.fill(lengths, at, end, (byte) length);
            at = end;
        }
    }
}
