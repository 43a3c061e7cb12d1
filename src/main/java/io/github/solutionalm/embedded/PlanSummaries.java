package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.model.Change;

/** A plan as listeners hear of it. */
final class PlanSummaries {

    private PlanSummaries() {}

    static PlanSummary of(ImportPlan plan) {
        return new PlanSummary(
                plan.operation(),
                PlannedChange.of(plan.changes()),
                plan.count(Change.UNCHANGED),
                plan.hiddenBy(),
                PlannedChange.of(plan.deferred()));
    }
}
