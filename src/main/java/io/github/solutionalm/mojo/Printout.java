package io.github.solutionalm.mojo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.maven.plugin.logging.Log;

/** The goals' output: lines of a label and a text, in columns (product.md, "What an import prints"). */
final class Printout {

    private static final String FORM = "%-13s%s";
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
    /** All but the tab: C0, C1, and what turns the direction of writing. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t]]");

    private final Log log;
    private final BaseDirectory base;

    Printout(Log log, BaseDirectory base) {
        this.log = log;
        this.base = base;
    }

    void line(String label, String text) {
        log.info(form(label, text));
    }

    void warning(String label, String text) {
        log.warn(form(label, text));
    }

    void error(String label, String text) {
        log.error(form(label, text));
    }

    /** A line without label or columns. */
    void sentence(String text) {
        log.info(plain(text));
    }

    void warning(String text) {
        log.warn(plain(text));
    }

    /** A line that belongs to the one before. */
    void detail(String text) {
        log.info(form("", "  " + text));
    }

    void errorDetail(String text) {
        log.error(form("", "  " + text));
    }

    void blank() {
        log.info("");
    }

    /** A table under the line before, as wide as its cells. */
    void table(List<List<String>> rows) {
        TextTable.lines(rows).forEach(this::detail);
    }

    /** Whether anyone reads what is not a warning: not with {@code -q}. */
    boolean isVisible() {
        return log.isInfoEnabled();
    }

    /** A path as users know it: from the base directory when it is inside. */
    String path(Path path) {
        return base.show(path);
    }

    static String form(String label, String text) {
        return String.format(Locale.ROOT, FORM, label, plain(text)).stripTrailing();
    }

    /**
     * Names and texts come from packages and environments: a line break in them must not make a line that looks like the
     * build's own, and nothing in them may steer a terminal.
     */
    static String plain(String text) {
        return CONTROL.matcher(LINE_BREAK.matcher(text).replaceAll(" ")).replaceAll("?");
    }
}
