package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.PlanFingerprint;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.store.StoreTransaction;
import java.util.List;
import java.util.Optional;

/** The steps of an operation that is prepared: plan, check, carry out, report. */
final class OperationSteps {

    private OperationSteps() {}

    /** Plans a prepared operation; empty when there is nothing to do. */
    static Optional<ImportPlan> plan(Optional<Prepared> prepared, Attempt attempt, StoreView environment)
            throws RefusalException {
        if (prepared.isEmpty()) {
            return Optional.empty();
        }
        ImportPlan plan = prepared.get().plan(prepared.get().environment());
        attempt.reach(new Phase.Planned(
                attempt.phase(),
                plan,
                PlanFingerprint.of(plan, attempt.request().options(), environment),
                attempt.gateFindings(plan.changesInTheEnd())));
        attempt.listener().planned(PlanSummary.of(plan.operation(), plan.changes(), plan.deferred()));
        return Optional.of(plan);
    }

    /** Says of a plan that is only shown what changes inside. */
    static void detail(Optional<ImportPlan> plan, Attempt attempt, PlanDetails details) {
        plan.ifPresent(made -> attempt.reach(new Phase.Detailed(attempt.phase(), details.of(made))));
    }

    /**
     * Whether the plan may be carried out: it is the saved one, nothing blocks it, and the build's gates let it pass. A saved
     * plan is compared also when there is nothing to do: then the environment is not the one that it was made for.
     */
    static void check(Optional<ImportPlan> plan, Attempt attempt) throws RefusalException {
        Optional<SavedPlan> saved = attempt.request().savedPlan();
        if (saved.isPresent()) {
            List<Finding> differences = saved.get().differences(OperationReport.plan(attempt, List.of(), List.of()));
            if (!differences.isEmpty()) {
                throw new RefusalException(differences, List.of());
            }
        }
        if (plan.isPresent()) {
            BlockedPlan.refuse(plan.get());
            attempt.gate(plan.get().changesInTheEnd());
        }
    }

    /** Carries the plan out. */
    static void carryOut(Prepared prepared, ImportPlan plan, Attempt attempt, StoreTransaction tx) {
        prepared.carryOut(tx, plan);
        boolean publish = attempt.request().options().publish();
        if (publish) {
            tx.components().publishAll();
        }
        attempt.reach(new Phase.Applied(attempt.phase(), publish));
    }

    /** Reports the result. The job ends in the same transaction. */
    static ImportResult report(Attempt attempt, StoreTransaction tx) {
        ImportResult result = OperationReport.succeeded(attempt);
        tx.jobs().finish(EndedJob.of(attempt, result), EndedJob.components(result));
        return result;
    }
}
