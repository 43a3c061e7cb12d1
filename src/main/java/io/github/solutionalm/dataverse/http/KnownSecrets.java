package io.github.solutionalm.dataverse.http;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds known secrets in texts. The length of a secret decides how much of it counts:
 * <ul>
 * <li>below 8 characters nothing: ordinary words would vanish;
 * <li>below 16 the whole secret, as a word by itself;
 * <li>below 32 the whole secret, anywhere;
 * <li>from 32 on, which tokens and client secrets have, any part of more than 16 characters.
 * </ul>
 * The same is true for each of its {@link SecretForms}. Immutable; {@link #with} returns another.
 */
final class KnownSecrets {

    static final KnownSecrets NONE = new KnownSecrets(Set.of(), Set.of(), Set.of());

    private static final int SHORTEST = 8;
    private static final int ANYWHERE = 16;
    private static final int IN_PARTS = 32;
    private static final int PART = 17;
    private static final int MULTIPLIER = 31;
    private static final int FILTER = 1 << 20;

    private final Set<String> words;
    private final Set<String> wholes;
    private final Set<String> parts;
    /** The hashes of the parts, so that few stretches of a text are looked up. */
    private final BitSet filter = new BitSet(FILTER);

    private KnownSecrets(Set<String> words, Set<String> wholes, Set<String> parts) {
        this.words = words;
        this.wholes = wholes;
        this.parts = parts;
        parts.forEach(part -> filter.set(part.hashCode() & (FILTER - 1)));
    }

    /** These secrets and one more. */
    KnownSecrets with(String secret) {
        Set<String> moreWords = new HashSet<>(words);
        Set<String> moreWholes = new HashSet<>(wholes);
        Set<String> moreParts = new HashSet<>(parts);
        if (secret.length() >= SHORTEST) {
            for (String form : SecretForms.of(secret)) {
                if (secret.length() >= IN_PARTS) {
                    for (int i = 0; i + PART <= form.length(); i++) {
                        moreParts.add(form.substring(i, i + PART));
                    }
                } else {
                    (form.length() < ANYWHERE ? moreWords : moreWholes).add(form);
                }
            }
        }
        return new KnownSecrets(moreWords, moreWholes, moreParts);
    }

    /** The places of secrets in a text: from inclusive, to exclusive, in characters, in any order. */
    List<int[]> places(String text) {
        List<int[]> found = new ArrayList<>();
        words.forEach(word -> find(text, word, true, found));
        wholes.forEach(whole -> find(text, whole, false, found));
        if (!parts.isEmpty()) {
            findParts(text, found);
        }
        return found;
    }

    private static void find(String text, String form, boolean word, List<int[]> found) {
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int end = at + form.length();
            if (!word || !(isWord(text, at - 1) || isWord(text, end))) {
                found.add(new int[] {at, end});
            }
        }
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    /** Finds parts by a rolling hash, the same as that of a string. */
    private void findParts(String text, List<int[]> found) {
        int highest = 1;
        for (int i = 1; i < PART; i++) {
            highest *= MULTIPLIER;
        }
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= PART) {
                hash -= text.charAt(i - PART) * highest;
            }
            hash = hash * MULTIPLIER + text.charAt(i);
            int from = i + 1 - PART;
            if (from >= 0 && filter.get(hash & (FILTER - 1)) && parts.contains(text.substring(from, i + 1))) {
                int[] last = found.isEmpty() ? new int[2] : found.get(found.size() - 1);
                if (last[1] == i) {
                    last[1] = i + 1;
                } else {
                    found.add(new int[] {from, i + 1});
                }
            }
        }
    }
}
