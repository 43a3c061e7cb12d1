package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import java.util.List;

/** A plan as listeners hear of it. */
final class PlanSummaries {

    private PlanSummaries() {}

    static PlanSummary of(ImportPlan plan) {
        return new PlanSummary(
                plan.operation(),
                changes(plan.changes()),
                plan.count(Change.UNCHANGED),
                plan.hiddenBy(),
                changes(plan.deferred()));
    }

    private static List<PlannedChange> changes(List<ComponentChange> changes) {
        return changes.stream()
                .filter(change -> change.change() != Change.UNCHANGED)
                .map(change -> new PlannedChange(
                        change.key().type().name(),
                        change.key().key(),
                        change.change(),
                        change.isBlocked(),
                        change.owners(),
                        change.values()))
                .toList();
    }
}
