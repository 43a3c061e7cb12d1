package io.github.solutionalm.archive.cab;

/**
 * LZX as cabinets have it: "Microsoft LZX Data Compression Format" of 1997, told anew in [MS-PATCH], from which it
 * differs in the window (32 KB to 2 MB), in block sizes (always 24 bits) and in matches (never longer than 257).
 *
 * <p>There are two kinds of blocks. Those of the cabinet give 32 KB each and begin with a new 16-bit word; they are
 * called frames here. Those of LZX begin and end anywhere in them:
 *
 * <pre>
 * bits  field                                                              [MS-PATCH] 2.3.1, 2.3.2
 *    1  once, before the first block: calls are translated; then 32 bits of file size, high word first
 *    3  type: 1 verbatim, 2 aligned offset, 3 uncompressed
 *   24  number of bytes that come out
 *       aligned: 8 lengths of 3 bits of the aligned offset code
 *       verbatim and aligned: lengths of the main code for literals, for matches, and of the length code; then tokens
 *       uncompressed: 1 to 16 bits to the next word, three repeated offsets of 32 bits, bytes, a byte if odd
 * </pre>
 */
final class LzxDecoder implements BlockDecoder {

    static final int MIN_WINDOW_BITS = 15;
    static final int MAX_WINDOW_BITS = 21;

    private static final int VERBATIM = 1;
    private static final int ALIGNED = 2;
    private static final int UNCOMPRESSED = 3;

    private final LzxBits bits = new LzxBits();
    private final LzxWindow window;
    private final LzxTokens tokens;

    private CallTranslation calls;
    private int blockType;
    private int blockRemaining;

    /** An uncompressed block of odd size was read, and not yet the byte after it. */
    private boolean padding;

    LzxDecoder(int windowBits) {
        window = new LzxWindow(1 << windowBits);
        tokens = new LzxTokens(window, windowBits);
    }

    @Override
    public void decode(byte[] packed, int length, byte[] out, int size) throws CabException {
        bits.reset(packed, length);
        if (calls == null) {
            calls = new CallTranslation(bits.read(1) == 0 ? 0 : bits.read(16) << 16 | bits.read(16));
        }
        int remaining = size;
        while (remaining > 0) {
            if (blockRemaining == 0) {
                beginBlock();
            }
            int count = Math.min(remaining, blockRemaining);
            if (blockType == UNCOMPRESSED) {
                window.putBytes(bits, count);
            } else {
                tokens.decode(bits, count);
            }
            blockRemaining -= count;
            remaining -= count;
        }
        if (blockRemaining == 0 && bits.hasBytes()) {
            skipPadding();
        }
        window.copyLast(out, size);
        calls.undo(out, size);
    }

    private void beginBlock() throws CabException {
        skipPadding();
        blockType = bits.read(3);
        blockRemaining = bits.read(16) << 8 | bits.read(8);
        switch (blockType) {
            case VERBATIM -> tokens.beginVerbatim(bits);
            case ALIGNED -> tokens.beginAligned(bits);
            case UNCOMPRESSED -> {
                bits.alignToBytes();
                tokens.beginUncompressed(bits);
                padding = blockRemaining % 2 != 0;
            }
            default -> throw CabException.corrupt("an LZX block has the unknown type %d", blockType);
        }
    }

    /** The byte is at the end of a frame, or at the start of the next: encoders differ. */
    private void skipPadding() throws CabException {
        if (padding) {
            bits.readBytes(new byte[1], 0, 1);
            padding = false;
        }
    }
}
