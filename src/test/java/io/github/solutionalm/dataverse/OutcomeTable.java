package io.github.solutionalm.dataverse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often what ended how. */
final class OutcomeTable {

    private final Map<String, Map<String, Integer>> rows = new TreeMap<>(
            Comparator.comparing((String row) -> row.startsWith("again")).thenComparing(Comparator.naturalOrder()));

    void count(String row, String outcome) {
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>()).merge(outcome, 1, Integer::sum);
    }

    /** A row for each operation, a column for each outcome. */
    @Override
    public String toString() {
        SortedSet<String> outcomes = new TreeSet<>();
        rows.values().forEach(row -> outcomes.addAll(row.keySet()));
        StringBuilder text = new StringBuilder(String.format("%-28s", "operation"));
        outcomes.forEach(outcome -> text.append(String.format(" %12s", outcome)));
        rows.forEach((name, row) -> {
            text.append(String.format("%n%-28s", name));
            outcomes.forEach(outcome ->
                    text.append(row.containsKey(outcome) ? String.format(" %12d", row.get(outcome)) : " ".repeat(13)));
        });
        return text.toString();
    }
}
