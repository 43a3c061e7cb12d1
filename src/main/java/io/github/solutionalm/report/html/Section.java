package io.github.solutionalm.report.html;

import java.io.IOException;

/** A part of the page, read from its files: it knows its verdict before it is written. */
interface Section {

    /** Id of the section; ids of what is in it begin with it. */
    String id();

    /** Heading. */
    String title();

    /** How it went, or would go. */
    Level level();

    /** One sentence for the verdict of the page; empty when there is nothing to say. */
    String sentence();

    /** Writes what comes after the heading. */
    void write(Markup page) throws IOException;
}
