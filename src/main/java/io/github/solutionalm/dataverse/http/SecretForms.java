package io.github.solutionalm.dataverse.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms of a secret in a text: plain, in hexadecimal, and in base64. The base64 has three forms, as the secret may be
 * anywhere in what was encoded ({@code user:secret}, a whole {@code Authorization} header). Escapes for a URL, for JSON or for
 * HTML are resolved before by {@link UnescapedText}.
 */
final class SecretForms {

    private static final int GROUP = 3;

    private SecretForms() {}

    static Set<String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        // Resolved percent escapes are bytes, each as a character; a blank may be a plus.
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

    /** The characters that depend only on the secret, behind so many other bytes and before any others. */
    private static String inBase64(byte[] secret, int before, Base64.Encoder encoder) {
        byte[] all = new byte[before + secret.length];
        System.arraycopy(secret, 0, all, before, secret.length);
        String text = encoder.withoutPadding().encodeToString(all);
        int from = before == 0 ? 0 : before + 1;
        int to = all.length % GROUP == 0 ? text.length() : text.length() - 1;
        return text.substring(Math.min(from, to), to);
    }
}
