package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the imports of many packages ended, as a table. */
final class CorpusOutcomes {

    private final List<Row> rows = new ArrayList<>();

    record Row(String file, String policy, ImportResult result, long millis) {
        boolean isInstalled() {
            return result.outcome() == Outcome.INSTALLED;
        }

        String code() {
            return result.errors().stream().map(Finding::code).distinct().collect(Collectors.joining(" "));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-70s %-45s %-14s %-5s %-10s %-22s %6d",
                    file,
                    result.manifest().map(SolutionManifest::uniqueName).orElse("-"),
                    result.manifest().map(m -> m.version().toString()).orElse("-"),
                    policy,
                    result.outcome(),
                    code(),
                    millis);
        }
    }

    Row add(Path file, ImportResult result, long millis) {
        String policy = result.options().missingDependencies().name().toLowerCase(Locale.ROOT);
        Row row = new Row(file.getFileName().toString(), policy, result, millis);
        rows.add(row);
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The last import of each file. */
    List<Row> last() {
        Map<String, Row> last = new TreeMap<>();
        rows.forEach(row -> last.put(row.file(), row));
        return List.copyOf(last.values());
    }

    void write(Path file) throws IOException {
        String table = rows.stream().map(Row::toString).collect(Collectors.joining("\n", "", "\n\n"));
        Map<String, Long> sums = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.policy() + " " + row.result().outcome() + " " + row.code(),
                        TreeMap::new,
                        Collectors.counting()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, table + sums + "\n");
        System.out.print(table);
        System.out.println(sums);
    }
}
