package io.github.solutionalm.archive.cab;

/**
 * The checksum of a CFDATA, [MS-CAB] 3.1: the exclusive or of all 32-bit words of the data, then of the fields from
 * cbData on. The up to three bytes that are left over count with the first of them highest.
 */
final class BlockChecksum {

    private BlockChecksum() {}

    static int of(byte[] bytes, int from, int to, int seed) {
        int sum = seed;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            sum ^= bytes[at] & 0xFF
                    | (bytes[at + 1] & 0xFF) << 8
                    | (bytes[at + 2] & 0xFF) << 16
                    | (bytes[at + 3] & 0xFF) << 24;
        }
        int rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        return sum ^ rest;
    }
}
