package io.github.solutionalm.embedded;

import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.store.StoreTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes the old version of a solution, and what only it had. */
final class UpgradeCompletion {

    private UpgradeCompletion() {}

    /** A staged upgrade replaces base and patches. */
    static void apply(StoreTransaction tx, SolutionStack stack, ImportPlan plan, Instant now) {
        InstalledSolution holding = stack.holding().orElseThrow();
        List<String> topDown = new ArrayList<>(stack.owners());
        Collections.reverse(topDown);
        keepLayers(tx, topDown, holding.uniqueName(), plan.keys(Change.KEEP));
        tx.components().delete(plan.keys(Change.DELETE));
        deletePatches(tx, stack);
        tx.solutions().promote(holding.uniqueName());
        tx.solutions().find(stack.uniqueName()).ifPresent(applied -> tx.solutions()
                .save(updated(applied, stack.base().orElseThrow(), now)));
        tx.contents().collectGarbage();
    }

    private static InstalledSolution updated(InstalledSolution applied, InstalledSolution base, Instant now) {
        return new InstalledSolution(
                base.uniqueName(),
                applied.friendlyName(),
                applied.version(),
                applied.managed(),
                applied.publisher(),
                applied.patchOf(),
                applied.holdingFor(),
                applied.installedOn(),
                now,
                applied.sha256());
    }

    /** The layers that the plan removes go; the new ones are written already. */
    static void upgrade(StoreTransaction tx, SolutionStack stack, ImportPlan plan) {
        List<String> patches = new ArrayList<>(
                stack.patches().stream().map(InstalledSolution::uniqueName).toList());
        Collections.reverse(patches);
        keepLayers(tx, patches, plan.owner(), plan.keys(Change.KEEP));
        tx.components().delete(plan.keys(Change.DELETE));
        tx.layers().remove(plan.owner(), plan.keys(Change.UNLAYER));
        deletePatches(tx, stack);
        tx.contents().collectGarbage();
    }

    /** A staged upgrade goes, with what only it had. */
    static void discard(StoreTransaction tx, SolutionStack stack, ImportPlan plan) {
        tx.components().delete(plan.keys(Change.DELETE));
        tx.solutions().delete(stack.holding().orElseThrow().uniqueName());
        tx.contents().collectGarbage();
    }

    /** A component that the new version lists without a definition keeps the old version's top layer. */
    private static void keepLayers(StoreTransaction tx, List<String> topDown, String to, List<ComponentKey> keys) {
        Set<ComponentKey> left = new HashSet<>(keys);
        for (String from : topDown) {
            Set<ComponentKey> here = new HashSet<>(tx.layers().keysOf(from));
            here.retainAll(left);
            tx.layers().remove(to, here);
            tx.layers().move(from, to, here);
            left.removeAll(here);
        }
    }

    /** The patches from the highest version down (docs/concepts.md, "Stage and apply"). */
    private static void deletePatches(StoreTransaction tx, SolutionStack stack) {
        for (int i = stack.patches().size() - 1; i >= 0; i--) {
            tx.solutions().delete(stack.patches().get(i).uniqueName());
        }
    }
}
