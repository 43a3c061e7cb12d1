package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.model.platform.LogColumn;
import io.github.solutionalm.xml.SafeXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the formatted log of an import, SpreadsheetML with the sheets Solution and Components (docs/platform-facts.md, "The
 * formatted log").
 */
public final class FormattedLog {

    private static final LogColumn[] COLUMNS = LogColumn.values();

    private final XMLStreamReader2 reader;
    private final List<LogEntry> entries = new ArrayList<>();
    private boolean components;
    private int rows;

    private FormattedLog(XMLStreamReader2 reader) {
        this.reader = reader;
    }

    /**
     * The rows about components and steps, in the order of the log.
     *
     * @throws XMLStreamException when the log can't be read or is no such document
     */
    public static List<LogEntry> read(Path log) throws XMLStreamException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(log))) {
            FormattedLog parsed = new FormattedLog(SafeXml.reader(in));
            parsed.read();
            return parsed.entries;
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    /** The rows about components and steps; empty when the log can't be read. */
    public static Optional<List<LogEntry>> readable(Path log) {
        try {
            return Optional.of(read(log));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private void read() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw SafeXml.refuseDoctype();
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("Worksheet")) {
                components = LogColumn.SHEET.equals(reader.getAttributeValue("", "ss:Name"));
                rows = 0;
            } else if (components && reader.getLocalName().equals("Row")) {
                Map<String, String> row = row();
                // The first row names the columns.
                if (rows++ > 0) {
                    entry(row).ifPresent(entries::add);
                }
            }
        }
    }

    /** The cells by name, or by their place if they have no names. */
    private Map<String, String> row() throws XMLStreamException {
        Map<String, String> cells = new HashMap<>();
        int column = 0;
        String name = "";
        for (int event = reader.next(); !isEnd(event, "Row"); event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Cell")) {
                name = Optional.ofNullable(reader.getAttributeValue("", "name"))
                        .orElse(column < COLUMNS.length ? COLUMNS[column].cell() : "");
                column++;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Data")) {
                cells.put(name, reader.getElementText());
            }
        }
        return cells;
    }

    private boolean isEnd(int event, String element) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element);
    }

    private static Optional<LogEntry> entry(Map<String, String> row) {
        return status(text(row, LogColumn.STATUS))
                .map(status -> new LogEntry(
                        text(row, LogColumn.TIME),
                        text(row, LogColumn.ITEM_TYPE),
                        text(row, LogColumn.ID),
                        text(row, LogColumn.NAME),
                        text(row, LogColumn.LOCALIZED_NAME),
                        status,
                        text(row, LogColumn.ERROR_CODE),
                        text(row, LogColumn.ERROR_TEXT)));
    }

    private static Optional<Status> status(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "processed", "success" -> Optional.of(Status.SUCCESS);
            case "warning" -> Optional.of(Status.WARNING);
            case "failure", "error" -> Optional.of(Status.FAILURE);
            case "unprocessed" -> Optional.of(Status.UNPROCESSED);
            default -> Optional.empty();
        };
    }

    private static String text(Map<String, String> row, LogColumn column) {
        return row.getOrDefault(column.cell(), "").strip();
    }
}
