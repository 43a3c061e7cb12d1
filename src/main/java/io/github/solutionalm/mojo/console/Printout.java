package io.github.solutionalm.mojo.console;

import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.build.PlainLog;
import io.github.solutionalm.text.PlainText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** The goals' output: lines of a label and a text, in columns, each of them {@link PlainText}. */
public final class Printout {

    private static final String FORM = "%-13s%s";

    private final Log log;
    private final BaseDirectory base;

    public Printout(Log log, BaseDirectory base) {
        this.log = log;
        this.base = base;
    }

    public void line(String label, String text) {
        log.info(form(label, text));
    }

    public void warning(String label, String text) {
        log.warn(form(label, text));
    }

    public void error(String label, String text) {
        log.error(form(label, text));
    }

    /** A line without label or columns. */
    void sentence(String text) {
        log.info(PlainText.of(text));
    }

    public void warning(String text) {
        log.warn(PlainText.of(text));
    }

    /** A line that belongs to the one before. */
    public void detail(String text) {
        log.info(form("", "  " + text));
    }

    void errorDetail(String text) {
        log.error(form("", "  " + text));
    }

    public void blank() {
        log.info("");
    }

    /** A table under the line before, as wide as its cells. */
    void table(List<List<String>> rows) {
        TextTable.lines(rows).forEach(this::detail);
    }

    /** Whether info lines are shown: not with {@code -q}. */
    boolean isVisible() {
        return log.isInfoEnabled();
    }

    /**
     * Has Azure Pipelines show a file on the page of the run.
     *
     * @param module portable name of the module, where several modules have summaries: of files with one name a step shows the
     *     last; empty where there is only one
     */
    public void azureSummary(Path file, String module) {
        String command = module.isEmpty()
                ? "task.uploadsummary"
                : "task.addattachment type=Distributedtask.Core.Summary;name=summary-" + module + ".md;";
        PlainLog.azure(log, command, file.toString());
    }

    /** A path as users know it: from the base directory when it is inside. */
    public String path(Path path) {
        return base.show(path);
    }

    static String form(String label, String text) {
        return PlainText.of(String.format(Locale.ROOT, FORM, label, text)).stripTrailing();
    }
}
