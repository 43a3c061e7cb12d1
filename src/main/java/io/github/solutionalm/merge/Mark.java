package io.github.solutionalm.merge;

import java.util.Locale;

/** What a layer does with an element: {@code solutionaction} (docs/platform-facts.md, "Marks of differences"). */
enum Mark {
    /** Nothing is said: the element is stated by a full definition, or leads to what a difference changes. */
    NONE,
    ADDED,
    MODIFIED,
    REMOVED,
    /** It stands in another parent than in the layer's basis ({@link Comparison}); no package says so. */
    MOVED,
    /** It is as in the layer's basis, and only tells where its siblings stand; no package says so. */
    SAME;

    static final String ATTRIBUTE = "solutionaction";
    static final String ORDINAL = "ordinalvalue";

    static Mark of(String action) {
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "added" -> ADDED;
            case "modified" -> MODIFIED;
            case "removed" -> REMOVED;
            default -> NONE;
        };
    }
}
