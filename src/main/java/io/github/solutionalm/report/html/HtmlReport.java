package io.github.solutionalm.report.html;

import io.github.solutionalm.report.ReportFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code report.html}: one page for people, of all that the goals of a build, or of several, have written as JSON. It needs nothing
 * but itself, runs no script but its own, and most of it can be read without any.
 */
public final class HtmlReport {

    /** The page of one output directory. */
    public static final String NAME = "report.html";

    private HtmlReport() {}

    /**
     * Files to show.
     *
     * @param name of the module or build, for a page of several; empty otherwise
     * @param directory the output directory of its goals
     */
    public record Source(String name, Path directory) {}

    /** Whether there is anything to show in an output directory. */
    public static boolean isPossible(Path directory) throws IOException {
        return !ReportFiles.in(directory).isEmpty();
    }

    /**
     * Writes the page, in place of the one that may be there. A file that can't be read is named on the page.
     *
     * @param target the page; its folder is made if it is not there
     * @param sources what to show, in this order
     * @throws IOException when the page can't be written; the message names it and says what to do
     */
    public static Path write(Path target, List<Source> sources) throws IOException {
        return ReportFile.write(target, out -> write(out, sources));
    }

    static void write(OutputStream stream, List<Source> sources) throws IOException {
        Page page = new Page(ReportFiles.sections(sources));
        try (Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16)) {
            page.write(new Markup(out));
        }
    }
}
