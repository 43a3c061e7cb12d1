package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.ImportPlanner;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.engine.PlanFingerprint;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.engine.StagedUpgrade;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.store.StoreTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An environment in a transaction that is rolled back: operations on packages that exist as values alone. */
final class GeneratedEnvironment {

    private final StoreTransaction tx;

    GeneratedEnvironment(StoreTransaction tx) {
        this.tx = tx;
    }

    private StoreView view() {
        return new StoreView(tx, new ProvidedSolutions(List.of()), EmbeddedSettings.defaults());
    }

    /** Imports what is not refused. */
    GeneratedEnvironment after(List<SolutionPackage> history) {
        for (SolutionPackage solution : history) {
            try {
                imports(solution, ImportOptionsBuilder.options());
            } catch (RefusalException refused) {
                continue;
            }
        }
        return this;
    }

    /** Users' own components may be anywhere: managed layers come under them. */
    ImportPlan plan(SolutionPackage solution, ImportOptionsBuilder options) throws RefusalException {
        options.activeBase(ImportOptions.ActiveBase.WARN);
        return ImportPlanner.plan(solution, choice(solution, options.build()), options.build(), view());
    }

    PlanBasis basis(SolutionPackage solution, ImportOptionsBuilder options) throws RefusalException {
        return PlanFingerprint.of(plan(solution, options), options.build(), view());
    }

    private OperationChoice choice(SolutionPackage solution, ImportOptions options) throws RefusalException {
        return OperationChoice.of(solution.manifest(), sha256(solution), options, view());
    }

    private static String sha256(SolutionPackage solution) {
        return solution.manifest().uniqueName() + " " + solution.manifest().version();
    }

    ImportPlan imports(SolutionPackage solution, ImportOptionsBuilder options) throws RefusalException {
        OperationChoice choice = choice(solution, options.build());
        ImportPlan plan = plan(solution, options);
        BlockedPlan.refuse(plan);
        new PlanExecution(tx, solution.manifest(), choice, plan, ImportListener.NONE, () -> {})
                .carryOut(sha256(solution), Rehearsal.NOW);
        return plan;
    }

    private SolutionStack stack() {
        return SolutionStack.of(GeneratedCase.SOLUTION, view());
    }

    ImportPlan applies() throws RefusalException {
        ImportPlan plan = StagedUpgrade.apply(stack(), view());
        BlockedPlan.refuse(plan);
        UpgradeCompletion.apply(tx, stack(), plan, Rehearsal.NOW);
        return plan;
    }

    void discards() throws RefusalException {
        ImportPlan plan = StagedUpgrade.discard(stack(), view());
        BlockedPlan.refuse(plan);
        UpgradeCompletion.discard(tx, stack(), plan);
    }

    Map<ComponentKey, ComponentState> components() {
        return tx.components().states(GeneratedCase.UNIVERSE);
    }

    /** Solutions, component lists, layers and references, to compare. */
    List<String> content() {
        List<String> content = new ArrayList<>();
        tx.solutions().all().forEach(solution -> {
            content.add(solution.toString());
            tx.members().of(solution.uniqueName()).forEach(member -> content.add(solution.uniqueName() + " " + member));
        });
        tx.components().forEach(state -> content.add(state.toString()));
        tx.references().to(GeneratedCase.UNIVERSE).stream()
                .map(Reference::toString)
                .sorted()
                .forEach(content::add);
        return content;
    }

    /** The layers of managed solutions other than this one and its patches. */
    Set<String> layersOfOthers() {
        Set<String> layers = new TreeSet<>();
        components().values().forEach(state -> state.layers().stream()
                .filter(Layer::isManaged)
                .filter(layer -> !layer.owner().startsWith(GeneratedCase.SOLUTION))
                .forEach(layer -> layers.add(state.key() + " " + layer)));
        return layers;
    }

    List<String> versions() {
        return tx.solutions().all().stream()
                .map(solution -> solution.uniqueName() + " " + solution.version())
                .toList();
    }

    /** The components that a solution has a layer of. */
    Set<ComponentKey> own(String solution) {
        return new TreeSet<>(tx.layers().keysOf(solution));
    }

    /** What the layers that show refer to, told as plainly as can be. */
    Set<ComponentKey> referredTo() {
        Set<ComponentKey> targets = new HashSet<>();
        for (ComponentState state : components().values()) {
            List<Layer> shown = state.layers().stream()
                    .filter(layer -> layer.content().isKnown())
                    .toList();
            for (int i = 0; i < shown.size(); i++) {
                if (state.key().type().merges() || i == shown.size() - 1) {
                    targets.addAll(tx.references().of(state.key(), shown.get(i).owner()));
                }
            }
            state.parent().ifPresent(targets::add);
        }
        return targets;
    }
}
