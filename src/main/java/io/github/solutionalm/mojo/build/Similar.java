package io.github.solutionalm.mojo.build;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What was meant by a name that is not known. */
final class Similar {

    /** A slip or two; more is another word. */
    private static final int FAR = 3;

    private Similar() {}

    /** {@code ; did you mean 'failOnDelete'?}, or a list of what is known when nothing is near. */
    static String to(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> isNear(name, candidate))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> "; known are " + String.join(", ", known));
    }

    /** Whether one may be written for the other by mistake. */
    static boolean isNear(String name, String other) {
        return distance(name, other) < FAR;
    }

    /** How many letters to insert, leave out or replace (Levenshtein), upper and lower case aside. */
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
