package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.LeftoverChoice;
import io.github.solutionalm.engine.RuleDeletions;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.engine.StagedUpgrade;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.store.StoreTransaction;
import java.util.List;
import java.util.Optional;

/** A holding solution that an earlier upgrade left behind, when its base is imported again. */
final class LeftoverUpgrade {

    private final StoreTransaction tx;
    private final StoreView environment;
    private final Attempt attempt;

    LeftoverUpgrade(StoreTransaction tx, StoreView environment, Attempt attempt) {
        this.tx = tx;
        this.environment = environment;
        this.attempt = attempt;
    }

    /** Applies or discards it, in the same transaction as the import; the refusal is left to the checks of the import. */
    void settle(SolutionManifest manifest, ImportOptions options) throws RefusalException {
        Optional<LeftoverChoice> choice = LeftoverChoice.of(manifest, options, environment);
        if (choice.isPresent()) {
            settle(choice.get(), options);
        }
    }

    private void settle(LeftoverChoice choice, ImportOptions options) throws RefusalException {
        SolutionStack stack = choice.stack();
        ImportPlan plan = RuleDeletions.of(
                choice.apply() ? StagedUpgrade.apply(stack, environment) : StagedUpgrade.discard(stack, environment),
                options.activeRules());
        BlockedPlan.refuse(plan);
        List<Finding> gateFindings = attempt.gate(plan.changes());
        if (choice.apply()) {
            UpgradeCompletion.apply(tx, stack, plan, attempt.startedOn());
        } else {
            UpgradeCompletion.discard(tx, stack, plan);
        }
        Finding warning = choice.warning(plan.count(Change.DELETE));
        attempt.reach(Phase.Settled.of(attempt.phase(), plan, warning, gateFindings));
    }
}
