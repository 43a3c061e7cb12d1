package io.github.solutionalm.report.platform;

import io.github.solutionalm.ImportResult;
import java.io.IOException;
import java.io.OutputStream;

/** {@code import-log.xml}: the formatted log, a workbook for people (docs/platform-facts.md, "The formatted log"). */
public final class ImportLog {

    private ImportLog() {}

    /**
     * Writes the log row by row.
     *
     * @throws IOException when the stream can't be written; half of the log may be in it then
     */
    public static void write(ImportResult result, OutputStream out) throws IOException {
        try (Spreadsheet book = new Spreadsheet(out)) {
            new SolutionSheet(book, result).write();
            new ComponentsSheet(book).write(new LogRows(result).stream());
        }
    }
}
