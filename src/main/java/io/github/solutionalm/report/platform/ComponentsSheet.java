package io.github.solutionalm.report.platform;

import static io.github.solutionalm.report.platform.Spreadsheet.BLANK_ROW;
import static io.github.solutionalm.report.platform.Spreadsheet.TITLE;
import static io.github.solutionalm.report.platform.Spreadsheet.TITLE_ROW;
import static io.github.solutionalm.report.platform.Spreadsheet.VALUE;

import io.github.solutionalm.model.platform.LogColumn;
import io.github.solutionalm.report.platform.Spreadsheet.Resource;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;

/** The log's second sheet: one row per component, written as they come (docs/platform-facts.md, "The formatted log"). */
final class ComponentsSheet {

    /** In points, wider than the platform's: a GUID, a key and the beginning of a sentence can be read. */
    private static final double[] WIDTHS = {75, 150, 220, 250, 180, 180, 200, 75, 80, 600};

    private final Spreadsheet book;

    ComponentsSheet(Spreadsheet book) {
        this.book = book;
    }

    void write(Stream<LogRow> rows) throws IOException {
        book.startSheet(LogColumn.SHEET, WIDTHS);
        titles();
        blank();
        for (Iterator<LogRow> each = rows.iterator(); each.hasNext(); ) {
            row(each.next());
        }
        book.endSheet();
    }

    private void titles() throws IOException {
        book.startRow("ss:StyleID", TITLE_ROW);
        for (LogColumn column : LogColumn.values()) {
            book.resourceCell(TITLE, Resource.customization(column.resource()), column.title());
        }
        book.endRow();
    }

    private void blank() throws IOException {
        book.startRow("ss:StyleID", BLANK_ROW);
        for (int i = 0; i < LogColumn.values().length; i++) {
            book.cell("");
        }
        book.endRow();
    }

    private void row(LogRow row) throws IOException {
        book.startRow("type", row.itemType());
        for (LogColumn column : LogColumn.values()) {
            book.namedCell(column.cell(), VALUE, row.text(column));
        }
        book.endRow();
    }
}
