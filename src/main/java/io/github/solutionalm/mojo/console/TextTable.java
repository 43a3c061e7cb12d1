package io.github.solutionalm.mojo.console;

import io.github.solutionalm.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines with aligned columns, two spaces apart. */
final class TextTable {

    private TextTable() {}

    static List<String> lines(List<List<String>> texts) {
        // Cleaned first, because the widths are computed here.
        List<List<String>> rows = texts.stream()
                .map(row -> row.stream().map(PlainText::of).toList())
                .toList();
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = row.get(i).length();
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(i == 0 ? "" : "  ").append(cell).append(" ".repeat(widths.get(i) - cell.length()));
        }
        return line.toString().stripTrailing();
    }
}
