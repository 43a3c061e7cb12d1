package io.github.solutionalm.report.html;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What of a plan's components is shown in lists, picked while the file passes by. */
final class PlanPicks {

    private static final Comparator<JsonNode> BY_KEY = Comparator.comparing(Words::component);
    private static final Comparator<JsonNode> BY_LOSS =
            comparingInt((JsonNode one) -> ChangeRows.severity(one)).thenComparing(BY_KEY);

    final Foremost<JsonNode> deletions = new Foremost<>(Parts.SHOWN, BY_LOSS);
    final Foremost<JsonNode> deferred = new Foremost<>(Parts.SHOWN, BY_LOSS);
    final Foremost<JsonNode> blocked = new Foremost<>(Parts.SHOWN, BY_KEY);
    final Foremost<JsonNode> unlayered = new Foremost<>(Parts.SHOWN, BY_KEY);
    final Foremost<JsonNode> hidden = new Foremost<>(Parts.SHOWN, BY_KEY);
    final Foremost<JsonNode> changed = new Foremost<>(
            Parts.SHOWN,
            comparingInt((JsonNode one) -> one.path("details").isEmpty() ? 1 : 0)
                    .thenComparing(BY_KEY));
    final Foremost<JsonNode> added = new Foremost<>(Parts.SHOWN, BY_KEY);
    final Map<String, Integer> hiddenBy = new TreeMap<>();
    final TypeCounts counts = new TypeCounts(Words.changes());
    private int total;
    private int withData;

    /** Takes a component. */
    void take(JsonNode component) {
        total++;
        counts.add(Words.text(component, "type"), Words.change(Words.text(component, "change")));
        takeRisks(component);
        String owner = Words.text(component, "hiddenBy");
        if (!owner.isEmpty()) {
            hidden.add(component);
            hiddenBy.merge(owner, 1, Integer::sum);
        }
        switch (Words.text(component, "change")) {
            case "DELETE" -> deletions.add(component);
            case "UNLAYER" -> unlayered.add(component);
            case "CHANGE" -> changed.add(component);
            case "ADD" -> added.add(component);
            default -> {
                // stays as it is: only in the table of all
            }
        }
    }

    /** Takes what the application of the upgrade will do later. */
    void takeDeferred(JsonNode component) {
        takeRisks(component);
        if (Words.text(component, "change").equals("DELETE")) {
            deferred.add(component);
        }
    }

    private void takeRisks(JsonNode component) {
        withData += component.path("dataAtRisk").isObject() ? 1 : 0;
        if (!component.path("blockedBy").isEmpty()) {
            blocked.add(component);
        }
    }

    /** How many components there are, without those of later. */
    int total() {
        return total;
    }

    /** How many lose data, or may. */
    int withData() {
        return withData;
    }

    /** Whether somebody should look at it. */
    boolean isRisky() {
        return withData > 0 || !deletions.isEmpty() || !deferred.isEmpty() || !unlayered.isEmpty() || !hidden.isEmpty();
    }
}
