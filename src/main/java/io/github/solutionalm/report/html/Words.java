package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of the files as people say them. A word of a later version stands as it is. */
final class Words {

    private static final Map<String, String> CHANGES = Map.of(
            "ADD", "Added",
            "CHANGE", "Changed",
            "UNCHANGED", "Unchanged",
            "DELETE", "Deleted",
            "UNLAYER", "Layer removed",
            "KEEP", "Kept");
    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("INSTALLED", "Installed"),
            Map.entry("UPDATED", "Updated"),
            Map.entry("UPGRADED", "Upgraded"),
            Map.entry("STAGED", "Staged"),
            Map.entry("APPLIED", "Upgrade applied"),
            Map.entry("PATCHED", "Patched"),
            Map.entry("SKIPPED_SAME_VERSION", "Skipped: this version is installed"),
            Map.entry("SKIPPED_LOWER_VERSION", "Skipped: a higher version is installed"),
            Map.entry("NOTHING_TO_APPLY", "Nothing to apply"),
            Map.entry("STARTED", "Started and not ended"),
            Map.entry("FAILED", "Failed"),
            Map.entry("TIMED_OUT", "Timed out"),
            Map.entry("INCONCLUSIVE", "Inconclusive"));
    private static final Map<String, String> OPERATIONS = Map.of(
            "INSTALL", "installs",
            "UPDATE", "updates",
            "UPGRADE", "upgrades",
            "STAGE_UPGRADE", "stages an upgrade of",
            "APPLY_UPGRADE", "applies the upgrade of",
            "PATCH", "patches",
            "NONE", "leaves as it is:");
    private static final Map<String, List<String>> DATA = Map.of(
            "ROWS", List.of("row", "rows"),
            "VALUES", List.of("row has a value", "rows have a value"),
            "CHOICES", List.of("row has one of these values", "rows have one of these values"),
            "LINKS", List.of("link", "links"),
            "ASSIGNMENTS", List.of("user or team has it", "users and teams have it"),
            "SETTINGS", List.of("setting of this environment", "settings of this environment"));

    private Words() {}

    /** The changes from the worst on, in words. */
    static List<String> changes() {
        return List.of("Deleted", "Layer removed", "Changed", "Added", "Kept", "Unchanged");
    }

    static String change(String change) {
        return CHANGES.getOrDefault(change, change);
    }

    static String outcome(String outcome) {
        return OUTCOMES.getOrDefault(outcome, outcome);
    }

    /** What the operation does, before the name of the solution. */
    static String operation(String operation) {
        return OPERATIONS.getOrDefault(operation, operation);
    }

    /** {@code 1 component}, {@code 2 components}. */
    static String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String millis(long millis) {
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return millis / 60_000 + " min " + millis / 1000 % 60 + " s";
    }

    static String bytes(long bytes) {
        return bytes < 1024 ? bytes + " bytes" : bytes < 1 << 20 ? (bytes >> 10) + " KB" : (bytes >> 20) + " MB";
    }

    /** {@code 2026-11-22 14:52:46 UTC} of an instant of the files. */
    static String time(String instant) {
        return instant.replace('T', ' ').replace("Z", " UTC");
    }

    /** The data that a deletion takes along; empty when it takes none. */
    static String data(JsonNode component) {
        JsonNode data = component.path("dataAtRisk");
        if (!data.isObject()) {
            return "";
        }
        List<String> nouns = DATA.getOrDefault(text(data, "what"), List.of("row", "rows"));
        if (!data.path("count").isNumber()) {
            return "data not counted: it may be lost";
        }
        long count = data.path("count").asLong();
        String about =
                switch (text(data, "exactness")) {
                    case "ESTIMATED" -> "about ";
                    case "AT_LEAST" -> "at least ";
                    default -> "";
                };
        return about + number(count) + " " + nouns.get(count == 1 ? 0 : 1);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    /** A text of a file; empty where there is none. */
    static String text(JsonNode json, String key) {
        return json.path(key).asText("");
    }

    /** The texts of an array. */
    static List<String> texts(JsonNode json, String key) {
        List<String> texts = new ArrayList<>();
        json.path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** {@code Attribute contoso_order.contoso_code}. */
    static String component(JsonNode key) {
        return text(key, "type") + " " + text(key, "key");
    }

    /** The solution of an operation: its friendly name, or else the unique one. */
    static String solution(JsonNode operation) {
        JsonNode solution = operation.path("solution");
        String friendly = text(solution, "friendlyName");
        return friendly.isEmpty() ? text(solution, "uniqueName") : friendly;
    }

    /** {@code 1.0.0.0 → 2.0.0.0} of an operation, or the one version that it is about. */
    static String versions(JsonNode operation) {
        String before = text(operation, "previousVersion");
        String after = text(operation.path("solution"), "version");
        return before.isEmpty() || before.equals(after) ? after : before + " → " + after;
    }

    /** With a capital letter at its beginning. */
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Values of a choice that go. */
    static String values(JsonNode component) {
        List<String> values = new ArrayList<>();
        component
                .path("values")
                .forEach(value -> values.add(
                        text(value, "label").isEmpty()
                                ? text(value, "value")
                                : text(value, "label") + " (" + text(value, "value") + ")"));
        return values.stream().collect(Collectors.joining(", "));
    }
}
