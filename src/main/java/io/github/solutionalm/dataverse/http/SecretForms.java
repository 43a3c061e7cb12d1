package io.github.solutionalm.dataverse.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a secret looks in a text: as it stands; in hexadecimal; and in base64, wherever it stands in what was encoded
 * ({@code user:secret}, a whole {@code Authorization} header), since that depends on its place by three only. What is
 * escaped for a URL, for JSON or for HTML is {@link Unescaped} before.
 */
final class SecretForms {

    private static final int GROUP = 3;

    private SecretForms() {}

    static Set<String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        // Of percent escapes come bytes, each as a character; a blank may be a plus.
        String characters = new String(bytes, StandardCharsets.ISO_8859_1);
        forms.add(characters);
        forms.add(characters.replace(' ', '+'));
        for (int before = 0; before < GROUP; before++) {
            forms.add(inBase64(bytes, before, Base64.getEncoder()));
            forms.add(inBase64(bytes, before, Base64.getUrlEncoder()));
        }
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        return forms;
    }

    /** The characters that depend on the secret alone, behind so many other bytes and before any. */
    private static String inBase64(byte[] secret, int before, Base64.Encoder encoder) {
        byte[] all = new byte[before + secret.length];
        System.arraycopy(secret, 0, all, before, secret.length);
        String text = encoder.withoutPadding().encodeToString(all);
        int from = before == 0 ? 0 : before + 1;
        int to = all.length % GROUP == 0 ? text.length() : text.length() - 1;
        return text.substring(Math.min(from, to), to);
    }
}
