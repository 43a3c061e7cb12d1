package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EffectiveListener;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.merge.MalformedLayerException;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.LockTimeoutException;
import io.github.solutionalm.store.OperationLock;
import io.github.solutionalm.store.StoreException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** An environment in an SQLite file that behaves as Dataverse does; by which rules, docs/concepts.md says. */
public final class EmbeddedEnvironment implements SolutionEnvironment {

    private final EnvironmentId id;
    private final EnvironmentStore store;
    private final EmbeddedSettings settings;
    private final Clock clock;
    private final Operations operations;
    private final boolean writes;

    private EmbeddedEnvironment(
            EnvironmentId id, EnvironmentStore store, EmbeddedSettings settings, Clock clock, boolean writes) {
        this.writes = writes;
        this.id = id;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        ProvidedSolutions provided = new ProvidedSolutions(settings.providedSolutions());
        this.operations = new Operations(store, tx -> new StoreView(tx, provided, settings), clock);
    }

    /**
     * Opens the environment, and makes it if the file is not there.
     *
     * @throws SolutionException when the file is no environment, is read-only, or is from a newer version
     */
    public static EmbeddedEnvironment open(EnvironmentId id, EmbeddedSettings settings, Clock clock)
            throws SolutionException {
        try {
            EnvironmentStore store = EnvironmentStore.open(id.url(), clock);
            try {
                EarlierLayers.read(store);
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
            return new EmbeddedEnvironment(id, store, settings, clock, true);
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    /**
     * Opens the environment for plans and lists, also where nothing may be written. One that is not there is as a new, empty
     * one, and is not made: nothing is left of it. One of an earlier version of the plugin is read as this one brings it up
     * to date when it writes to it, and stays as it is. Operations that write end with
     * an {@link IllegalStateException}.
     *
     * @throws SolutionException when the file is no environment, is damaged, cannot be read, or is from a newer version
     */
    public static EmbeddedEnvironment reading(EnvironmentId id, EmbeddedSettings settings, Clock clock)
            throws SolutionException {
        try {
            EnvironmentStore store = upToDate(EnvironmentStore.reading(id.url(), clock));
            return new EmbeddedEnvironment(id, store, settings, clock, false);
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
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
        return alone(ImportRun.of(request, id, clock.instant()), listener);
    }

    @Override
    public ImportResult applyUpgrade(ApplyRequest request, ImportListener listener) throws SolutionException {
        return alone(ImportRun.of(request, id, clock.instant()), listener);
    }

    private void refuseUnlessWriting() {
        if (!writes) {
            throw new IllegalStateException("The environment " + id.url() + " was opened for reading only");
        }
    }

    /** While no other operation runs. */
    @SuppressWarnings("try") // the lock is held, not used
    private ImportResult alone(ImportRun run, ImportListener listener) throws SolutionException {
        refuseUnlessWriting();
        try (OperationLock lock =
                store.acquire(run.description(), run.request().options().lockTimeout(), listener::waiting)) {
            return operations.carryOut(run, listener);
        } catch (LockTimeoutException e) {
            return run.failed(refusal(PlatformCode.CONCURRENCY, e.getMessage()), clock.instant());
        } catch (StoreException | MalformedLayerException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    @Override
    public List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        try {
            if (sequence.size() == 1 && changesNothingBefore(sequence.get(0))) {
                return List.of(operations.plan(
                        ImportRun.of(sequence.get(0), id, clock.instant()).tried(), listener));
            }
            try (EnvironmentStore copy = store.throwAwayCopy()) {
                return new EmbeddedEnvironment(id, copy, settings, clock, true).rehearse(sequence, listener);
            }
        } catch (StoreException | MalformedLayerException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    private static boolean changesNothingBefore(OperationRequest request) {
        return request.options().leftoverUpgrade() == ImportOptions.LeftoverUpgrade.FAIL;
    }

    /** In an environment that is thrown away afterwards: each operation is carried out before the next one is planned. */
    private List<PlanResult> rehearse(List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException {
        List<PlanResult> plans = new ArrayList<>();
        for (OperationRequest request : sequence) {
            ImportRun run = ImportRun.of(request, id, clock.instant()).tried();
            ImportResult result = operations.carryOut(run, listener);
            boolean refused = !result.outcome().isSuccess() && !run.isBlocked();
            plans.add(run.plan(refused ? result.errors() : List.of(), result.missingDependencies()));
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
