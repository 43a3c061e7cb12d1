package io.github.solutionalm.embedded;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.engine.StagedUpgrade;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.store.EnvironmentStore;
import java.util.List;

/**
 * Removes one solution by itself, which no request through the front door asks for: a holding solution with all that only
 * it has, or the container of an unmanaged solution.
 */
public final class SolutionRemoval {

    private SolutionRemoval() {}

    /** Removes it, in one transaction. */
    public static void remove(EnvironmentStore store, InstalledSolution solution) throws RefusalException {
        store.change(tx -> {
            if (solution.holdingFor().isEmpty()) {
                tx.solutions().delete(solution.uniqueName());
                return;
            }
            StoreView view = new StoreView(tx, new ProvidedSolutions(List.of()), EmbeddedSettings.defaults());
            SolutionStack stack = SolutionStack.of(solution.holdingFor().get(), view);
            ImportPlan plan = StagedUpgrade.discard(stack, view);
            BlockedPlan.refuse(plan);
            UpgradeCompletion.discard(tx, stack, plan);
        });
    }
}
