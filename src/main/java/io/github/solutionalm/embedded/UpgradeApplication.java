package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.ApplyChoice;
import io.github.solutionalm.engine.EnvironmentView;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.RuleDeletions;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.engine.StagedUpgrade;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.store.StoreTransaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The application of a staged upgrade (docs/concepts.md, "Stage and apply"). */
final class UpgradeApplication implements OpenOperation {

    private final ApplyRequest request;
    private final Attempt attempt;
    private final Function<StoreTransaction, StoreView> view;

    UpgradeApplication(ApplyRequest request, Attempt attempt, Function<StoreTransaction, StoreView> view) {
        this.request = request;
        this.attempt = attempt;
        this.view = view;
    }

    /** The staged upgrade is what is asked for. */
    @Override
    public void settleLeftover(StoreTransaction tx) {}

    @Override
    public Optional<Prepared> prepare(StoreTransaction tx, ContentSink contents) throws RefusalException {
        StoreView environment = view.apply(tx);
        SolutionStack stack = SolutionStack.of(request.solution(), environment);
        attempt.reach(new Phase.Found(attempt.phase(), stack.base()));
        ApplyChoice choice = ApplyChoice.of(request, environment);
        attempt.reach(new Phase.Chosen(attempt.phase(), choice.operation(), choice.outcome(), choice.warnings()));
        if (choice.isSkip()) {
            return Optional.empty();
        }
        InstalledSolution holding = stack.holding().orElseThrow();
        tx.contents().check(holding.uniqueName());
        if (request.expectedPackage().isEmpty()) {
            OperationSubject subject = attempt.phase()
                    .subject()
                    .read(stack.stagedManifest(
                            holding.friendlyName(),
                            tx.publishers().find(holding.publisher()).orElseThrow()));
            attempt.reach(new Phase.Read(attempt.phase(), subject, List.of(), List.of()));
        }
        attempt.listener()
                .applying(
                        attempt.phase().subject().manifest().orElseThrow(),
                        stack.told(stack.base().orElseThrow()));
        return Optional.of(new PreparedApplication(stack, environment));
    }

    @Override
    public void close() {}

    /** There is a staged upgrade, and it is the one that is meant. */
    private final class PreparedApplication implements Prepared {

        private final SolutionStack stack;
        private final StoreView environment;

        PreparedApplication(SolutionStack stack, StoreView environment) {
            this.stack = stack;
            this.environment = environment;
        }

        @Override
        public EnvironmentView environment() {
            return environment;
        }

        @Override
        public ImportPlan plan(EnvironmentView there) throws RefusalException {
            return RuleDeletions.of(
                    StagedUpgrade.apply(stack, there), request.options().activeRules());
        }

        @Override
        public void carryOut(StoreTransaction tx, ImportPlan plan) {
            UpgradeCompletion.apply(tx, stack, plan, attempt.startedOn());
            int all = plan.changes().size();
            attempt.listener().progress("Deleting", all, all);
            attempt.checkTime();
        }
    }
}
