package io.github.solutionalm.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Patterns of names, of which a name may be like any. Those without a star are looked up: a build may allow each of thousands
 * of deletions by its name.
 */
public final class NamePatterns {

    /** Lower case. */
    private final Set<String> names = new HashSet<>();

    private final List<NamePattern> patterns = new ArrayList<>();

    private NamePatterns() {}

    /**
     * The patterns that texts are.
     *
     * @param texts as {@link NamePattern#of} takes each
     */
    public static NamePatterns of(Collection<String> texts) {
        NamePatterns all = new NamePatterns();
        for (String text : texts) {
            NamePattern pattern = NamePattern.of(text);
            if (pattern.isName()) {
                all.names.add(pattern.toString());
            } else {
                all.patterns.add(pattern);
            }
        }
        return all;
    }

    /** Whether all of a name is like one of these, in any case. */
    public boolean anyMatches(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        return names.contains(text) || patterns.stream().anyMatch(pattern -> pattern.matchesLowerCase(text));
    }
}
