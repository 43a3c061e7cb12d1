package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EffectiveListener;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.details.KeptContents;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.merge.MalformedLayerException;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.LockTimeoutException;
import io.github.solutionalm.store.OperationLock;
import io.github.solutionalm.store.StoreException;
import io.github.solutionalm.store.StoreTransaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An environment in an SQLite file that behaves as Dataverse does; by which rules, docs/concepts.md says. */
public final class EmbeddedEnvironment implements SolutionEnvironment {

    private final EnvironmentId id;
    private final EnvironmentStore store;
    private final EmbeddedSettings settings;
    private final Clock clock;
    private final ProvidedSolutions provided;
    private final PackageOpener packages;
    private final boolean writes;

    private EmbeddedEnvironment(
            EnvironmentId id,
            EnvironmentStore store,
            EmbeddedSettings settings,
            Clock clock,
            PackageOpener packages,
            boolean writes) {
        this.writes = writes;
        this.id = id;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.packages = packages;
        this.provided = new ProvidedSolutions(settings.providedSolutions());
    }

    /** Opens the environment; it opens packages itself. */
    public static EmbeddedEnvironment open(EnvironmentId id, EmbeddedSettings settings, Clock clock)
            throws SolutionException {
        return open(id, settings, clock, OpenedPackage::open);
    }

