package io.github.solutionalm.report.platform;

import io.github.solutionalm.report.xml.XmlText;
import io.github.solutionalm.report.xml.XmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * A workbook in SpreadsheetML 2003, XML that Excel opens by itself thanks to the {@code mso-application} instruction.
 * What is written here and in {@link SpreadsheetStyles} follows the platform's formatted log to the attribute
 * (docs/platform-facts.md, "The formatted log"), since people filter and scripts parse it.
 */
final class Spreadsheet implements AutoCloseable {

    /** A title: bold on blue. */
    static final String TITLE = "s175";
    /** A label beside a value. */
    static final String LABEL = "s176";
    /** A value: bordered text. */
    static final String VALUE = "s137";
    /** The row of the column titles. */
    static final String TITLE_ROW = "s133";
    /** The empty row under it. */
    static final String BLANK_ROW = "s142";

    /** Excel refuses a workbook with more UTF-16 units than this in one cell. */
    static final int CELL_LIMIT = 32_767;

    /** A line break with the blanks around it; the match begins where they do, so that each is looked at once. */
    private static final Pattern LINE_BREAK = Pattern.compile("(?<![ \\t])[ \\t]*+\\R\\s*+");

    private static final String CUT = " … (shortened; import-result.json has the whole text)";
    private static final String OFFICE = "urn:schemas-microsoft-com:office:office";
    private static final String EXCEL = "urn:schemas-microsoft-com:office:excel";
    private static final String SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet";

    private final XmlWriter xml;

    Spreadsheet(OutputStream out) throws IOException {
        xml = XmlWriter.compact(out);
        xml.instruction("mso-application", "progid=\"Excel.Sheet\"");
        xml.start("Workbook").attribute("xmlns", SPREADSHEET);
        xml.attribute("xmlns:o", OFFICE).attribute("xmlns:x", EXCEL).attribute("xmlns:ss", SPREADSHEET);
        xml.attribute("xmlns:html", "http://www.w3.org/TR/REC-html40");
        xml.start("DocumentProperties").attribute("xmlns", OFFICE).text("").end();
        xml.start("ExcelWorkbook").attribute("xmlns", EXCEL);
        xml.element("ActiveSheet", "0");
        xml.element("ProtectStructure", "False").element("ProtectWindows", "False");
        xml.end();
        new SpreadsheetStyles(xml).write();
    }

    /** Begins a worksheet; {@code name} is its id too. */
    void startSheet(String name, double... columnWidths) throws IOException {
        xml.start("Worksheet").attribute("ss:Name", name).attribute("ss:Id", name);
        xml.attribute("ss:Res", "Customization.Tab_" + name);
        xml.start("Table");
        for (int column = 0; column < columnWidths.length; column++) {
            xml.start("Column");
            if (column == 0) {
                // Not in the platform's log: without it LibreOffice goes on counting from the sheet before.
                xml.attribute("ss:Index", "1");
            }
            xml.attribute("ss:AutoFitWidth", "0").attribute("ss:Width", points(columnWidths[column]));
            xml.end();
        }
    }

    void endSheet() throws IOException {
        xml.end();
        xml.start("WorksheetOptions").attribute("xmlns", EXCEL);
        xml.element("ProtectObjects", "False").element("ProtectScenarios", "False");
        xml.end().end();
    }

    void startRow() throws IOException {
        xml.start("Row").attribute("ss:AutoFitHeight", "0");
    }

    /** Begins a row with one more attribute. */
    void startRow(String attribute, String value) throws IOException {
        startRow();
        xml.attribute(attribute, value);
    }

    void endRow() throws IOException {
        xml.end();
    }

    /** A cell without content. */
    void emptyCell(String style) throws IOException {
        xml.start("Cell").attribute("ss:StyleID", style).end();
    }

    /** A cell of text without a style of its own. */
    void cell(String text) throws IOException {
        xml.start("Cell");
        data(text);
    }

    void cell(String style, String text) throws IOException {
        xml.start("Cell").attribute("ss:StyleID", style);
        data(text);
    }

    /** A cell that says what it holds, as those of the components do. */
    void namedCell(String name, String style, String text) throws IOException {
        xml.start("Cell").attribute("ss:StyleID", style).attribute("name", name);
        data(text);
    }

    /** A cell whose text comes from a resource of the platform, by which it is known in any language. */
    void resourceCell(String style, Resource resource, String text) throws IOException {
        xml.start("Cell").attribute("ss:StyleID", style);
        xml.start("Data").attribute("ss:Type", "String").attribute(resource.attribute(), resource.id());
        xml.text(text).end().end();
    }

    /** Writes the text on one line: rows have a fixed height, and a cell that does not wrap runs its lines together. */
    private void data(String text) throws IOException {
        xml.start("Data").attribute("ss:Type", "String");
        String line = LINE_BREAK.matcher(text).replaceAll(" ");
        xml.text(XmlText.shortened(line, CELL_LIMIT, CUT)).end().end();
    }

    private static String points(double width) {
        return width == Math.rint(width) ? Long.toString((long) width) : Double.toString(width);
    }

    /** Ends the workbook; the stream below stays open. */
    @Override
    public void close() throws IOException {
        xml.close();
    }

    /**
     * Where the platform has a text from.
     *
     * @param attribute {@code ss:Loc} or {@code ss:Res}
     * @param id of the label or resource
     */
    record Resource(String attribute, String id) {

        /** The display name of a column in the platform's own metadata. */
        static Resource column(String id) {
            return new Resource("ss:Loc", id + ".DisplayName");
        }

        /** The name of a table in the platform's own metadata. */
        static Resource table(String id) {
            return new Resource("ss:Loc", id + ".LocalizedName");
        }

        static Resource customization(String id) {
            return new Resource("ss:Res", "Customization." + id);
        }
    }
}
