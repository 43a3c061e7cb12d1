package io.github.solutionalm.report.xml;

/** Text as XML 1.0 can hold it (W3C XML 1.0, production 2: Char). */
public final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /**
     * The text with every character that XML has no place for (most control characters, halves of surrogate pairs)
     * replaced by U+FFFD, so that one sees that something was there.
     */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isAllowed(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    /** Needs no second look: no control character, no surrogate. */
    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0xD800 || c == '\t' || c == '\n';
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }

    /** The text in at most so many UTF-16 units; a shortened one has the given ending, and no surrogate pair is cut in half. */
    public static String shortened(String text, int limit, String ending) {
        if (text.length() <= limit) {
            return text;
        }
        int cut = limit - ending.length();
        if (Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return text.substring(0, cut) + ending;
    }
}
