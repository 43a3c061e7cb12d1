package io.github.solutionalm.engine;

import io.github.solutionalm.model.ContentHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads the stored definitions of many components: hundreds with one question to the store, but no more than a few MB of them
 * in memory, where one may have dozens.
 */
final class DefinitionsInTurn {

    private static final int AT_ONCE = 500;
    private static final long BYTES_AT_ONCE = 8 << 20;

    private final Definitions definitions;

    DefinitionsInTurn(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Gives each item in its turn, with the XML of its definitions by hash; without those not known. */
    <T> void read(
            Collection<T> items,
            Function<T, List<ContentHash>> hashes,
            BiConsumer<T, Map<ContentHash, byte[]>> reader) {
        List<T> all = List.copyOf(items);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            readSome(all.subList(from, Math.min(from + AT_ONCE, all.size())), hashes, reader);
        }
    }

    private <T> void readSome(
            List<T> items, Function<T, List<ContentHash>> hashes, BiConsumer<T, Map<ContentHash, byte[]>> reader) {
        Set<ContentHash> wanted = new LinkedHashSet<>();
        items.forEach(item -> wanted.addAll(hashes.apply(item)));
        Map<ContentHash, Long> sizes = definitions.sizes(wanted);
        List<T> few = new ArrayList<>();
        Set<ContentHash> theirs = new LinkedHashSet<>();
        long bytes = 0;
        for (T item : items) {
            for (ContentHash hash : hashes.apply(item)) {
                bytes += theirs.add(hash) ? sizes.getOrDefault(hash, 0L) : 0;
            }
            few.add(item);
            if (bytes > BYTES_AT_ONCE) {
                give(few, theirs, reader);
                few.clear();
                theirs.clear();
                bytes = 0;
            }
        }
        give(few, theirs, reader);
    }

    private <T> void give(List<T> items, Set<ContentHash> hashes, BiConsumer<T, Map<ContentHash, byte[]>> reader) {
        if (!items.isEmpty()) {
            Map<ContentHash, byte[]> xml = new HashMap<>(definitions.stored(hashes));
            items.forEach(item -> reader.accept(item, xml));
        }
    }
}
