package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.ApplyChoice;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.RuleDeletions;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.engine.StagedUpgrade;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.store.StoreTransaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The completion of a staged upgrade (docs/concepts.md, "Stage and apply"). */
final class UpgradeApplication implements PlannedOperation {

    private final ApplyRequest request;
    private final ImportListener listener;
    private final ImportRun run;
    private final Deadline deadline;
    private final Function<StoreTransaction, StoreView> view;
    private final Instant now;
    private SolutionStack stack;

    UpgradeApplication(
            ApplyRequest request,
            ImportListener listener,
            ImportRun run,
            Deadline deadline,
            Function<StoreTransaction, StoreView> view,
            Instant now) {
        this.request = request;
        this.listener = listener;
        this.run = run;
        this.deadline = deadline;
        this.view = view;
        this.now = now;
    }

    @Override
    public Optional<ImportPlan> plan(StoreTransaction tx, ContentSink contents) throws RefusalException {
        StoreView environment = view.apply(tx);
        stack = SolutionStack.of(request.solution(), environment);
        run.found(stack.base(), stack);
        ApplyChoice choice = ApplyChoice.of(request, environment);
        run.chosen(choice.operation(), choice.outcome(), choice.warnings());
        if (choice.isSkip()) {
            return Optional.empty();
        }
        InstalledSolution holding = stack.holding().orElseThrow();
        tx.contents().check(holding.uniqueName());
        if (request.expected().isEmpty()) {
            run.read(StagedManifest.of(holding, stack.uniqueName(), tx.publishers()));
        }
        listener.applying(run.manifest().orElseThrow(), run.installed().orElseThrow());
        return Optional.of(RuleDeletions.of(
                StagedUpgrade.apply(stack, environment), request.options().activeRules()));
    }

    @Override
    public void carryOut(StoreTransaction tx, ImportPlan plan) {
        UpgradeCompletion.apply(tx, stack, plan, now);
        listener.progress("Deleting", plan.changes().size(), plan.changes().size());
        deadline.check();
    }
}
