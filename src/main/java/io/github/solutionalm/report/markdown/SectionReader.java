package io.github.solutionalm.report.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.report.markdown.Section.Deletion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Sections of {@code import-result.json} and {@code plan.json}, whose keys are the same as far as they go. */
public final class SectionReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Tables and columns before what is made anew without loss. */
    private static final List<String> WORST = List.of("Entity", "Attribute");

    private final JsonNode json;
    private final String file;

    private SectionReader(JsonNode json, String file) {
        this.json = json;
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param errors why the build fails, whatever the file says
     * @param shown how the file is called in the summary
     * @throws IOException when it cannot be read
     */
    public static Section read(Path file, List<String> errors, String shown) throws IOException {
        JsonNode json = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        return new SectionReader(json, shown).section(errors);
    }

    private Section section(List<String> errors) {
        String solution = text(json.path("solution"), "uniqueName");
        String subject = solution.isEmpty()
                ? text(json.path("package"), "file")
                : solution + " " + text(json.path("solution"), "version");
        String outcome = text(json, "outcome");
        return new Section(
                new Section.Subject(text(json, "goal"), subject, text(json.path("environment"), "id")),
                new Section.Outcome(outcome, !errors.isEmpty()),
                figures(),
                errors,
                deletions(),
                blockers(),
                warnings(),
                file);
    }

    private List<String> figures() {
        JsonNode counts = json.path("counts");
        return List.of(
                counts.path("added").asText(),
                counts.path("changed").asText(),
                counts.path("deleted").asText(),
                counts.path("hidden").asText());
    }

    private List<Deletion> deletions() {
        List<JsonNode> deleted = new ArrayList<>();
        for (JsonNode component : json.path("components")) {
            if (text(component, "change").equals("DELETE") && isDone(component) || component.has("dataAtRisk")) {
                deleted.add(component);
            }
        }
        deleted.sort(Comparator.comparing((JsonNode one) -> !one.has("dataAtRisk"))
                .thenComparing(one -> !WORST.contains(text(one, "type"))));
        return deleted.stream()
                .map(one -> new Deletion(text(one, "type") + " " + text(one, "key"), text(one, "name"), loss(one)))
                .toList();
    }

    /** Plans say nothing of it: what they have would be done. */
    private static boolean isDone(JsonNode component) {
        String status = text(component, "status");
        return status.isEmpty() || status.equals("SUCCESS") || status.equals("WARNING");
    }

    private static String loss(JsonNode component) {
        JsonNode data = component.path("dataAtRisk");
        if (!data.isObject()) {
            return "";
        }
        OptionalLong count = data.path("count").isNumber()
                ? OptionalLong.of(data.path("count").asLong())
                : OptionalLong.empty();
        return new DataAtRisk(
                        DataAtRisk.What.valueOf(text(data, "what")),
                        count,
                        DataAtRisk.Exactness.valueOf(text(data, "exactness")))
                .toString();
    }

    private List<String> blockers() {
        List<String> blockers = new ArrayList<>();
        for (JsonNode component : json.path("components")) {
            for (JsonNode blocker : component.path("blockedBy")) {
                blockers.add(text(component, "type") + " " + text(component, "key") + " is blocked by "
                        + text(blocker, "type") + " " + text(blocker, "key") + " of " + text(blocker, "solution"));
            }
        }
        return blockers;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        json.path("warnings").forEach(warning -> warnings.add(text(warning, "message")));
        return warnings;
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).isTextual() ? json.path(key).textValue() : "";
    }
}
