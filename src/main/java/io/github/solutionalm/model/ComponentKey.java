package io.github.solutionalm.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * The identity of a component, the same in every package and environment.
 *
 * @param type the component type
 * @param key lower case: the schema name, or the GUID without braces; a part of a table that is known by name is
 *     {@code table.name}
 */
public record ComponentKey(ComponentType type, String key) implements Comparable<ComponentKey> {

    private static final Comparator<ComponentKey> ORDER =
            Comparator.comparing((ComponentKey key) -> key.type().name()).thenComparing(ComponentKey::key);

    /** An assembly keeps its identity while only build and revision change (docs/platform-facts.md, "Component types"). */
    private static final Pattern ASSEMBLY_VERSION = Pattern.compile("version=(\\d+\\.\\d+)[.\\d]*");

    /** Another one in each process: no package can be made of thousands of keys that all have one hash. */
    private static final long SECRET = new SplittableRandom().nextLong();

    private static final long MIXING = 0x9E3779B97F4A7C15L;

    public ComponentKey {
        key = normalize(key);
        if (key.contains(", version=")
                && (type.equals(ComponentType.PLUGIN_ASSEMBLY) || type.equals(ComponentType.PLUGIN_TYPE))) {
            key = ASSEMBLY_VERSION.matcher(key).replaceFirst("version=$1");
        }
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
        long hash = SECRET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * MIXING;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 32) + type.name().hashCode();
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
