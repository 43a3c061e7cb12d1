package io.github.solutionalm.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.report.html.Parts.Remark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code import-result.json}: how an operation went, what failed first. */
final class ImportSection implements Section {

    private static final Set<String> FAILURES = Set.of("FAILED", "TIMED_OUT", "INCONCLUSIVE", "STARTED");
    private static final Map<String, String> STATUS =
            Map.of("FAILURE", "Failed", "WARNING", "Warning", "UNPROCESSED", "Not processed", "SUCCESS", "Done");
    private static final List<String> STATUS_WORDS = List.of("Failed", "Warning", "Not processed", "Done");
    private static final List<Explorer.Column> COLUMNS = List.of(
            Explorer.Column.of("Result", STATUS_WORDS),
            Explorer.Column.of("Change", Words.changes()),
            Explorer.Column.ofText("Message"));
    private static final int LONGEST_MESSAGE = 1000;

    private final JsonFile file;
    private final String id;
    private final JsonNode result;
    private final Foremost<JsonNode> failed = new Foremost<>(
            Parts.SHOWN,
            Comparator.comparing((JsonNode one) -> Words.text(one, "status")).thenComparing(Words::component));
    private final Foremost<JsonNode> deleted = new Foremost<>(
            Parts.SHOWN, Comparator.<JsonNode>comparingInt(ChangeRows::severity).thenComparing(Words::component));
    private final TypeCounts counts = new TypeCounts(List.of("Failed", "Warning", "Not processed"));
    private int total;

    ImportSection(JsonFile file, String id) throws IOException {
        this.file = file;
        this.id = id;
        this.result = file.read(Map.of("components", this::take));
    }

    private void take(JsonNode component) {
        total++;
        String status = Words.text(component, "status");
        counts.add(
                Words.text(component, "type"),
                status.equals("SUCCESS") ? Words.change(Words.text(component, "change")) : status(status));
        if (status.equals("FAILURE") || status.equals("WARNING")) {
            failed.add(component);
        } else if (status.equals("SUCCESS") && Words.text(component, "change").equals("DELETE")) {
            deleted.add(component);
        }
    }

    private static String status(String status) {
        return STATUS.getOrDefault(status, status);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return Words.capital(Words.text(result, "goal").replace('-', ' ')) + ": " + Words.solution(result) + " "
                + Words.versions(result);
    }

    @Override
    public Level level() {
        if (FAILURES.contains(outcome()) || !result.path("errors").isEmpty()) {
            return Level.BAD;
        }
        boolean differs = !result.path("prediction").path("differences").isEmpty();
        return differs || !failed.isEmpty() || !result.path("warnings").isEmpty() ? Level.LOOK : Level.GOOD;
    }

    private String outcome() {
        return Words.text(result, "outcome");
    }

    @Override
    public String sentence() {
        JsonNode done = result.path("counts");
        List<String> changes = new ArrayList<>();
        for (String change : List.of("deleted", "unlayered", "changed", "added", "failed")) {
            if (done.path(change).asInt() > 0) {
                changes.add(Words.number(done.path(change).asInt()) + " " + change);
            }
        }
        return Words.outcome(outcome()) + ": " + Words.solution(result) + " " + Words.versions(result) + " in "
                + Words.text(result.path("environment"), "id")
                + (changes.isEmpty() ? "." : "; " + Words.list(changes) + ".");
    }

    @Override
    public void write(Markup page) throws IOException {
        Parts parts = new Parts(page);
        page.element("p", sentence(), "class", "lead");
        parts.facts(facts());
        parts.findings("Errors", Level.BAD, result.path("errors"));
        new MissingList(page).write(result.path("missingDependencies"));
        parts.rows("Failed, or with a warning", id, failed, ImportSection::message);
        parts.rows("Deleted", id, deleted, one -> List.of());
        parts.findings("Warnings", Level.LOOK, result.path("warnings"));
        differences(parts);
        leftOff(page);
        phases(parts);
        counts.write(page, "Components by type and result");
        new Explorer(id, COLUMNS, new Row())
                .write(page, "All components", total, take -> file.each("components", take), Map.of());
    }

    private List<Map.Entry<String, String>> facts() {
        JsonNode of = result.path("package");
        return List.of(
                Map.entry("Environment", Words.text(result.path("environment"), "url")),
                Map.entry("Package", Words.text(of, "file")),
                Map.entry("SHA-256", Words.text(of, "sha256")),
                Map.entry("Started", Words.time(Words.text(result, "startedOn"))),
                Map.entry("Took", duration()),
                Map.entry("Import job", Words.text(result, "importJobId")));
    }

    /** In whole seconds, as the file has it. */
    private String duration() {
        try {
            return Duration.between(
                                    Instant.parse(Words.text(result, "startedOn")),
                                    Instant.parse(Words.text(result, "completedOn")))
                            .toSeconds()
                    + " s";
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static List<Remark> message(JsonNode component) {
        Level level = Words.text(component, "status").equals("FAILURE") ? Level.BAD : Level.LOOK;
        String code = Words.text(component, "code");
        return List.of(new Remark(
                level,
                status(Words.text(component, "status")) + (code.isEmpty() ? ":" : " (" + code + "):"),
                VisibleText.of(Words.text(component, "text"), LONGEST_MESSAGE)));
    }

    private void differences(Parts parts) throws IOException {
        JsonNode prediction = result.path("prediction");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode difference : prediction.path("differences")) {
            if (rows.size() < Parts.SHOWN) {
                rows.add(List.of(
                        Words.component(difference),
                        Words.change(Words.text(difference, "foretold")),
                        Words.change(Words.text(difference, "happened")),
                        Words.text(difference, "certainty")));
            }
        }
        if (!rows.isEmpty()) {
            parts.table("Not as planned", List.of("Component", "Planned", "Happened", "The plan was"), rows);
            parts.more(prediction.path("differences").size() - rows.size(), "in the JSON file");
        }
    }

    private void leftOff(Markup page) throws IOException {
        JsonNode leftOff = result.path("leftOff");
        if (!leftOff.isEmpty()) {
            page.element("h3", "Workflows that stay off (" + leftOff.size() + ")")
                    .open("ul");
            for (JsonNode one : leftOff) {
                page.open("li").element("bdi", Words.text(one, "name") + " (" + Words.text(one, "key") + ")");
                page.close();
            }
            page.close();
        }
    }

    private void phases(Parts parts) throws IOException {
        JsonNode phases = result.path("phases");
        long all = 0;
        for (JsonNode phase : phases) {
            all += phase.path("millis").asLong();
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode phase : phases) {
            long millis = phase.path("millis").asLong();
            rows.add(List.of(
                    Words.text(phase, "phase"), Words.millis(millis), all == 0 ? "–" : 100 * millis / all + " %"));
        }
        if (!rows.isEmpty()) {
            parts.table("Time by phase", List.of("Phase", "Time", "Share"), rows);
        }
    }

    private static final class Row implements Explorer.View {

        @Override
        public List<String> columns(JsonNode component) {
            String code = Words.text(component, "code");
            return List.of(
                    status(Words.text(component, "status")),
                    Words.change(Words.text(component, "change")),
                    (code + " " + Words.text(component, "text")).strip());
        }

        @Override
        public boolean hasMore(JsonNode component) {
            return false;
        }

        @Override
        public void more(JsonNode component, JsonGenerator json) {
            // a row says all
        }
    }
}
