package io.github.solutionalm.dataverse.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Removes secrets from text of others: an answer may echo what it was sent. Known secrets are replaced, plain and encoded
 * ({@link KnownSecrets} says how much of them counts, {@link SecretForms} and {@link UnescapedText} in which forms); in what is
 * shown, anything that looks like a token is replaced too. Thread-safe.
 */
public final class Redaction {

    private static final String HIDDEN = "***";
    /** The most layers of escapes, such as those of a URL in JSON in JSON. */
    private static final int LAYERS = 4;

    /** The shapes of tokens. No groups repeat: those would take a stack as deep as the text is long. */
    private static final List<Pattern> TOKENS = List.of(
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_.-]*+"),
            Pattern.compile("(?i)(?<=bearer )[A-Za-z0-9._~+/=-]{16,}"),
            Pattern.compile("(?i)(?<=client_secret=)[^&\\s\"]+"),
            Pattern.compile("(?i)(?<=client_assertion=)[^&\\s\"]+"),
            Pattern.compile("(?i)(?<=\"(?:access|id|refresh)_token\":\")[^\"]+"));

    private volatile KnownSecrets known = KnownSecrets.NONE;

    /** Removes this secret from now on, unless it has less than 8 characters: ordinary words would vanish. */
    public synchronized Secret hide(Secret secret) {
        known = known.with(secret.reveal());
        return secret;
    }

    /** The text as it may be shown: without known secrets, and without anything that looks like a token. */
    public String of(String text) {
        String clean = withoutKnown(text);
        for (Pattern token : TOKENS) {
            clean = token.matcher(clean).replaceAll(HIDDEN);
        }
        return clean;
    }

    /** The text without known secrets, otherwise unchanged: for values that are used. */
    String withoutKnown(String text) {
        List<int[]> places = places(text);
        return places.isEmpty() ? text : without(text, places);
    }

    /** The stretches with secrets, in order, with gaps between them. */
    List<int[]> places(String text) {
        if (known == KnownSecrets.NONE) {
            return List.of();
        }
        List<int[]> found = new ArrayList<>(known.places(text));
        Optional<UnescapedText> layer = Optional.of(UnescapedText.none(text)).filter(t -> hasEscapes(text));
        for (int i = 0; i < LAYERS && layer.isPresent(); i++) {
            layer = layer.get().more();
            layer.ifPresent(plain -> known.places(plain.text())
                    .forEach(place -> found.add(new int[] {plain.starts()[place[0]], plain.starts()[place[1]]})));
        }
        return joined(found);
    }

    /** The text with each stretch replaced. */
    static String without(String text, List<int[]> places) {
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        for (int[] place : places) {
            clean.append(text, at, place[0]).append(HIDDEN);
            at = place[1];
        }
        return clean.append(text, at, text.length()).toString();
    }

    private static boolean hasEscapes(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
    }

    private static List<int[]> joined(List<int[]> found) {
        found.sort(Comparator.comparingInt(place -> place[0]));
        List<int[]> joined = new ArrayList<>();
        for (int[] place : found) {
            int[] last = joined.isEmpty() ? new int[] {-1, -1} : joined.get(joined.size() - 1);
            if (place[0] <= last[1]) {
                last[1] = Math.max(last[1], place[1]);
            } else {
                joined.add(place.clone());
            }
        }
        return joined;
    }
}
