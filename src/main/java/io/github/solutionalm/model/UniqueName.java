package io.github.solutionalm.model;

import java.util.Locale;

/** Unique names of solutions and publishers: two that differ in nothing but case are the same. */
public final class UniqueName {

    private UniqueName() {}

    /** Whether two names are of the same solution or publisher. */
    public static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    /** The name in the form by which it is looked up: in lower case. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
