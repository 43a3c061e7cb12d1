package io.github.solutionalm.dataverse.server;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was read of an environment, until it changes: a client asks the same tables hundreds of times between two imports. */
final class Remembered {

    private final Map<String, Object> values = new HashMap<>();

    /** @param read where it was not read yet since the last change */
    synchronized <T> T get(String what, Supplier<T> read) {
        Object value = values.get(what);
        if (value == null) {
            value = read.get();
            values.put(what, value);
        }
        @SuppressWarnings("unchecked")
        T typed = (T) value;
        return typed;
    }

    /** To be called after each change, before anybody is told of it. */
    synchronized void forget() {
        values.clear();
    }
}
