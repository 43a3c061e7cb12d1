package io.github.solutionalm.dataverse.http;

import java.util.Map;
import java.util.Optional;

/**
 * A text with its escapes (of URLs, JSON and HTML) resolved, and the places of its characters in the original. It is used to
 * find secrets: what is not an escape stays as it is.
 *
 * @param text the text without escapes
 * @param starts the place in the original where each character begins; one more for the end
 */
record UnescapedText(String text, int[] starts) {

    private static final Map<String, Character> ENTITIES =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'');
    private static final String AFTER_BACKSLASH = "\"\\/'";
    private static final int LONGEST_ENTITY = 10;
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    /** The text as it came. */
    static UnescapedText none(String text) {
        int[] starts = new int[text.length() + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
        }
        return new UnescapedText(text, starts);
    }

    /** The text with one more layer of escapes resolved; empty when there is none. */
    Optional<UnescapedText> more() {
        if (text.indexOf('%') < 0 && text.indexOf('\\') < 0 && text.indexOf('&') < 0) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(text.length());
        int[] places = new int[text.length() + 1];
        int at = 0;
        while (at < text.length()) {
            places[plain.length()] = starts[at];
            int length = escape(at, plain);
            if (length == 0) {
                plain.append(text.charAt(at));
            }
            at += Math.max(1, length);
        }
        places[plain.length()] = starts[text.length()];
        return plain.length() == text.length()
                ? Optional.empty()
                : Optional.of(new UnescapedText(plain.toString(), java.util.Arrays.copyOf(places, plain.length() + 1)));
    }

    /** Adds the character of the escape at this place, and returns the length of the escape; 0 when there is none. */
    private int escape(int at, StringBuilder plain) {
        char c = text.charAt(at);
        if (c == '%') {
            return coded(at + 1, at + 3, HEX, plain) ? 3 : 0;
        }
        if (c == '\\' && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            if (next == 'u') {
                return coded(at + 2, at + 6, HEX, plain) ? 6 : 0;
            }
            if (next == 'x') {
                return coded(at + 2, at + 4, HEX, plain) ? 4 : 0;
            }
            if (AFTER_BACKSLASH.indexOf(next) >= 0) {
                plain.append(next);
                return 2;
            }
        }
        return c == '&' ? entity(at, plain) : 0;
    }

    private int entity(int at, StringBuilder plain) {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_ENTITY && text.charAt(end) != ';') {
            end++;
        }
        if (end == text.length() || text.charAt(end) != ';' || end == at + 1) {
            return 0;
        }
        Optional<Character> named = Optional.ofNullable(ENTITIES.get(text.substring(at + 1, end)));
        named.ifPresent(plain::append);
        boolean hex = text.startsWith("&#x", at) || text.startsWith("&#X", at);
        boolean numbered = named.isEmpty()
                && text.charAt(at + 1) == '#'
                && coded(at + (hex ? 3 : 2), end, hex ? HEX : DECIMAL, plain);
        return named.isPresent() || numbered ? end + 1 - at : 0;
    }

    private boolean coded(int from, int to, int radix, StringBuilder plain) {
        if (to > text.length() || from >= to) {
            return false;
        }
        int code = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            code = code * radix + digit;
            if (digit < 0 || code > Character.MAX_VALUE) {
                return false;
            }
        }
        plain.append((char) code);
        return true;
    }
}
