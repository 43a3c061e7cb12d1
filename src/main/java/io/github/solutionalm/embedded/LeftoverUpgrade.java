package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.RuleDeletions;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.engine.StagedUpgrade;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.store.StoreTransaction;
import java.util.List;

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
        ImportOptions.LeftoverUpgrade policy = options.leftoverUpgrade();
        SolutionStack stack = SolutionStack.of(manifest.patchOf().orElse(manifest.uniqueName()), environment);
        if (policy == ImportOptions.LeftoverUpgrade.FAIL || stack.holding().isEmpty()) {
            return;
        }
        boolean apply = policy == ImportOptions.LeftoverUpgrade.APPLY;
        ImportPlan plan = RuleDeletions.of(
                apply ? StagedUpgrade.apply(stack, environment) : StagedUpgrade.discard(stack, environment),
                options.activeRules());
        BlockedPlan.refuse(plan);
        List<Finding> gateFindings = attempt.gate(plan.changes());
        if (apply) {
            UpgradeCompletion.apply(tx, stack, plan, attempt.startedOn());
        } else {
            UpgradeCompletion.discard(tx, stack, plan);
        }
        Finding warning = finding(stack.holding().get(), apply, plan.count(Change.DELETE));
        attempt.reach(Phase.Settled.of(attempt.phase(), plan, warning, gateFindings));
    }

    private static Finding finding(InstalledSolution holding, boolean applied, int deleted) {
        return PlatformCode.CLONE_SOLUTION.finding("The staged upgrade " + holding.uniqueName() + " "
                + holding.version() + " was left over. It was " + (applied ? "applied" : "discarded")
                + " first, as leftoverUpgrade says, which deleted "
                + (deleted == 1 ? "1 component." : deleted + " components."));
    }
}
