package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code dependencies.json}: what packages require, what the POM brings, and what does not fit. */
final class DependenciesSection implements Section {

    private final String id;
    private final JsonNode dependencies;

    DependenciesSection(JsonFile file, String id) throws IOException {
        this.id = id;
        this.dependencies = file.read(Map.of());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Dependencies";
    }

    @Override
    public Level level() {
        if (failing() > 0) {
            return Level.BAD;
        }
        return dependencies.path("problems").isEmpty() ? Level.GOOD : Level.LOOK;
    }

    private int failing() {
        int failing = 0;
        for (JsonNode problem : dependencies.path("problems")) {
            failing += problem.path("fails").asBoolean() ? 1 : 0;
        }
        return failing;
    }

    @Override
    public String sentence() {
        int problems = dependencies.path("problems").size();
        return switch (level()) {
            case BAD ->
                "The dependencies of the POM do not fit what the packages require: " + Words.count(problems, "finding")
                        + ".";
            case LOOK -> "Dependencies: " + Words.count(problems, "remark") + ".";
            default -> "The dependencies of the POM fit what the packages require.";
        };
    }

    @Override
    public void write(Markup page) throws IOException {
        Parts parts = new Parts(page);
        page.element("p", sentence(), "class", "lead");
        parts.findings("Findings", level(), dependencies.path("problems"));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : dependencies.path("packages")) {
            for (JsonNode required : one.path("requires")) {
                JsonNode by = required.path("broughtBy");
                rows.add(List.of(
                        Words.text(one.path("solution"), "uniqueName"),
                        (Words.text(required, "uniqueName") + " " + Words.text(required, "version")).strip(),
                        Words.number(required.path("components").asLong()),
                        by.isObject()
                                ? String.join(
                                        ":",
                                        Words.text(by, "groupId"),
                                        Words.text(by, "artifactId"),
                                        Words.text(by, "version"))
                                : "–"));
            }
        }
        if (!rows.isEmpty()) {
            parts.table("What packages require", List.of("Solution", "Requires", "Components", "Brought by"), rows);
        }
    }
}
