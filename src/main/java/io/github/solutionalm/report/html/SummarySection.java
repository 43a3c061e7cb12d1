package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code summary.json}: the operations of a build, of which those without a result have no section of their own. */
final class SummarySection implements Section {

    private final String id;
    private final List<JsonNode> operations = new ArrayList<>();

    SummarySection(JsonFile file, String id) throws IOException {
        this.id = id;
        JsonNode summary = file.read(Map.of());
        summary.path("operations").forEach(operations::add);
        summary.path("otherBuilds").forEach(build -> build.path("operations").forEach(operations::add));
    }

    /** Paths of the results, relative to the folder of the summary. */
    List<String> results() {
        return operations.stream()
                .map(operation -> Words.text(operation, "result"))
                .filter(result -> !result.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Operations of this build";
    }

    @Override
    public Level level() {
        boolean failed = operations.stream().anyMatch(SummarySection::isLost);
        return failed ? Level.BAD : Level.PLAIN;
    }

    /** Began and did not end, or failed before it had a result: no section of a result says so. */
    private static boolean isLost(JsonNode operation) {
        return Words.text(operation, "outcome").equals("STARTED")
                || Words.text(operation, "outcome").equals("FAILED")
                        && Words.text(operation, "result").isEmpty();
    }

    @Override
    public String sentence() {
        return operations.stream()
                .filter(SummarySection::isLost)
                .findFirst()
                .map(SummarySection::lost)
                .orElse("");
    }

    private static String lost(JsonNode operation) {
        List<String> errors = Words.texts(operation, "errors");
        return Words.outcome(Words.text(operation, "outcome")) + ": " + Words.text(operation, "goal") + " "
                + Words.text(operation, "solution")
                + (errors.isEmpty() ? "" : ": " + VisibleText.of(errors.get(0), 1000));
    }

    @Override
    public void write(Markup page) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode operation : operations) {
            rows.add(List.of(
                    Words.text(operation, "solution").isEmpty()
                            ? Words.text(operation, "file")
                            : Words.text(operation, "solution"),
                    Words.text(operation, "version"),
                    Words.text(operation, "environment"),
                    Words.text(operation, "goal"),
                    Words.outcome(Words.text(operation, "outcome")),
                    Words.number(Words.texts(operation, "errors").size()),
                    Words.number(operation.path("warnings").asInt())));
        }
        Parts parts = new Parts(page);
        parts.table(
                "In the order in which they began",
                List.of("Solution", "Version", "Environment", "Goal", "Outcome", "Errors", "Warnings"),
                rows);
        if (operations.stream().anyMatch(SummarySection::isLost)) {
            page.element("h3", "Errors").open("ul", "class", "findings bad");
            for (JsonNode operation : operations) {
                if (isLost(operation)) {
                    page.open("li").open("p");
                    parts.name(lost(operation));
                    page.close().close();
                }
            }
            page.close();
        }
    }
}
