package io.github.solutionalm.report.junit;

import io.github.solutionalm.report.xml.XmlText;
import io.github.solutionalm.text.PlainText;

/** Lines of a test, as many as a view of tests has room for. */
final class BoundedText {

    private static final int LINES = 200;
    private static final int WIDTH = 2_000;

    private final StringBuilder text = new StringBuilder();
    private int lines;

    BoundedText line(String line) {
        lines++;
        if (lines <= LINES) {
            text.append(XmlText.shortened(PlainText.of(line), WIDTH, " …")).append('\n');
        }
        return this;
    }

    @Override
    public String toString() {
        return lines <= LINES ? text.toString() : text + "… and " + (lines - LINES) + " more\n";
    }
}
