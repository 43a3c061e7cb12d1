package io.github.solutionalm.archive.cab;

/**
 * Literals and matches of verbatim and aligned blocks, [MS-PATCH] 2.6. The three offsets used last outlive the block, as
 * do the lengths of the codes: the next block tells only what is different.
 */
final class LzxTokens {

    private static final int LITERALS = 256;
    private static final int MIN_MATCH = 2;

    /** Ways to say a match's length in its main symbol; the highest means: and a symbol of the length code. */
    private static final int LENGTH_HEADERS = 8;

    private static final int LENGTH_SYMBOLS = 249;

    private final LzxWindow window;
    private final LzxSlots slots;
    private final byte[] mainLengths;
    private final byte[] lengthLengths = new byte[LENGTH_SYMBOLS];

    /** R0, R1, R2: the offsets used last, the last one first. */
    private final int[] repeated = {1, 1, 1};

    private HuffmanCode mainCode;
    private HuffmanCode lengthCode;
    private HuffmanCode alignedCode;
    private boolean aligned;

    LzxTokens(LzxWindow window, int windowBits) {
        this.window = window;
        this.slots = LzxSlots.of(windowBits);
        this.mainLengths = new byte[LITERALS + LENGTH_HEADERS * slots.count()];
    }

    void beginVerbatim(LzxBits bits) throws CabException {
        aligned = false;
        LzxLengths.read(bits, mainLengths, 0, LITERALS);
        LzxLengths.read(bits, mainLengths, LITERALS, mainLengths.length);
        LzxLengths.read(bits, lengthLengths, 0, LENGTH_SYMBOLS);
        mainCode = new HuffmanCode(mainLengths);
        lengthCode = new HuffmanCode(lengthLengths);
    }

    void beginAligned(LzxBits bits) throws CabException {
        alignedCode = new HuffmanCode(LzxLengths.plain(bits, 8, 3));
        beginVerbatim(bits);
        aligned = true;
    }

    void beginUncompressed(LzxBits bits) throws CabException {
        byte[] number = new byte[4];
        for (int i = 0; i < repeated.length; i++) {
            bits.readBytes(number, 0, 4);
            repeated[i] = number[0] & 0xFF | (number[1] & 0xFF) << 8 | (number[2] & 0xFF) << 16 | number[3] << 24;
        }
    }

    /** Decodes tokens that give exactly {@code count} bytes: no match goes beyond the end of a block or a frame. */
    void decode(LzxBits bits, int count) throws CabException {
        int remaining = count;
        while (remaining > 0) {
            int symbol = mainCode.read(bits);
            if (symbol < LITERALS) {
                window.put(symbol);
                remaining--;
                continue;
            }
            int length = length(bits, symbol - LITERALS);
            int offset = offset(bits, (symbol - LITERALS) / LENGTH_HEADERS);
            if (length > remaining) {
                throw CabException.corrupt("an LZX block has a match that is longer than the block");
            }
            window.repeat(offset, length);
            remaining -= length;
        }
    }

    private int length(LzxBits bits, int match) throws CabException {
        int header = match % LENGTH_HEADERS;
        return MIN_MATCH + header + (header == LENGTH_HEADERS - 1 ? lengthCode.read(bits) : 0);
    }

    /** Slots 0 to 2 are the repeated offsets; the one used changes places with the first. */
    private int offset(LzxBits bits, int slot) throws CabException {
        if (slot < repeated.length) {
            int offset = repeated[slot];
            repeated[slot] = repeated[0];
            repeated[0] = offset;
            return offset;
        }
        int offset = slots.base()[slot] - 2 + footer(bits, slots.extraBits()[slot]);
        repeated[2] = repeated[1];
        repeated[1] = repeated[0];
        repeated[0] = offset;
        return offset;
    }

    /** In aligned blocks the last three bits have a code of their own: offsets are often multiples of 4 or 8. */
    private int footer(LzxBits bits, int extraBits) throws CabException {
        if (!aligned || extraBits < 3) {
            return extraBits == 0 ? 0 : bits.read(extraBits);
        }
        int high = extraBits == 3 ? 0 : bits.read(extraBits - 3) << 3;
        return high | alignedCode.read(bits);
    }
}
