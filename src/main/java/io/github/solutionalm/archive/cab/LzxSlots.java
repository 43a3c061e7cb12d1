package io.github.solutionalm.archive.cab;

import java.util.Arrays;

/**
 * Position slots, [MS-PATCH] 2.6.1: a match's distance is the base of its slot plus that many further bits. The further
 * the distance, the wider the slot: 0, 0, 0, 0, 1, 1, 2, 2 bits and so on, never more than 17.
 */
record LzxSlots(int[] base, int[] extraBits) {

    private static final int MAX_EXTRA_BITS = 17;

    /** More than any window needs. */
    private static final int ENOUGH = 64;

    /** The slots that it takes to reach every byte of the window. */
    static LzxSlots of(int windowBits) {
        int[] base = new int[ENOUGH];
        int[] extraBits = new int[ENOUGH];
        int count = 0;
        for (int next = 0; next < 1 << windowBits; count++) {
            base[count] = next;
            extraBits[count] = Math.min(MAX_EXTRA_BITS, Math.max(0, count / 2 - 1));
            next += 1 << extraBits[count];
        }
        return new LzxSlots(Arrays.copyOf(base, count), Arrays.copyOf(extraBits, count));
    }

    int count() {
        return base.length;
    }
}
