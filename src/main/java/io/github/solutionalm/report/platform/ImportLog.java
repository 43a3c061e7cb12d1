package io.github.solutionalm.report.platform;

import io.github.solutionalm.ImportResult;
import java.io.IOException;
import java.io.OutputStream;

/** {@code import-log.xml}: the formatted log, a workbook for people (docs/platform-facts.md, "The formatted log"). */
public final class ImportLog {

    private ImportLog() {}

    public static void write(ImportResult result, OutputStream out) throws IOException {
        try (Spreadsheet book = new Spreadsheet(out)) {
            new SolutionSheet(book, result).write();
            new ComponentsSheet(book).write(new LogRows(result).stream());
        }
    }
}
