package io.github.solutionalm.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Patterns of names. A name matches if it matches any of them; {@code *} is any text, and case is ignored.
 * They are no regular expressions, so that no name takes longer than it is long, however many stars there are.
 * Those without a star are looked up: a build may allow each of thousands of deletions by its name.
 */
public final class NamePatterns {

    /** Names without a star, in lower case. */
    private final Set<String> names = new HashSet<>();

    /** For each pattern with stars, the texts between them, in lower case. */
    private final List<List<String>> patterns = new ArrayList<>();

    private NamePatterns() {}

    /**
     * The patterns that texts are.
     *
     * @param texts blanks around each do not count
     */
    public static NamePatterns of(Collection<String> texts) {
        NamePatterns all = new NamePatterns();
        for (String text : texts) {
            List<String> parts = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\*", -1));
            if (parts.size() == 1) {
                all.names.add(parts.get(0));
            } else {
                all.patterns.add(parts);
            }
        }
        return all;
    }

    /** Whether all of a name is like one of these, in any case. */
    public boolean anyMatches(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        return names.contains(text) || patterns.stream().anyMatch(parts -> matches(parts, text));
    }

    private static boolean matches(List<String> parts, String text) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
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
}
