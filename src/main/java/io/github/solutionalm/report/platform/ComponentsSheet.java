package io.github.solutionalm.report.platform;

import static io.github.solutionalm.report.platform.Spreadsheet.BLANK_ROW;
import static io.github.solutionalm.report.platform.Spreadsheet.TITLE;
import static io.github.solutionalm.report.platform.Spreadsheet.TITLE_ROW;
import static io.github.solutionalm.report.platform.Spreadsheet.VALUE;

import io.github.solutionalm.report.platform.Spreadsheet.Resource;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The log's second sheet: one row per component, written as they come (docs/platform-facts.md, "The formatted log"). */
final class ComponentsSheet {

    /**
     * A column.
     *
     * @param name name of its cells
     * @param resource the platform's resource for its title
     * @param title its title
     */
    private record Column(String name, String resource, String title) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("Time", "Comp_DateTime", "Date/Time"),
            new Column("ItemType", "Comp_ItemType", "ItemType"),
            new Column("Id", "Comp_Id", "Id"),
            new Column("Name", "Comp_Name", "Name"),
            new Column("LocalizedName", "Comp_LocalizedName", "Localized Name"),
            new Column("OriginalName", "Comp_OriginalName", "Original Name"),
            new Column("Description", "Comp_Description", "Description"),
            new Column("Status", "Comp_Status", "Status"),
            new Column("ErrorCode", "Comp_ErrorCode", "ErrorCode"),
            new Column("ErrorText", "Comp_ErrorText", "ErrorText"));

    private final Spreadsheet book;

    ComponentsSheet(Spreadsheet book) {
        this.book = book;
    }

    void write(Stream<LogRow> rows) throws IOException {
        book.startSheet("Components", 63, 90, 39.75, 100, 100, 100, 78, 54, 37.5, 54);
        titles();
        blank();
        for (Iterator<LogRow> each = rows.iterator(); each.hasNext(); ) {
            row(each.next());
        }
        book.endSheet();
    }

    private void titles() throws IOException {
        book.startRow("ss:StyleID", TITLE_ROW);
        for (Column column : COLUMNS) {
            book.resourceCell(TITLE, Resource.customization(column.resource()), column.title());
        }
        book.endRow();
    }

    private void blank() throws IOException {
        book.startRow("ss:StyleID", BLANK_ROW);
        for (int i = 0; i < COLUMNS.size(); i++) {
            book.cell("");
        }
        book.endRow();
    }

    private void row(LogRow row) throws IOException {
        book.startRow("type", row.itemType());
        List<String> texts = row.texts();
        for (int i = 0; i < texts.size(); i++) {
            book.namedCell(COLUMNS.get(i).name(), VALUE, texts.get(i));
        }
        book.endRow();
    }
}
