package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EffectiveListener;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.PlanFingerprint;
import io.github.solutionalm.merge.MalformedLayerException;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.LockTimeoutException;
import io.github.solutionalm.store.OperationLock;
import io.github.solutionalm.store.StoreException;
import io.github.solutionalm.store.StoreTransaction;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An environment in an SQLite file that behaves as Dataverse does (engine.md). */
public final class EmbeddedEnvironment implements SolutionEnvironment {

    private final EnvironmentId id;
    private final EnvironmentStore store;
    private final ProvidedSolutions provided;
    private final EmbeddedSettings settings;
    private final Clock clock;

    private EmbeddedEnvironment(EnvironmentId id, EnvironmentStore store, EmbeddedSettings settings, Clock clock) {
        this.id = id;
        this.store = store;
        this.provided = new ProvidedSolutions(settings.providedSolutions());
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens the environment, and makes it if the file is not there.
     *
     * @throws SolutionException when the file is no environment, is read-only, or is from a newer version
     */
    public static EmbeddedEnvironment open(EnvironmentId id, EmbeddedSettings settings, Clock clock)
            throws SolutionException {
        try {
            return new EmbeddedEnvironment(id, EnvironmentStore.open(id.url(), clock), settings, clock);
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    @Override
    public EnvironmentId id() {
        return id;
    }

    @Override
    public ImportResult importSolution(ImportRequest request, ImportListener listener) throws SolutionException {
        return alone(ImportRun.of(request, id, clock.instant()), listener);
    }

    @Override
    public ImportResult applyUpgrade(ApplyRequest request, ImportListener listener) throws SolutionException {
        return alone(ImportRun.of(request, id, clock.instant()), listener);
    }

    /** While no other operation runs. */
    @SuppressWarnings("try") // the lock is held, not used
    private ImportResult alone(ImportRun run, ImportListener listener) throws SolutionException {
        try (OperationLock lock =
                store.acquire(run.description(), run.request().options().lockTimeout(), listener::waiting)) {
            startJob(run);
            return carriedOut(run, listener);
        } catch (LockTimeoutException e) {
            return run.failed(refusal(PlatformCode.CONCURRENCY, e.getMessage()), clock.instant());
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    /** Whichever way it ends, the job says so. */
    private ImportResult carriedOut(ImportRun run, ImportListener listener) throws SolutionException {
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
        if (run.request() instanceof ApplyRequest apply) {
            return use.of(new UpgradeApplication(apply, listener, run, this::view, run.startedOn()));
        }
        ImportRequest request = (ImportRequest) run.request();
        try (OpenedPackage opened = OpenedPackage.open(request.file(), request.sha256())) {
            run.opened(opened.file());
            listener.packageOpened(opened.file());
            run.read(opened.manifest());
            Deadline deadline = new Deadline(clock, request.options().timeout());
            return use.of(new PackageImport(opened, request, listener, run, deadline, this::view, run.startedOn()));
        }
    }

    private StoreView view(StoreTransaction tx) {
        return new StoreView(tx, provided, settings.languages());
    }

    /** Plan, check, carry out, report. */
    private ImportResult inOneTransaction(
            StoreTransaction tx, PlannedOperation operation, ImportRun run, ImportListener listener)
            throws SolutionException {
        Optional<ImportPlan> plan = planned(tx, operation, new StoreSink(tx), run, listener);
        if (plan.isPresent()) {
            check(plan.get(), run);
            operation.carryOut(tx, plan.get());
            boolean publish = run.request().options().publish();
            if (publish) {
                tx.components().publishAll();
            }
            run.done(clock.instant(), publish);
        }
        ImportResult result = run.succeeded(clock.instant());
        tx.jobs().finish(run.job(result), run.jobComponents());
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
            run.planned(plan.get(), PlanFingerprint.of(plan.get(), run.request().options(), view(tx)));
            listener.planned(PlanSummaries.of(plan.get()));
        }
        return plan;
    }

    /** What may stand between a plan and its carrying out: the plan that was saved, blocked changes, the build's gates. */
    private static void check(ImportPlan plan, ImportRun run) throws RefusalException {
        List<Finding> errors = new ArrayList<>();
        run.request().savedPlan().ifPresent(saved -> errors.addAll(saved.differences(run.plan(List.of(), List.of()))));
        if (errors.isEmpty()) {
            BlockedPlan.refuse(plan);
            errors.addAll(run.request().options().gates().findings(plan.changes()));
        }
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
    }

    @Override
    public List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        try {
            if (sequence.size() == 1 && changesNothingBefore(sequence.get(0))) {
                return List.of(planOnly(ImportRun.of(sequence.get(0), id, clock.instant()), listener));
            }
            try (ThrowAwayCopy copy = ThrowAwayCopy.of(store, clock)) {
                return new EmbeddedEnvironment(id, copy.store(), settings, clock).rehearse(sequence, listener);
            }
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    private static boolean changesNothingBefore(OperationRequest request) {
        return request.options().leftoverUpgrade() == ImportOptions.LeftoverUpgrade.FAIL;
    }

    private PlanResult planOnly(ImportRun run, ImportListener listener) throws SolutionException {
        try {
            with(run, listener, operation -> store.read(tx -> planned(tx, operation, ContentSink.NONE, run, listener)));
            return run.plan(List.of(), List.of());
        } catch (RefusalException e) {
            return run.plan(e.errors(), e.missingDependencies());
        } catch (Deadline.Passed e) {
            return run.plan(refusal(PlatformCode.IMPORT_ERROR, e.getMessage()).errors(), List.of());
        }
    }

    /** In an environment that is thrown away afterwards: each operation is carried out before the next one is planned. */
    private List<PlanResult> rehearse(List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException {
        List<PlanResult> plans = new ArrayList<>();
        for (OperationRequest request : sequence) {
            ImportRun run = ImportRun.of(request, id, clock.instant());
            ImportResult result = carriedOut(run, listener);
            boolean refused = !result.outcome().isSuccess() && !run.isBlocked();
            plans.add(run.plan(refused ? result.errors() : List.of(), result.missingDependencies()));
            if (!result.outcome().isSuccess()) {
                break;
            }
        }
        return plans;
    }

    private void startJob(ImportRun run) {
        store.change(tx -> {
            tx.jobs().interruptRunning();
            tx.jobs().start(run.startedJob());
        });
    }

    private static RefusalException refusal(PlatformCode code, String message) {
        return new RefusalException(code.finding(message));
    }

    /** Nothing took effect; the job is kept all the same. */
    private ImportResult finished(ImportRun run, ImportResult result) {
        store.change(tx -> tx.jobs().finish(run.job(result), run.jobComponents()));
        return result;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public PublishResult publish(PublishRequest request, ImportListener listener) throws SolutionException {
        try (OperationLock lock = store.acquire("publish", request.lockTimeout(), listener::waiting)) {
            store.change(tx -> tx.jobs().interruptRunning());
            return new PublishResult(store.transact(tx -> tx.components().publishAll()));
        } catch (LockTimeoutException e) {
            throw refusal(PlatformCode.CONCURRENCY, e.getMessage());
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    @Override
    public EnvironmentContent list(boolean components) throws SolutionException {
        try {
            return store.read(tx -> EnvironmentListing.of(id, tx, components));
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    @Override
    public EnvironmentContent list(EffectiveListener listener) throws SolutionException, IOException {
        try {
            return store.read(tx -> EnvironmentListing.withEffective(id, tx, listener));
        } catch (StoreException | MalformedLayerException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
