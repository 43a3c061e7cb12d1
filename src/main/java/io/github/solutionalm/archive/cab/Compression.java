package io.github.solutionalm.archive.cab;

/**
 * typeCompress of a CFFOLDER, [MS-CAB] 2.2: the method in the low four bits, and for LZX the window's size as a power of
 * two in bits 8 to 12.
 */
record Compression(Method method, int windowBits) {

    enum Method {
        NONE,
        MSZIP,
        QUANTUM,
        LZX
    }

    static Compression of(int type) throws CabException {
        int method = type & 0xF;
        if (method >= Method.values().length) {
            throw CabException.unsupported("it has an unknown compression, number %d", method);
        }
        int windowBits = type >> 8 & 0x1F;
        boolean lzx = method == Method.LZX.ordinal();
        if (lzx && (windowBits < LzxDecoder.MIN_WINDOW_BITS || windowBits > LzxDecoder.MAX_WINDOW_BITS)) {
            throw CabException.corrupt(
                    "it has an LZX window of 2^%d bytes; 2^%d to 2^%d are possible",
                    windowBits, LzxDecoder.MIN_WINDOW_BITS, LzxDecoder.MAX_WINDOW_BITS);
        }
        return new Compression(Method.values()[method], lzx ? windowBits : 0);
    }

    void requireSupported() throws CabException {
        if (method == Method.QUANTUM) {
            throw CabException.unsupported(
                    "it is compressed with Quantum, which is not supported. Repack it with MSZIP or LZX");
        }
    }

    BlockDecoder decoder() throws CabException {
        requireSupported();
        return switch (method) {
            case NONE -> new StoredDecoder();
            case MSZIP -> new MszipDecoder();
            case LZX -> new LzxDecoder(windowBits);
            case QUANTUM -> throw new AssertionError("refused above");
        };
    }
}
