package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code environment.json}: the stack of solutions, and of each component its layers, what it uses and what uses it. */
final class EnvironmentSection implements Section {

    private final JsonFile file;
    private final String id;
    private final LayerRows rows = new LayerRows();
    private final JsonNode environment;
    private int layered;

    EnvironmentSection(JsonFile file, String id) throws IOException {
        this.file = file;
        this.id = id;
        this.environment = file.read(Map.of("components", this::take));
    }

    private void take(JsonNode component) {
        rows.take(component);
        layered += component.path("layers").size() > 1 ? 1 : 0;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Environment: " + Words.text(environment.path("environment"), "id");
    }

    @Override
    public Level level() {
        return Level.PLAIN;
    }

    @Override
    public String sentence() {
        return "";
    }

    @Override
    public void write(Markup page) throws IOException {
        Parts parts = new Parts(page);
        JsonNode captured = environment.path("captured");
        parts.facts(List.of(
                Map.entry("URL", Words.text(environment.path("environment"), "url")),
                Map.entry("Snapshot of", Words.text(captured, "url")),
                Map.entry("Taken", Words.time(Words.text(captured, "takenAt")))));
        stack(parts);
        if (layered > 0) {
            page.element(
                    "p",
                    Words.count(layered, "component") + " of " + Words.number(rows.total())
                            + " in more than one layer.");
        }
        new Explorer(id, LayerRows.COLUMNS, rows)
                .write(
                        page,
                        "Components and their layers",
                        rows.total(),
                        take -> file.each("components", take),
                        Map.of("owners", rows.owners()));
    }

    /** The solution that was installed last is on top, as its layers are. */
    private void stack(Parts parts) throws IOException {
        List<JsonNode> solutions = new ArrayList<>();
        environment.path("solutions").forEach(solution -> solutions.add(0, solution));
        List<List<String>> table = new ArrayList<>();
        for (JsonNode solution : solutions) {
            Map<String, String> kind = new LinkedHashMap<>();
            kind.put("patch of ", Words.text(solution, "patchOf"));
            kind.put("staged upgrade of ", Words.text(solution, "holdingFor"));
            List<String> words =
                    new ArrayList<>(List.of(solution.path("managed").asBoolean() ? "managed" : "unmanaged"));
            kind.forEach((word, of) -> {
                if (!of.isEmpty()) {
                    words.add(word + of);
                }
            });
            table.add(List.of(
                    Words.text(solution, "uniqueName"),
                    Words.text(solution, "version"),
                    String.join(", ", words),
                    Words.text(solution, "publisher"),
                    solution.path("components").isNumber()
                            ? Words.number(solution.path("components").asLong())
                            : "–",
                    Words.time(Words.text(solution, "updatedOn"))));
        }
        if (!table.isEmpty()) {
            parts.table(
                    "Solutions, from the top layer down",
                    List.of("Solution", "Version", "Kind", "Publisher", "Components", "Updated"),
                    table);
        }
    }
}
