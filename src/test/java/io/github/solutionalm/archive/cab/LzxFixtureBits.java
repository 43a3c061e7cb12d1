package io.github.solutionalm.archive.cab;

import java.io.ByteArrayOutputStream;

/** Writes bits into 16-bit little-endian words, the highest first. */
final class LzxFixtureBits {

    private ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private int word;
    private int count;

    void write(int value, int bits) {
        for (int i = bits - 1; i >= 0; i--) {
            word = word << 1 | value >>> i & 1;
            if (++count == 16) {
                frame.write(word);
                frame.write(word >>> 8);
                word = 0;
                count = 0;
            }
        }
    }

    /** 1 to 16 bits. */
    void padToBytes() {
        write(0, 16 - count);
    }

    void bytes(byte... bytes) {
        frame.writeBytes(bytes);
    }

    byte[] endFrame() {
        if (count > 0) {
            padToBytes();
        }
        byte[] bytes = frame.toByteArray();
        frame = new ByteArrayOutputStream();
        return bytes;
    }
}
