package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.SortedSet;

/** Hears what the reader comes across. */
public interface ReadListener {

    /** Does not listen. */
    ReadListener NONE = new ReadListener() {};

    /**
     * A component was read.
     *
     * @param count how many so far
     */
    default void component(ComponentType type, int count) {}

    /** A flow or connector names these hosts, lower case. */
    default void hosts(ComponentKey key, SortedSet<String> hosts) {}
}
