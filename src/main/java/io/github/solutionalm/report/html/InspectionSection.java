package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** {@code inspection.json}: what is in packages, above all what runs and whom it calls. */
final class InspectionSection implements Section {

    private final String id;
    private final List<JsonNode> packages = new ArrayList<>();

    InspectionSection(JsonFile file, String id) throws IOException {
        this.id = id;
        file.each("packages", packages::add);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Inspection of " + Words.count(packages.size(), "package");
    }

    @Override
    public Level level() {
        return packages.stream().anyMatch(one -> !one.path("warnings").isEmpty()) ? Level.LOOK : Level.PLAIN;
    }

    @Override
    public String sentence() {
        return level() == Level.LOOK ? "The inspection has warnings." : "";
    }

    @Override
    public void write(Markup page) throws IOException {
        for (JsonNode one : packages) {
            page.open("h3").element("bdi", Words.solution(one) + " " + Words.text(one.path("solution"), "version"));
            page.close();
            write(one, page);
        }
    }

    private void write(JsonNode one, Markup page) throws IOException {
        Parts parts = new Parts(page);
        parts.facts(facts(one));
        parts.findings("Warnings", Level.LOOK, one.path("warnings"));
        code(one.path("code"), parts);
        settings(one, parts);
        List<List<String>> types = new ArrayList<>();
        one.path("counts")
                .properties()
                .forEach(count -> types.add(
                        List.of(count.getKey(), Words.number(count.getValue().asLong()))));
        if (!types.isEmpty()) {
            parts.table("Components by type", List.of("Type", "Components"), types);
        }
    }

    private static List<Map.Entry<String, String>> facts(JsonNode one) {
        JsonNode solution = one.path("solution");
        JsonNode of = one.path("package");
        List<String> required = new ArrayList<>();
        one.path("requiredSolutions").forEach(needed -> required.add(Words.text(needed, "name")));
        return List.of(
                Map.entry("Unique name", Words.text(solution, "uniqueName")),
                Map.entry("Kind", solution.path("managed").asBoolean() ? "managed" : "unmanaged"),
                Map.entry("Patch of", Words.text(solution, "patchOf")),
                Map.entry("Publisher", Words.text(solution.path("publisher"), "displayName")),
                Map.entry("Package", Words.text(of, "file")),
                Map.entry("Size", Words.bytes(of.path("bytes").asLong())),
                Map.entry("SHA-256", Words.text(of, "sha256")),
                Map.entry("Languages", String.join(", ", Words.texts(one, "languages"))),
                Map.entry("Requires", String.join(", ", required)));
    }

    private void code(JsonNode code, Parts parts) throws IOException {
        TreeSet<String> hosts = new TreeSet<>();
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : code) {
            hosts.addAll(Words.texts(one, "hosts"));
            if (rows.size() < Parts.SHOWN) {
                String name = Words.text(one, "name");
                rows.add(List.of(
                        name.isEmpty() ? Words.text(one, "key") : name,
                        Words.text(one, "type"),
                        Words.bytes(one.path("size").asLong()),
                        String.join(", ", Words.texts(one, "hosts"))));
            }
        }
        if (!rows.isEmpty()) {
            parts.facts(List.of(
                    Map.entry("Code inside", Words.count(code.size(), "part")),
                    Map.entry("Hosts called", hosts.isEmpty() ? "none found" : String.join(", ", hosts))));
            parts.table("Code inside", List.of("Name", "Type", "Size", "Calls"), rows);
            parts.more(code.size() - rows.size(), "in the JSON file");
        }
    }

    private void settings(JsonNode one, Parts parts) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode variable : one.path("environmentVariables")) {
            String value = variable.path("hasValue").asBoolean()
                    ? "has a value"
                    : variable.path("hasDefault").asBoolean()
                            ? "has a default"
                            : variable.path("required").asBoolean() ? "needs a value" : "no value";
            rows.add(List.of(
                    Words.text(variable, "schemaName"),
                    Words.text(variable, "name"),
                    Words.text(variable, "type").toLowerCase(Locale.ROOT).replace('_', ' '),
                    value));
        }
        for (JsonNode reference : one.path("connectionReferences")) {
            rows.add(List.of(
                    Words.text(reference, "logicalName"),
                    Words.text(reference, "name"),
                    "connection",
                    Words.text(reference, "connectorId")));
        }
        if (!rows.isEmpty()) {
            parts.table(
                    "Settings",
                    List.of("Setting", "Name", "Type", "Value or connector"),
                    rows.subList(0, Math.min(rows.size(), Parts.SHOWN)));
            parts.more(rows.size() - Parts.SHOWN, "in the JSON file");
        }
    }
}
