package io.github.solutionalm.archive.cab;

/**
 * The bits of one LZX block's bytes: 16-bit little-endian words, the highest bit of each first ([MS-PATCH] 2.1.1).
 *
 * <p>Looking ahead beyond the end gives zeros, as a decoder looks further than a code is long; taking bits from there
 * fails. Every symbol takes bits, so no input keeps a decoder busy for longer than it is long.
 */
final class LzxBits {

    private byte[] bytes = {};
    private int end;

    /** Where the words begin, which is odd after some uncompressed blocks. */
    private int start;

    /** Bits taken since {@code start}. */
    private int taken;

    void reset(byte[] packed, int length) {
        bytes = packed;
        end = length;
        start = 0;
        taken = 0;
    }

    /** Looks at up to 17 bits. */
    int peek(int count) {
        int at = start + (taken >>> 4 << 1);
        int words = at(at + 1) << 24 | at(at) << 16 | at(at + 3) << 8 | at(at + 2);
        return words << (taken & 15) >>> 32 - count;
    }

    void take(int count) throws CabException {
        taken += count;
        int words = (end - start + 1) / 2; // of the last one a half may be missing: that is zeros
        if (taken > words * 16) {
            throw endsEarly();
        }
    }

    /** Reads 1 to 17 bits. */
    int read(int count) throws CabException {
        int value = peek(count);
        take(count);
        return value;
    }

    /** Goes to the bytes of an uncompressed block: after 1 to 16 bits of padding, even if already between two words. */
    void alignToBytes() throws CabException {
        take(16 - (taken & 15));
    }

    /** Copies bytes; must be aligned. Bits go on after them. */
    void readBytes(byte[] out, int offset, int count) throws CabException {
        int at = start + (taken >>> 3);
        if (count > end - at) {
            throw endsEarly();
        }
        System.arraycopy(bytes, at, out, offset, count);
        start = at + count;
        taken = 0;
    }

    boolean hasBytes() {
        return start + (taken + 7 >>> 3) < end;
    }

    private int at(int index) {
        return index < end ? bytes[index] & 0xFF : 0;
    }

    private static CabException endsEarly() {
        return CabException.corrupt("an LZX block ends early");
    }
}
