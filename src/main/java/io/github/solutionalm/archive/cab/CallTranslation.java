package io.github.solutionalm.archive.cab;

/**
 * Undoes the encoder's translation of x86 CALL instructions (opcode E8) from relative to absolute targets, which makes
 * programs compress better ([MS-PATCH] 2.1.3, "E8 call translation"). Works on each block for itself.
 */
final class CallTranslation {

    private static final byte CALL = (byte) 0xE8;

    /** The last bytes of a block are never translated. */
    private static final int TAIL = 10;

    /** Only the first 32,768 blocks are translated: 1 GB. */
    private static final int MAX_BLOCKS = 32_768;

    private final int fileSize;
    private int blocks;
    private int blockStart;

    /** @param fileSize as the encoder has noted it; 0: nothing was translated */
    CallTranslation(int fileSize) {
        this.fileSize = fileSize;
    }

    void undo(byte[] block, int size) {
        if (fileSize != 0 && blocks < MAX_BLOCKS) {
            for (int i = 0; i < size - TAIL; i++) {
                if (block[i] == CALL) {
                    undo(block, i + 1, blockStart + i);
                    i += 4;
                }
            }
            blocks++;
            blockStart += size;
        }
    }

    private void undo(byte[] block, int at, int position) {
        int target =
                block[at] & 0xFF | (block[at + 1] & 0xFF) << 8 | (block[at + 2] & 0xFF) << 16 | block[at + 3] << 24;
        if (target >= -position && target < fileSize) {
            int relative = target >= 0 ? target - position : target + fileSize;
            block[at] = (byte) relative;
            block[at + 1] = (byte) (relative >> 8);
            block[at + 2] = (byte) (relative >> 16);
            block[at + 3] = (byte) (relative >> 24);
        }
    }
}
