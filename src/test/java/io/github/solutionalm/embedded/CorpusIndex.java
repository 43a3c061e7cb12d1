package io.github.solutionalm.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The table of the real packages that tests run on, where it is present.
 *
 * @param file the table
 * @param rows its rows; none where it is absent
 */
record CorpusIndex(Path file, List<Row> rows) {

    /**
     * A package.
     *
     * @param file the package's own file
     * @param columns names of the columns
     * @param cells in the order of the columns
     */
    record Row(Path file, List<String> columns, List<String> cells) {

        String cell(String column) {
            return cells.get(columns.indexOf(column));
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static CorpusIndex read() throws IOException {
        Path corpus = Path.of(System.getProperty("solution.corpus", "../shared/corpus"));
        Path index = corpus.resolve("INDEX.tsv");
        if (!Files.exists(index)) {
            return new CorpusIndex(index, List.of());
        }
        List<String> lines = Files.readAllLines(index);
        List<String> columns = List.of(lines.get(0).split("\t"));
        return new CorpusIndex(
                index,
                lines.subList(1, lines.size()).stream()
                        .map(line -> List.of(line.split("\t", -1)))
                        .map(cells -> new Row(corpus.resolve(cells.get(columns.indexOf("file"))), columns, cells))
                        .toList());
    }

    boolean isPresent() {
        return !rows.isEmpty();
    }

    String name() {
        return file.toString();
    }
}
