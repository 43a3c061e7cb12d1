package io.github.solutionalm.dataverse.http;

import java.util.Arrays;

/**
 * A password, a client secret or a token. It never prints itself: {@link #toString} returns {@code ***}, so that no message,
 * log or record shows it by accident. It is equal only to itself, so that no set or map compares secrets.
 */
public final class Secret {

    private final char[] value;

    private Secret(char[] value) {
        this.value = value;
    }

    /** A secret with a copy of the characters; the caller may clear its own. */
    public static Secret of(char[] value) {
        return new Secret(value.clone());
    }

    public static Secret of(String value) {
        return new Secret(value.toCharArray());
    }

    /** Whether it is empty, or has only blanks. */
    public boolean isBlank() {
        return reveal().isBlank();
    }

    /** The value itself, only for the request that needs it. */
    public String reveal() {
        return new String(value);
    }

    /** A copy of the characters, for the caller to clear. */
    public char[] chars() {
        return value.clone();
    }

    /** Overwrites the value. Copies that libraries and the JDK made before are out of reach. */
    public void clear() {
        Arrays.fill(value, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
