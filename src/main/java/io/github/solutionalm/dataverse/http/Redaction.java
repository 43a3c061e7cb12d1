package io.github.solutionalm.dataverse.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text that comes from elsewhere: an error answer may echo what it was sent. What it was told of is
 * replaced as it stands and as it is written in a URL or in base64; what looks like a token is replaced too. Threads may
 * share it.
 */
public final class Redaction {

    private static final String HIDDEN = "***";
    /** Shorter ones are no secrets, and would tear every text to pieces. */
    private static final int SHORTEST = 4;

    private static final List<Pattern> TOKENS = List.of(
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)+"),
            Pattern.compile("(?i)(?<=bearer )[A-Za-z0-9._~+/=-]{16,}"),
            Pattern.compile("(?i)(?<=client_secret=)[^&\\s\"]+"),
            Pattern.compile("(?i)(?<=client_assertion=)[^&\\s\"]+"),
            Pattern.compile("(?i)(?<=\"(?:access|id|refresh)_token\":\")[^\"]+"));

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** From now on this secret is taken out. */
    public Secret hide(Secret secret) {
        String value = secret.reveal();
        if (value.length() >= SHORTEST) {
            known.add(value);
            known.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
            known.add(Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        }
        return secret;
    }

    /** The text without secrets. */
    public String of(String text) {
        String clean = text;
        // The longest first: one secret may be a part of another.
        for (String secret : known.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            clean = clean.replace(secret, HIDDEN);
        }
        for (Pattern token : TOKENS) {
            clean = token.matcher(clean).replaceAll(HIDDEN);
        }
        return clean;
    }
}