    /**
     * Opens the environment, and makes it if the file is not there.
     *
     * @param packages opens the packages that it imports
     * @throws SolutionException when the file is no environment, is read-only, or is from a newer version
     */
    public static EmbeddedEnvironment open(
            EnvironmentId id, EmbeddedSettings settings, Clock clock, PackageOpener packages) throws SolutionException {
        try {
            EnvironmentStore store = EnvironmentStore.open(id.url(), clock);
            try {
                EarlierLayers.read(store);
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
            return new EmbeddedEnvironment(id, store, settings, clock, packages, true);
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    /** Opens the environment for plans and lists; it opens packages itself. */
    public static EmbeddedEnvironment reading(EnvironmentId id, EmbeddedSettings settings, Clock clock)
            throws SolutionException {
        return reading(id, settings, clock, OpenedPackage::open);
    }

    /**
     * Opens the environment for plans and lists, also where nothing may be written. A missing file counts as an empty
     * environment and is not created. A file of an earlier version of the plugin is read as if it were up to date, and is
     * not changed.
     * Operations that write end with an {@link IllegalStateException}.
     *
     * @throws SolutionException when the file is no environment, is damaged, cannot be read, or is from a newer version
     */
    public static EmbeddedEnvironment reading(
            EnvironmentId id, EmbeddedSettings settings, Clock clock, PackageOpener packages) throws SolutionException {
        try {
            EnvironmentStore store = upToDate(EnvironmentStore.reading(id.url(), clock));
            return new EmbeddedEnvironment(id, store, settings, clock, packages, false);
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    /**
     * The environment in a store that is open.
     *
     * @param id by which results name it, wherever the store is
     */
    static EmbeddedEnvironment of(
            EnvironmentId id, EnvironmentStore store, EmbeddedSettings settings, Clock clock, PackageOpener packages) {
        return new EmbeddedEnvironment(id, store, settings, clock, packages, true);
    }

    /**
     * This environment, a snapshot, with what packages tell of its managed layers. If it was opened for reading, its file
     * does not change. Closed when this fails.
     *
     * @param installedPackages the packages that installed solutions came from, of any number of them
     * @throws SolutionException when it is no snapshot, or a package cannot be read or is of another version than the one that
     *     is installed
     */
    public EmbeddedEnvironment knowing(List<Path> installedPackages) throws SolutionException {
        if (installedPackages.isEmpty()) {
            return this;
        }
        EnvironmentStore known = store;
        try {
            if (!writes) {
                known = store.throwAwayCopy();
                store.close();
            }
            known.change(new InstalledPackages(installedPackages, packages)::learn);
            return new EmbeddedEnvironment(id, known, settings, clock, packages, writes);
        } catch (StoreException e) {
            known.close();
            throw new SolutionException(e.getMessage(), e);
        } catch (SolutionException | RuntimeException e) {
            known.close();
            throw e;
        }
    }

    private static EnvironmentStore upToDate(EnvironmentStore original) {
        EnvironmentStore store = original;
        try {
            if (EarlierLayers.areUnread(original)) {
                store = original.throwAwayCopy();
                original.close();
                EarlierLayers.read(store);
            }
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Whether there is an environment, or something in its place, that {@link #open} and {@link #reading} say more about. An
     * empty file is a new, empty environment, as no file is.
     *
     * @throws SolutionException when the URL names no file
     */
    public static boolean exists(EnvironmentId id) throws SolutionException {
        try {
            return EnvironmentStore.exists(id.url());
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
        return exclusively(Attempt.of(request, id, listener, clock));
    }

    @Override
    public ImportResult applyUpgrade(ApplyRequest request, ImportListener listener) throws SolutionException {
        return exclusively(Attempt.of(request, id, listener, clock));
    }

    /** While no other operation runs in the environment. */
    @SuppressWarnings("try") // the lock is held, not used
    private ImportResult exclusively(Attempt attempt) throws SolutionException {
        refuseUnlessWriting();
        OperationRequest request = attempt.request();
        try (OperationLock lock =
                store.acquire(request.description(), request.options().lockTimeout(), attempt.listener()::waiting)) {
            return inOneTransaction(attempt);
        } catch (LockTimeoutException e) {
            return OperationReport.failed(attempt, Outcome.FAILED, refusal(PlatformCode.CONCURRENCY, e.getMessage()));
        } catch (StoreException | MalformedLayerException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    private void refuseUnlessWriting() {
        if (!writes) {
            throw new IllegalStateException("The environment " + id.url() + " was opened for reading only");
        }
    }

    /** Prepares, plans, checks, carries out and reports the operation in one transaction, which takes effect as a whole or not at all. */
    private ImportResult inOneTransaction(Attempt attempt) throws SolutionException {
        return new OperationJobs(store).recorded(attempt, () -> {
            try (OpenOperation operation = open(attempt)) {
                return store.transact(tx -> {
                    operation.settleLeftover(tx);
                    Optional<Prepared> prepared = operation.prepare(tx, new StoreSink(tx));
                    Optional<ImportPlan> plan = OperationSteps.plan(prepared, attempt, view(tx));
                    if (attempt.isRehearsal()) {
                        OperationSteps.detail(plan, attempt, new PlanDetails(tx, new KeptContents()));
                    }
                    OperationSteps.check(plan, attempt);
                    if (plan.isPresent()) {
                        OperationSteps.carryOut(prepared.get(), plan.get(), attempt, tx);
                    }
                    return OperationSteps.report(attempt, tx);
                });
            }
        });
    }

    private OpenOperation open(Attempt attempt) throws SolutionException {
        return attempt.request() instanceof ImportRequest request
                ? PackageImport.open(packages, request, attempt, this::view)
                : new UpgradeApplication((ApplyRequest) attempt.request(), attempt, this::view);
    }

    private StoreView view(StoreTransaction tx) {
        return new StoreView(tx, provided, settings);
    }

    @Override
    public List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        List<PlanResult> plans = planned(sequence, listener);
        Optional<PlanResult.Captured> captured = captured();
        return captured.isEmpty()
                ? plans
                : plans.stream().map(plan -> plan.on(captured.get())).toList();
    }

    private Optional<PlanResult.Captured> captured() throws SolutionException {
        try {
            return store.read(tx -> tx.origin()
                    .find()
                    .map(origin -> new PlanResult.Captured(
                            EnvironmentListing.origin(origin),
                            tx.gaps().all().stream()
                                    .map(gap -> new EnvironmentSnapshot.Gap(gap.what(), gap.why()))
                                    .toList())));
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    private List<PlanResult> planned(List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException {
        try {
            if (sequence.size() == 1 && changesNothingBefore(sequence.get(0))) {
                return List.of(look(Attempt.rehearsal(sequence.get(0), id, listener, clock)));
            }
            try (EnvironmentStore copy = store.throwAwayCopy()) {
                return of(id, copy, settings, clock, packages).rehearse(sequence, listener);
            }
        } catch (StoreException | MalformedLayerException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    private static boolean changesNothingBefore(OperationRequest request) {
        return request.options().leftoverUpgrade() == ImportOptions.LeftoverUpgrade.FAIL;
    }

    /** What one operation would do. Nothing is written, and nothing waited for. */
    private PlanResult look(Attempt attempt) throws SolutionException {
        try (OpenOperation operation = open(attempt);
                KeptContents contents = new KeptContents()) {
            store.read(tx -> {
                Optional<ImportPlan> plan = OperationSteps.plan(operation.prepare(tx, contents), attempt, view(tx));
                OperationSteps.detail(plan, attempt, new PlanDetails(tx, contents));
                return plan;
            });
            return OperationReport.plan(attempt, List.of(), List.of());
        } catch (RefusalException e) {
            return OperationReport.plan(attempt, e.errors(), e.missingDependencies());
        } catch (IOException e) {
            throw new SolutionException(
                    "What " + attempt.request().description()
                            + " would do can't be told, since the package can't be kept in"
                            + " the folder for temporary files: " + e.getMessage(),
                    e);
        } catch (TimedOutException e) {
            return OperationReport.plan(
                    attempt, OperationJobs.error(e.getMessage()).errors(), List.of());
        }
    }

    /** Plans in an environment that is thrown away afterwards: each operation is carried out before the next one is planned. */
    private List<PlanResult> rehearse(List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException {
        List<PlanResult> plans = new ArrayList<>();
        for (OperationRequest request : sequence) {
            Attempt attempt = Attempt.rehearsal(request, id, listener, clock);
            ImportResult result = inOneTransaction(attempt);
            boolean blocked =
                    attempt.phase().plan().filter(ImportPlan::isBlocked).isPresent();
            boolean refused = !result.outcome().isSuccess() && !blocked;
            plans.add(
                    OperationReport.plan(attempt, refused ? result.errors() : List.of(), result.missingDependencies()));
            if (!result.outcome().isSuccess()) {
                break;
            }
        }
        return plans;
    }

    private static RefusalException refusal(PlatformCode code, String message) {
        return new RefusalException(code.finding(message));
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public PublishResult publish(PublishRequest request, ImportListener listener) throws SolutionException {
        refuseUnlessWriting();
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
