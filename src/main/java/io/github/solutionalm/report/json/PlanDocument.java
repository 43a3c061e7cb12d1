package io.github.solutionalm.report.json;

import io.github.solutionalm.Operation;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.DataAtRisk;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code plan.json}: keys and their order are those of docs/files.md, which are those of {@code import-result.json} as far
 * as they go.
 */
public final class PlanDocument {

    private static final Comparator<Blocker> BY_KEY =
            Comparator.comparing(Blocker::key).thenComparing(Blocker::solution).thenComparing(Blocker::code);

    private final PlanResult plan;
    private final JsonWriter json;
    private final JsonParts parts;

    private PlanDocument(PlanResult plan, JsonWriter json) {
        this.plan = plan;
        this.json = json;
        this.parts = new JsonParts(json);
    }

    /**
     * Writes the file. Components and blockers are sorted by type and key.
     *
     * @throws IOException when the stream can't be written; half of the document may be in it then
     */
    public static void write(PlanResult plan, OutputStream out) throws IOException {
        JsonWriter.write(out, json -> new PlanDocument(plan, json).write());
    }

    private void write() throws IOException {
        json.text("goal", plan.goal());
        json.text("operation", plan.operation().name());
        json.text("outcome", plan.outcome().name());
        json.flag("blocked", plan.isBlocked());
        parts.environment(plan.environment());
        parts.packageFile(plan.file());
        parts.solution(plan.manifest());
        json.text("previousVersion", plan.previousVersion());
        parts.options(plan.options());
        counts();
        parts.findings("errors", plan.errors());
        parts.findings("warnings", plan.warnings());
        parts.findings("blockers", plan.blockers());
        parts.findings("gateFindings", plan.gateFindings());
        parts.missingDependencies(plan.missingDependencies());
        parts.leftOff(plan.leftOff());
        captured();
        changes("components", plan.changes());
        if (plan.operation() == Operation.STAGE_UPGRADE) {
            changes("deferred", plan.deferred());
        }
        basis();
    }

    private void counts() throws IOException {
        json.object("counts", () -> {
            json.number("added", plan.count(Change.ADD));
            json.number("changed", plan.count(Change.CHANGE));
            json.number("unchanged", plan.count(Change.UNCHANGED));
            json.number("deleted", plan.count(Change.DELETE));
            json.number("unlayered", plan.count(Change.UNLAYER));
            json.number("kept", plan.count(Change.KEEP));
            json.number("hidden", plan.hidden());
            json.number("leftOff", plan.leftOff().size());
            json.number(
                    "blocked",
                    plan.changes().stream().filter(ComponentChange::isBlocked).count());
            json.number("warnings", plan.warnings().size());
        });
    }

    private void changes(String name, List<ComponentChange> changes) throws IOException {
        List<ComponentChange> sorted = changes.stream()
                .sorted(Comparator.comparing(ComponentChange::key))
                .toList();
        json.objects(name, sorted, change -> {
            parts.key(change.key());
            json.text("name", change.name());
            json.text("change", change.change().name());
            json.text("certainty", change.certainty().name().toLowerCase(Locale.ROOT));
            json.texts("evidence", Evidence.of(change, plan.captured().isPresent()));
            json.text("hiddenBy", change.hiddenBy());
            json.flag("overwritesCustomization", change.overwritesCustomization());
            details(change);
            owners(change);
            values(change);
            dataAtRisk(change);
            json.objects("blockedBy", change.blockedBy().stream().sorted(BY_KEY).toList(), blocker -> {
                parts.key(blocker.key());
                json.text("solution", blocker.solution());
                json.text("code", blocker.code());
            });
        });
    }

    /** Where and when the environment was captured, and what stayed unseen; written only of one that was. */
    private void captured() throws IOException {
        if (plan.captured().isPresent()) {
            PlanResult.Captured captured = plan.captured().get();
            json.object("captured", () -> {
                json.text("url", captured.origin().url());
                json.instant("at", captured.origin().takenAt());
                json.objects("gaps", captured.gaps(), gap -> {
                    json.text("what", gap.what());
                    json.text("why", gap.why());
                });
            });
        }
    }

    /** What changes inside; written only of what changes. */
    private void details(ComponentChange change) throws IOException {
        if (change.change() == Change.CHANGE) {
            parts.details(change.details());
        }
    }

    /** The owners of the layers that are removed; written only for deletions and removed layers. */
    private void owners(ComponentChange change) throws IOException {
        if (!change.owners().isEmpty()) {
            json.texts("owners", change.owners());
        }
    }

    /** The values of a choice that are lost; written only where there are any. */
    private void values(ComponentChange change) throws IOException {
        if (!change.values().isEmpty()) {
            json.objects("values", change.values(), value -> {
                json.verbatim("value", value.value());
                json.text("label", value.label());
            });
        }
    }

    /** What goes in rows; written only where there is any, or nobody could say. */
    private void dataAtRisk(ComponentChange change) throws IOException {
        if (change.data().isPresent()) {
            DataAtRisk data = change.data().get();
            json.object("dataAtRisk", () -> {
                json.text("what", data.what().name());
                json.number("count", data.count());
                json.text("exactness", data.exactness().name());
            });
        }
    }

    private void basis() throws IOException {
        json.object("basis", () -> {
            json.object("solutions", () -> {
                for (Map.Entry<String, String> solution :
                        plan.basis().solutions().entrySet()) {
                    json.verbatim(solution.getKey(), solution.getValue());
                }
            });
            json.verbatim("fingerprint", plan.basis().fingerprint());
        });
    }
}
