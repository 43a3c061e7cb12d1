package io.github.solutionalm.report.html;

/** How good or bad something is, the worst last. */
enum Level {
    /** There is nothing to judge. */
    PLAIN("plain", "Information"),
    /** All is well. */
    GOOD("good", "Good"),
    /** Somebody should look at it. */
    LOOK("look", "Look at this"),
    /** It failed, or would be refused. */
    BAD("bad", "Failed");

    private final String style;
    private final String word;

    Level(String style, String word) {
        this.style = style;
        this.word = word;
    }

    /** Class of the style sheet. */
    String style() {
        return style;
    }

    /** For who does not see the colour. */
    String word() {
        return word;
    }
}
