package io.github.solutionalm.packaging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The key of a row of a solution-aware table, made of its alternate-key columns (docs/platform-facts.md, "Rows of
 * solution-aware tables").
 */
final class KeyColumns {

    private KeyColumns() {}

    /** One column gives its value; several give {@code a=x,b=y}, sorted by column so that the order in the file is no matter. */
    static String join(List<Map.Entry<String, String>> columns) {
        if (columns.size() == 1) {
            return columns.get(0).getValue();
        }
        return columns.stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(column -> column.getKey() + "=" + column.getValue())
                .collect(Collectors.joining(","));
    }
}
