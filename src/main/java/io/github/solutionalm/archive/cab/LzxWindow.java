package io.github.solutionalm.archive.cab;

/** The bytes that were decoded last, as a ring. */
final class LzxWindow {

    private final byte[] ring;
    private final int mask;

    /** Position of the next byte in the ring. */
    private int position;

    /** Bytes that are there to be repeated, at most all of the ring. */
    private int filled;

    LzxWindow(int size) {
        ring = new byte[size];
        mask = size - 1;
    }

    void put(int literal) {
        ring[position] = (byte) literal;
        advance(1);
    }

    void putBytes(LzxBits bits, int count) throws CabException {
        int untilEnd = Math.min(count, ring.length - position);
        bits.readBytes(ring, position, untilEnd);
        bits.readBytes(ring, 0, count - untilEnd);
        advance(count);
    }

    /** A match may overlap itself: then what it gives is repeated. */
    void repeat(int offset, int length) throws CabException {
        if (offset <= 0 || offset > filled) {
            throw CabException.corrupt("an LZX block repeats what was not there before");
        }
        int from = position - offset & mask;
        if (from + length <= ring.length && position + length <= ring.length && offset >= length) {
            System.arraycopy(ring, from, ring, position, length);
        } else {
            for (int i = 0; i < length; i++) {
                ring[position + i & mask] = ring[from + i & mask];
            }
        }
        advance(length);
    }

    /** Copies the last bytes out, which are then free to be changed. */
    void copyLast(byte[] out, int count) {
        int from = position - count & mask;
        int untilEnd = Math.min(count, ring.length - from);
        System.arraycopy(ring, from, out, 0, untilEnd);
        System.arraycopy(ring, 0, out, untilEnd, count - untilEnd);
    }

    private void advance(int count) {
        position = position + count & mask;
        filled = Math.min(ring.length, filled + count);
    }
}
