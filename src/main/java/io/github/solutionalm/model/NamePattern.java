package io.github.solutionalm.model;

import java.util.List;
import java.util.Locale;

/**
 * A pattern of names as people write it: {@code *} stands for any text, all else for itself, in any case. It is no regular
 * expression, so that no name takes longer than it is long, however many stars there are.
 */
public final class NamePattern {

    private static final char ANY = '*';

    /** What stands between the stars, lower case. */
    private final List<String> parts;

    private NamePattern(List<String> parts) {
        this.parts = parts;
    }

    /**
     * The pattern that a text is.
     *
     * @param text blanks around it do not count
     */
    public static NamePattern of(String text) {
        return new NamePattern(List.of(text.strip().toLowerCase(Locale.ROOT).split("\\*", -1)));
    }

    /** Whether all of a name is like this. */
    public boolean matches(String name) {
        return matchesLowerCase(name.toLowerCase(Locale.ROOT));
    }

    /** Whether it is a name itself, and no other name is like it. */
    boolean isName() {
        return parts.size() == 1;
    }

    boolean matchesLowerCase(String text) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return text.equals(first);
        }
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }

    @Override
    public String toString() {
        return String.join(String.valueOf(ANY), parts);
    }
}
