package io.github.solutionalm.mojo.build;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Suggests the name that an unknown name was probably meant to be. */
final class Similar {

    /** One or two wrong letters are a slip; more make another word. */
    private static final int FAR = 3;

    private Similar() {}

    /** {@code . Did you mean failOnDelete?}, or the list of known names when none is near. */
    static String to(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> isNear(name, candidate))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map(near -> ". Did you mean " + near + "?")
                .orElseGet(() -> ". Known: " + String.join(", ", known));
    }

    /** Whether one name is probably a misspelling of the other. */
    static boolean isNear(String name, String other) {
        return distance(name, other) < FAR;
    }

    /** Number of letters to insert, remove or replace (Levenshtein distance), ignoring case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
