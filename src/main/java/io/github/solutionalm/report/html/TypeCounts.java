package io.github.solutionalm.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many components of each type there are of each kind: a table whose worst rows are first. */
final class TypeCounts {

    private final List<String> kinds;
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    /** Columns in this order; kinds that do not occur have none. The first ones are the worst. */
    TypeCounts(List<String> kinds) {
        this.kinds = new ArrayList<>(kinds);
    }

    void add(String type, String kind) {
        if (!kinds.contains(kind)) {
            kinds.add(kind);
        }
        counts.computeIfAbsent(type, key -> new LinkedHashMap<>()).merge(kind, 1, Integer::sum);
    }

    int total(String kind) {
        return counts.values().stream()
                .mapToInt(row -> row.getOrDefault(kind, 0))
                .sum();
    }

    /** Writes the table, folded: it is long, and says nothing that is not said above. */
    void write(Markup page, String caption) throws IOException {
        List<String> shown = kinds.stream().filter(kind -> total(kind) > 0).toList();
        if (shown.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("Type"));
        columns.addAll(shown);
        List<List<String>> rows = new ArrayList<>();
        counts.entrySet().stream().sorted(worstFirst(shown)).forEach(type -> {
            List<String> row = new ArrayList<>(List.of(type.getKey()));
            shown.forEach(kind -> row.add(
                    type.getValue().containsKey(kind)
                            ? Words.number(type.getValue().get(kind))
                            : "–"));
            rows.add(row);
        });
        page.open("details").element("summary", caption);
        new Parts(page).table(caption, columns, rows);
        page.close();
    }

    private static Comparator<Map.Entry<String, Map<String, Integer>>> worstFirst(List<String> kinds) {
        Comparator<Map.Entry<String, Map<String, Integer>>> order = (a, b) -> 0;
        for (String kind : kinds) {
            order = order.thenComparing(type -> -type.getValue().getOrDefault(kind, 0));
        }
        return order.thenComparing(Map.Entry.comparingByKey());
    }
}
