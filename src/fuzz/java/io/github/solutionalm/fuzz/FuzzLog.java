package io.github.solutionalm.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the fuzzer wrote.
 *
 * @param file its log
 */
record FuzzLog(Path file) {

    private static final Pattern RUNS = Pattern.compile("(?:#|stat::number_of_executed_units: )(\\d+).*");
    private static final Pattern COMPLAINT = Pattern.compile(
            "== Java Exception.*|== libFuzzer crash.*|ERROR: .*|==\\d+== ERROR.*|Caused by: .*|Exception in .*");
    private static final Pattern OURS = Pattern.compile("\\s+at io\\.github\\.solutionalm\\..*");
    private static final int MOST_LINES = 60;

    /** How many inputs the target was given. */
    long runs() throws IOException {
        try (Stream<String> lines = lines()) {
            return lines.map(RUNS::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    /** What it found, with the lines of the traces that are ours. */
    List<String> complaints() throws IOException {
        try (Stream<String> lines = lines()) {
            return lines.filter(line -> COMPLAINT.matcher(line).matches()
                            || OURS.matcher(line).matches())
                    .limit(MOST_LINES)
                    .toList();
        }
    }

    private Stream<String> lines() throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
    }
}
