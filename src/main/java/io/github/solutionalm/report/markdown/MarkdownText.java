package io.github.solutionalm.report.markdown;

import io.github.solutionalm.text.PlainText;

/**
 * Text from elsewhere in GitHub Flavored Markdown. It stands in code spans: there nothing is a link, an image, HTML, a mention
 * of somebody, a number of an issue or an emoji, neither for the parser nor for what GitHub and Azure DevOps look for in the
 * rendered page, where a backslash before the character is gone already.
 */
final class MarkdownText {

    private static final int LONGEST = 600;

    private MarkdownText() {}

    /** The text as a code span on one line; shortened when it is long, and a dash when there is none. */
    static String code(String text) {
        String plain = PlainText.of(text).strip();
        if (plain.isEmpty()) {
            return "–";
        }
        String shown = shortened(plain);
        String fence = "`".repeat(longestRun(shown) + 1);
        // The parser takes one blank off at each end.
        boolean padded = shown.startsWith("`") || shown.endsWith("`");
        return padded ? fence + " " + shown + " " + fence : fence + shown + fence;
    }

    /** The same in a cell of a table, where parsers don't agree on a bar after a backslash. */
    static String cell(String text) {
        return code(text.replace('|', '¦'));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + " …";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
