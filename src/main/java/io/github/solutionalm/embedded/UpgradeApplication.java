package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.EnvironmentView;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.engine.StagedUpgrade;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.store.StoreTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The completion of a staged upgrade (seed, "Completing Solution Upgrade"). */
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
        if (stack.holding().isEmpty()) {
            if (!isInstalledAsExpected()) {
                throw new RefusalException(nothingStaged(environment));
            }
            run.chosen(Operation.NONE, Outcome.NOTHING_TO_APPLY, List.of());
            return Optional.empty();
        }
        InstalledSolution holding = stack.holding().get();
        run.chosen(Operation.APPLY_UPGRADE, Outcome.APPLIED, compare(holding));
        if (request.expected().isEmpty()) {
            run.read(StagedManifest.of(holding, stack.uniqueName(), tx.publishers()));
        }
        listener.applying(run.manifest().orElseThrow(), run.installed().orElseThrow());
        return Optional.of(StagedUpgrade.apply(stack, environment));
    }

    private boolean isInstalledAsExpected() {
        Optional<SolutionVersion> expected =
                request.expected().map(e -> e.manifest().version());
        return expected.isPresent()
                && stack.base().map(InstalledSolution::version).equals(expected);
    }

    /** What is staged must be the package that is meant, if one is. */
    private List<Finding> compare(InstalledSolution holding) throws RefusalException {
        Optional<SolutionManifest> expected = request.expected().map(ApplyRequest.Expected::manifest);
        if (expected.filter(manifest -> !manifest.version().equals(holding.version()))
                .isPresent()) {
            throw new RefusalException(PlatformCode.UPGRADE_NOT_AVAILABLE.finding("Staged of " + stack.uniqueName()
                    + " is version " + holding.version() + ", and the package has "
                    + expected.get().version() + ". Apply what is staged by its name (-Dsolution.name="
                    + stack.uniqueName() + " without packages), or discard it and stage the package"
                    + " (leftoverUpgrade=discard)."));
        }
        Optional<String> sha256 =
                request.expected().map(ApplyRequest.Expected::file).map(PackageFile::sha256);
        return sha256.filter(hash -> !hash.equals(holding.sha256())).stream()
                .map(hash -> PlatformCode.IMPORT_ERROR.finding(holding.uniqueName() + " " + holding.version()
                        + " was staged from another package, with the SHA-256 " + holding.sha256()
                        + "; this one has " + hash + ". Give each release a version of its own."))
                .toList();
    }

    private Finding nothingStaged(EnvironmentView environment) {
        List<String> staged = environment.solutions().stream()
                .filter(solution -> solution.holdingFor().isPresent())
                .map(solution -> solution.holdingFor().get() + " " + solution.version())
                .toList();
        String others = staged.isEmpty()
                ? " Nothing is staged in this environment: stage the package with solution:stage-upgrade first."
                : " Staged are: " + String.join(", ", staged) + ".";
        if (stack.base().isEmpty()) {
            return PlatformCode.UPGRADE_NOT_AVAILABLE.finding("The solution " + stack.uniqueName()
                    + " is not installed, so it has no upgrade to apply." + others);
        }
        InstalledSolution base = stack.base().get();
        if (base.holdingFor().isPresent()) {
            return PlatformCode.WRONG_SOLUTION_SELECTED.finding(
                    base.uniqueName() + " is the staged upgrade itself. Name" + " the solution that it is to replace, "
                            + base.holdingFor().get() + ".");
        }
        return PlatformCode.UPGRADE_NOT_AVAILABLE.finding("The solution " + base.uniqueName() + " " + base.version()
                + " has no staged upgrade that could be applied." + others);
    }

    @Override
    public void carryOut(StoreTransaction tx, ImportPlan plan) {
        UpgradeCompletion.apply(tx, stack, plan, now);
        listener.progress("Deleting", plan.changes().size(), plan.changes().size());
        deadline.check();
    }
}
