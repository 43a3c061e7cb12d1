package io.github.solutionalm.report.html;

import java.io.IOException;

/**
 * A file that could not be read: the page says so, and shows the others.
 *
 * @param reason with the file's name
 */
record UnreadableSection(String id, String reason) implements Section {

    @Override
    public String title() {
        return "A file that could not be read";
    }

    @Override
    public Level level() {
        return Level.LOOK;
    }

    @Override
    public String sentence() {
        return reason;
    }

    @Override
    public void write(Markup page) throws IOException {
        page.element("p", reason, "class", "lead");
        page.element("p", "Run the goal that writes it again.");
    }
}
