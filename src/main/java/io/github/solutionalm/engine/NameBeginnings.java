package io.github.solutionalm.engine;

import java.util.Collection;
import java.util.TreeSet;

/** A set of name prefixes; finds the prefix that a name begins with. */
final class NameBeginnings {

    /** Beginnings of which none begins with another: if one begins a name, none is sorted between the two. */
    private final TreeSet<String> shortest = new TreeSet<>();

    NameBeginnings(Collection<String> beginnings) {
        new TreeSet<>(beginnings)
                .stream().filter(beginning -> !beginOne(beginning)).forEach(shortest::add);
    }

    /** Whether a name begins with one of them. */
    boolean beginOne(String name) {
        String before = shortest.floor(name);
        return before != null && name.startsWith(before);
    }
}
