package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.SortedSet;

/** Notified of what the reader finds. */
public interface ReadListener {

    /** Does not listen. */
    ReadListener NONE = new ReadListener() {};

    /**
     * A component was read.
     *
     * @param count how many so far
     */
    default void component(ComponentType type, int count) {}

    /**
     * A component can run: an assembly, a script, a flow, a connector.
     *
     * @param hosts hosts that its files name, lower case
     */
    default void code(ComponentKey key, SortedSet<String> hosts) {}
}
