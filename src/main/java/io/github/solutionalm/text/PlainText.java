package io.github.solutionalm.text;

import java.text.Normalizer;

/**
 * Text from elsewhere as part of one line of a build's log, where it must be nothing but text: to the terminal, and to the
 * CI system that reads the same lines.
 *
 * <ul>
 *   <li>A line break, with the blanks around it, becomes one blank, and so does a tab.
 *   <li>Other control characters, what turns the direction of writing, halves of surrogate pairs, and characters that are
 *       not seen become {@code ?}, one each. Joiners and variation selectors stay where scripts and emojis need them.
 *   <li>What begins a command of a CI system is broken by a blank, wherever it stands: {@code ##vso[} becomes {@code ##
 *       vso[}, {@code ::set-output} becomes {@code : :set-output}. So is what a log's next reader would make a beginning
 *       of, such as full-width characters.
 * </ul>
 *
 * <p>A text that has been cleaned stays as it is when it is cleaned again. What is put together of cleaned texts has to be
 * cleaned once more: a beginning may be spread over two of them.
 */
public final class PlainText {

    private static final char UNSEEN = '?';

    private final String text;
    private final StringBuilder plain;
    /** Whether a joiner can be part of the last character that is seen. */
    private boolean joins;

    private boolean afterColon;
    /** How many number signs stand at the end. */
    private int hashes;

    private PlainText(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length() + 16);
    }

    /** The text on one line, without control characters. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i))) {
                return new PlainText(text).clean();
            }
        }
        return text;
    }

    /** Needs no second look, whatever stands beside it. */
    private static boolean isHarmless(char c) {
        return c >= ' ' && c < 0x7F && c != '#' && c != ':';
    }

    private String clean() {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isBlank(c)) {
                i = blanks(i);
            } else if (isUnseen(c)) {
                unseen(c);
                i += Character.charCount(c);
            } else {
                seen(c);
                i += Character.charCount(c);
            }
        }
        return plain.toString();
    }

    /** Blanks stay as many as they are, unless there is a line break among them: then they are one. */
    private int blanks(int start) {
        int end = start;
        boolean broken = false;
        while (end < text.length() && isBlank(text.charAt(end))) {
            broken |= isLineBreak(text.charAt(end));
            end++;
        }
        plain.append(" ".repeat(broken ? 1 : end - start));
        joins = false;
        afterColon = false;
        hashes = 0;
        return end;
    }

    /** A joiner after a letter of a script that has some, or after an emoji, is part of it, and can't be within a command. */
    private void unseen(int c) {
        if (isJoiner(c) && joins) {
            plain.appendCodePoint(c);
        } else {
            seen(UNSEEN);
        }
    }

    private void seen(int c) {
        String read = asRead(c);
        if (read.length() > 1) {
            read.chars().forEach(this::seen);
            return;
        }
        boolean hash = read.equals("#");
        boolean colon = read.equals(":");
        if (hashes > 1 && !hash || afterColon && colon) {
            plain.append(' ');
        }
        plain.appendCodePoint(c);
        joins = c >= 0x80 && read.isEmpty();
        afterColon = colon;
        hashes = hash ? hashes + 1 : 0;
    }

    /**
     * The number sign or the colons that a character is, or that a reader may make of it who normalises or converts to
     * another character set; empty when it is something else.
     */
    private static String asRead(int c) {
        if (c < 0x80) {
            return c == '#' || c == ':' ? Character.toString(c) : "";
        }
        return switch (c) {
            case '\u02D0', '\u0589', '\u05C3', '\u2236', '\uA789' -> ":";
            case '\u2237' -> "::";
            default -> {
                String normal = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
                yield normal.indexOf(':') >= 0 || normal.indexOf('#') >= 0 ? normal : "";
            }
        };
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || isLineBreak(c);
    }

    private static boolean isLineBreak(int c) {
        return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D || c == 0x034F || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    /** Nothing of it is seen, or it changes how other characters are; with what Unicode calls default ignorable. */
    private static boolean isUnseen(int c) {
        if (c < 0x80) {
            return c < ' ' || c == 0x7F;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || isJoiner(c)
                || (c & 0xFFFE) == 0xFFFE
                || c >= 0xFDD0 && c <= 0xFDEF
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c == 0x2065
                || c == 0x3164
                || c == 0xFFA0
                || c >= 0xFFF0 && c <= 0xFFFB
                || c >= 0xE0000 && c <= 0xE0FFF;
    }
}
