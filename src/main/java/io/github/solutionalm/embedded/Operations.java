package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.PlanFingerprint;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.StoreException;
import io.github.solutionalm.store.StoreTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries operations out in a store, one transaction each, or says what they would do. */
final class Operations {

    private final EnvironmentStore store;
    private final Function<StoreTransaction, StoreView> view;
    private final Clock clock;

    Operations(EnvironmentStore store, Function<StoreTransaction, StoreView> view, Clock clock) {
        this.store = store;
        this.view = view;
        this.clock = clock;
    }

    /** Whichever way it ends, the job says so. */
    ImportResult carryOut(ImportRun run, ImportListener listener) throws SolutionException {
        startJob(run);
        try {
            return with(
                    run, listener, operation -> store.transact(tx -> inOneTransaction(tx, operation, run, listener)));
        } catch (RefusalException e) {
            return finished(run, run.failed(e, clock.instant()));
        } catch (Deadline.Passed e) {
            return finished(run, run.timedOut(refusal(PlatformCode.IMPORT_ERROR, e.getMessage()), clock.instant()));
        } catch (SolutionException | RuntimeException e) {
            try {
                finished(run, run.failed(refusal(PlatformCode.IMPORT_ERROR, e.toString()), clock.instant()));
            } catch (StoreException other) {
                e.addSuppressed(other);
            }
            throw e;
        }
    }

    /** What is done with an operation that stands ready, its package open. */
    private interface Use<T> {
        T of(PlannedOperation operation) throws SolutionException;
    }

    private <T> T with(ImportRun run, ImportListener listener, Use<T> use) throws SolutionException {
        Deadline deadline = new Deadline(clock, run.request().options().timeout());
        if (run.request() instanceof ApplyRequest apply) {
            return use.of(new UpgradeApplication(apply, listener, run, deadline, view, run.startedOn()));
        }
        ImportRequest request = (ImportRequest) run.request();
        try (OpenedPackage opened = OpenedPackage.open(request.file(), request.sha256())) {
            run.opened(opened.file());
            listener.packageOpened(opened.file());
            run.read(opened.manifest());
            return use.of(new PackageImport(opened, request, listener, run, deadline, view, run.startedOn()));
        }
    }

    /** Plan, check, carry out, report. */
    private ImportResult inOneTransaction(
            StoreTransaction tx, PlannedOperation operation, ImportRun run, ImportListener listener)
            throws SolutionException {
        Optional<ImportPlan> plan = planned(tx, operation, new StoreSink(tx), run, listener);
        keepToSavedPlan(run);
        if (plan.isPresent()) {
            BlockedPlan.refuse(plan.get());
            run.gate(plan.get().changesInTheEnd());
            operation.carryOut(tx, plan.get());
            boolean publish = run.request().options().publish();
            if (publish) {
                tx.components().publishAll();
            }
            run.done(publish);
        }
        ImportResult result = run.succeeded(clock.instant());
        tx.jobs().finish(EndedJob.of(run, result), EndedJob.components(result));
        return result;
    }

    private Optional<ImportPlan> planned(
            StoreTransaction tx,
            PlannedOperation operation,
            ContentSink contents,
            ImportRun run,
            ImportListener listener)
            throws SolutionException {
        Optional<ImportPlan> plan = operation.plan(tx, contents);
        if (plan.isPresent()) {
            run.planned(plan.get(), PlanFingerprint.of(plan.get(), run.request().options(), view.apply(tx)));
            listener.planned(PlanSummaries.of(plan.get()));
        }
        return plan;
    }

    /** Also when there is nothing to do now: then the environment is another one than the plan was made for. */
    private static void keepToSavedPlan(ImportRun run) throws RefusalException {
        Optional<SavedPlan> saved = run.request().savedPlan();
        refuse(saved.map(plan -> plan.differences(run.plan(List.of(), List.of())))
                .orElse(List.of()));
    }

    private static void refuse(List<Finding> errors) throws RefusalException {
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
    }

    /** What it would do. Nothing is written, and nothing waited for. */
    PlanResult plan(ImportRun run, ImportListener listener) throws SolutionException {
        try {
            with(run, listener, operation -> store.read(tx -> planned(tx, operation, ContentSink.NONE, run, listener)));
            return run.plan(List.of(), List.of());
        } catch (RefusalException e) {
            return run.plan(e.errors(), e.missingDependencies());
        } catch (Deadline.Passed e) {
            return run.plan(refusal(PlatformCode.IMPORT_ERROR, e.getMessage()).errors(), List.of());
        }
    }

    private void startJob(ImportRun run) {
        store.change(tx -> {
            tx.jobs().interruptRunning();
            tx.jobs().start(run.job());
        });
    }

    /** Nothing took effect; the job is kept all the same. */
    private ImportResult finished(ImportRun run, ImportResult result) {
        store.change(tx -> tx.jobs().finish(EndedJob.of(run, result), EndedJob.components(result)));
        return result;
    }

    private static RefusalException refusal(PlatformCode code, String message) {
        return new RefusalException(code.finding(message));
    }
}
