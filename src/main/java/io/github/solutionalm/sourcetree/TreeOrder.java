package io.github.solutionalm.sourcetree;

import java.util.Comparator;
import java.util.Locale;

/**
 * The order in which Windows lists a folder and what is in it: files before folders, each by the names in upper case,
 * character by character, so that {@code _} comes after letters.
 */
final class TreeOrder {

    /** Of paths with forward slashes. */
    static final Comparator<String> PATHS = TreeOrder::compare;

    /** Of names. */
    static final Comparator<String> NAMES =
            Comparator.comparing((String name) -> name.toUpperCase(Locale.ROOT)).thenComparing(name -> name);

    private TreeOrder() {}

    private static int compare(String a, String b) {
        int slashA = a.indexOf('/');
        int slashB = b.indexOf('/');
        if (slashA < 0 || slashB < 0) {
            return slashA < 0 && slashB < 0 ? NAMES.compare(a, b) : slashA < 0 ? -1 : 1;
        }
        int first = NAMES.compare(a.substring(0, slashA), b.substring(0, slashB));
        return first != 0 ? first : compare(a.substring(slashA + 1), b.substring(slashB + 1));
    }
}
