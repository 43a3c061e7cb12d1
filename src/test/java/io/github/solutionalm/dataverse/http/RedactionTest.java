package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which forms a secret is known again, and which texts stay as they are. */
class RedactionTest {

    private static final String PASSWORD = "pa%ss \"w<ord>&+/Ü'1";
    private static final String CLAIMS =
            base64("{\"aud\":\"https://contoso.crm4.dynamics.com\",\"oid\":\"1234567890\"}");
    private static final String JWT = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + CLAIMS + "."
            + "c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtMDEyMzQ1Njc4OQ";

    private final Redaction redaction = new Redaction();

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("as it stands", secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.put("in a URL", url);
        forms.put("in a URL, blanks in hexadecimal", url.replace("+", "%20"));
        forms.put("in a URL in lower case", lower(url));
        forms.put("in a URL, every byte", HexFormat.of().withPrefix("%").formatHex(bytes));
        forms.put("in a URL in a URL", URLEncoder.encode(url, StandardCharsets.UTF_8));
        String json = TextNode.valueOf(secret).toString();
        forms.put("in JSON", json.substring(1, json.length() - 1));
        forms.put(
                "in JSON with slashes escaped",
                json.substring(1, json.length() - 1).replace("/", "\\/"));
        String inJson = TextNode.valueOf(json).toString();
        forms.put("in JSON in JSON", inJson.substring(3, inJson.length() - 3));
        forms.put("in JSON, every character", escaped(secret, "\\u%04x", ""));
        forms.put("in HTML", html(secret));
        forms.put("in HTML, every character", escaped(secret, "&#%d", ";"));
        forms.put("in HTML, in hexadecimal", escaped(secret, "&#x%X", ";"));
        forms.put("in hexadecimal", HexFormat.of().formatHex(bytes));
        forms.put("in capital hexadecimal", HexFormat.of().withUpperCase().formatHex(bytes));
        return forms;
    }

    private static String lower(String url) {
        return java.util.regex.Pattern.compile("%..").matcher(url).replaceAll(found -> found.group()
                .toLowerCase(Locale.ROOT));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String escaped(String text, String form, String end) {
        StringBuilder all = new StringBuilder();
        text.chars()
                .forEach(c -> all.append(String.format(Locale.ROOT, form, c)).append(end));
        return all.toString();
    }

    @Test
    void knowsASecretInEveryForm() {
        for (String secret : new String[] {PASSWORD, JWT}) {
            redaction.hide(Secret.of(secret));
            forms(secret).forEach((name, form) -> assertThat(redaction.withoutKnown("you sent <" + form + "> to us"))
                    .as(name)
                    .isEqualTo("you sent <***> to us"));
        }
    }

    @Test
    void knowsASecretInBase64WhateverStandsBeforeAndBehind() {
        for (String secret : new String[] {PASSWORD, JWT}) {
            redaction.hide(Secret.of(secret));
            for (String before : new String[] {"", "u:", "me:", "user:", "Bearer "}) {
                for (String after : new String[] {"", "\n", "xy"}) {
                    byte[] sent = (before + secret + after).getBytes(StandardCharsets.UTF_8);
                    for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
                        String clean = redaction.withoutKnown("got " + encoder.encodeToString(sent));

                        assertThat(clean).as(before + "…" + after).contains("***");
                        // What is left belongs to what stood before and behind.
                        assertThat(clean.length()).isLessThan(4 + 3 + 2 * 13);
                    }
                }
            }
        }
    }

    @Test
    void knowsPartsOfATokenThatAreLongerThanSixteenCharacters() {
        redaction.hide(Secret.of(JWT));

        assertThat(redaction.withoutKnown("claims " + CLAIMS)).isEqualTo("claims ***");
        assertThat(redaction.withoutKnown("begins with " + JWT.substring(0, 30) + "…"))
                .isEqualTo("begins with ***…");
        assertThat(redaction.withoutKnown("in the middle " + JWT.substring(50, 67)))
                .isEqualTo("in the middle ***");
        assertThat(redaction.withoutKnown("short " + JWT.substring(50, 66)))
                .isEqualTo("short " + JWT.substring(50, 66));
    }

    @Test
    void leavesWordsAloneThatAreShortSecrets() {
        redaction.hide(Secret.of("orders"));
        redaction.hide(Secret.of("contoso_base"));

        assertThat(redaction.of("the orders of contoso_base_table and ContosoBase"))
                .isEqualTo("the orders of contoso_base_table and ContosoBase");
        assertThat(redaction.of("you sent contoso_base, twice: \"contoso_base\""))
                .isEqualTo("you sent ***, twice: \"***\"");
    }

    @Test
    void leavesTextsAloneThatHoldNoSecret() {
        redaction.hide(Secret.of(JWT));
        String text = "C:\\users\\x 100% &amp; &nope; %zz \\u12 eyJ0eXAi";

        assertThat(redaction.withoutKnown(text)).isSameAs(text);
    }

    @Test
    void cleansLongDocumentsInPieces() throws IOException {
        redaction.hide(Secret.of(JWT));
        redaction.hide(Secret.of(PASSWORD));
        for (int shift = 0; shift < 200; shift += 7) {
            StringWriter written = new StringWriter();
            try (CleanWriter writer = new CleanWriter(written, redaction)) {
                String filler = ".".repeat(64 * 1024 - 2_048 - 100 + shift);
                writer.write(filler + JWT + " " + PASSWORD + filler
                        + lower(URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)));
            }

            assertThat(written.toString().replace(".", "").replaceAll("\\*{3,}", "***"))
                    .isEqualTo("*** ***");
        }
    }

    @Test
    void isNotBroughtDownByWhatLooksLikeATokenWithoutEnd() {
        assertThat(redaction.of("eyJhbGciOiJIUzI1NiJ9" + ".".repeat(300_000))).isEqualTo("***");
    }
}
