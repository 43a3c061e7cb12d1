package io.github.solutionalm.report.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A document put together of blocks, each of them whole or left out, that does not get larger than a limit. */
final class Blocks {

    /** For the sentence that says what is left out. */
    private static final int RESERVE = 200;

    private final StringBuilder text = new StringBuilder();
    private int room;

    /** @param limit bytes in UTF-8 */
    Blocks(int limit) {
        room = limit - RESERVE;
    }

    /** Adds lines that belong together, if there is room. */
    boolean add(String block) {
        int size = block.getBytes(StandardCharsets.UTF_8).length;
        if (size > room) {
            return false;
        }
        text.append(block);
        room -= size;
        return true;
    }

    /**
     * Items of a list.
     *
     * @param first the first ones
     * @param count how many there are
     */
    record Items(List<String> first, int count) {}

    /** Adds a list under a heading, as far as there is room, and says how much of it is left out. */
    void list(String heading, Items items) {
        if (items.count() == 0 || !add("\n" + heading + "\n\n")) {
            return;
        }
        int told = 0;
        while (told < items.first().size() && add("- " + items.first().get(told) + "\n")) {
            told++;
        }
        if (told < items.count()) {
            add("- … and " + (items.count() - told) + " more\n");
        }
    }

    int room() {
        return room;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
