package io.github.solutionalm.report.html;

import java.util.Locale;

/** Text from elsewhere that hides nothing: what is not seen, or turns the direction of writing, stands as its code. */
final class VisibleText {

    private VisibleText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    /** At most so many characters, with an ellipsis where some are left out. */
    static String of(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return of(text);
        }
        return of(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F || c == '\n';
    }

    private static String escaped(String text) {
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isUnseen(c)) {
                visible.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean isUnseen(int c) {
        if (c == '\n' || c == '\t' || c == '\r' || c == 0x200C || c == 0x200D) {
            return false; // blanks, and joiners that scripts and emojis need
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
