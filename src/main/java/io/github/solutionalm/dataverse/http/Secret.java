package io.github.solutionalm.dataverse.http;

import java.util.Arrays;

/**
 * A password, a client secret or a token. It never prints itself: {@link #toString} gives {@code ***}, so that no message,
 * log or record shows it by accident. Equal to itself only, so that no set or map compares secrets.
 */
public final class Secret {

    private final char[] value;

    private Secret(char[] value) {
        this.value = value;
    }

    /** Copies the characters; the caller may clear its own. */
    public static Secret of(char[] value) {
        return new Secret(value.clone());
    }

    public static Secret of(String value) {
        return new Secret(value.toCharArray());
    }

    /** True when there is nothing in it, or only blanks. */
    public boolean isBlank() {
        return reveal().isBlank();
    }

    /** The value itself, for the request that needs it and for nothing else. */
    public String reveal() {
        return new String(value);
    }

    /** A copy of the characters, for the caller to clear. */
    public char[] chars() {
        return value.clone();
    }

    /** Overwrites the value. What libraries and the JDK made of it before is beyond reach. */
    public void clear() {
        Arrays.fill(value, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
