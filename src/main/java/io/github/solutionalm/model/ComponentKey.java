package io.github.solutionalm.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** The identity of a component, the same in every package and environment. A value, but no record: it keeps its hash. */
public final class ComponentKey implements Comparable<ComponentKey> {

    private static final Comparator<ComponentKey> ORDER =
            Comparator.comparing((ComponentKey key) -> key.type().name()).thenComparing(ComponentKey::key);

    /** An assembly keeps its identity while only build and revision change (docs/platform-facts.md, "Component types"). */
    private static final Pattern ASSEMBLY_VERSION = Pattern.compile("version=(\\d+\\.\\d+)[.\\d]*");

    /** Another one in each process: no package can be made of thousands of keys that all have one hash. */
    private static final long SECRET = new SplittableRandom().nextLong();

    private static final long MIXING = 0x9E3779B97F4A7C15L;

    private final ComponentType type;
    private final String key;

    /** 0 until it is asked for: a plan asks dozens of times, and the key of an assembly has a hundred characters. */
    private int hash;

    /**
     * Makes the identity of a component.
     *
     * @param type the component type
     * @param key in any case: the schema name, or the GUID with braces or without; a part of a table that is known by name is
     *     {@code table.name}
     */
    public ComponentKey(ComponentType type, String key) {
        String normal = normalize(key);
        if (normal.contains(", version=")
                && (type.equals(ComponentType.PLUGIN_ASSEMBLY) || type.equals(ComponentType.PLUGIN_TYPE))) {
            normal = ASSEMBLY_VERSION.matcher(normal).replaceFirst("version=$1");
        }
        this.type = type;
        this.key = normal;
    }

    public ComponentType type() {
        return type;
    }

    /** The schema name, or the GUID without braces, in lower case. */
    public String key() {
        return key;
    }

    /** Lower case and without the braces of a GUID. */
    public static String normalize(String text) {
        String key = text.strip();
        if (key.length() == 38 && key.charAt(0) == '{' && key.charAt(37) == '}') {
            key = key.substring(1, 37);
        }
        return key.toLowerCase(Locale.ROOT);
    }

    /**
     * Not made of the hash of the text, which anybody can choose: sets that don't change look through all members that have
     * one hash, and maps through all whose keys can't be ordered.
     */
    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = mixed();
            hash = known;
        }
        return known;
    }

    private int mixed() {
        long mixed = SECRET;
        for (int i = 0; i < key.length(); i++) {
            mixed = (mixed ^ key.charAt(i)) * MIXING;
            mixed ^= mixed >>> 29;
        }
        return (int) (mixed >>> 32) + type.name().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ComponentKey same
                        && hashCode() == same.hashCode()
                        && key.equals(same.key)
                        && type.equals(same.type);
    }

    @Override
    public int compareTo(ComponentKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type.name() + " " + key;
    }
}
