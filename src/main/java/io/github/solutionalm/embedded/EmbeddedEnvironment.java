package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.ImportPlanner;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.LockTimeoutException;
import io.github.solutionalm.store.OperationLock;
import io.github.solutionalm.store.StoreException;
import io.github.solutionalm.store.StoreTransaction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

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
    @SuppressWarnings("try") // the lock is held, not used
    public ImportResult importSolution(ImportRequest request, ImportListener listener) throws SolutionException {
        ImportRun run =
                new ImportRun(UUID.randomUUID(), request, id, clock.instant(), OpenedPackage.unread(request.file()));
        String operation = request.goal() + " of " + request.file().getFileName();
        try (OperationLock lock = store.acquire(operation, request.options().lockTimeout(), listener::waiting)) {
            startJob(run);
            return importAlone(request, listener, run);
        } catch (LockTimeoutException e) {
            return run.failed(refusal(PlatformCode.CONCURRENCY, e.getMessage()), clock.instant());
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }

    /** While no other operation runs. Whichever way it ends, the job says so. */
    private ImportResult importAlone(ImportRequest request, ImportListener listener, ImportRun run)
            throws SolutionException {
        try (OpenedPackage opened = OpenedPackage.open(request.file(), request.sha256())) {
            run.opened(opened.file());
            listener.packageOpened(opened.file());
            run.read(opened.manifest());
            return store.transact(tx -> importInto(tx, opened, request, listener, run));
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

    /** Read, plan and check, carry out, report. */
    private ImportResult importInto(
            StoreTransaction tx, OpenedPackage opened, ImportRequest request, ImportListener listener, ImportRun run)
            throws SolutionException {
        Deadline deadline = new Deadline(clock, request.options().timeout());
        StoreView environment = new StoreView(tx, provided, settings.languages());

        run.found(environment.solution(opened.manifest().uniqueName()));
        listener.manifestRead(opened.manifest(), run.installed());
        OperationChoice choice =
                OperationChoice.of(opened.manifest(), opened.file().sha256(), request.options(), environment);
        run.chosen(choice);
        if (!choice.isSkip()) {
            SolutionPackage solution = opened.read(new StoreSink(tx), reading(listener, deadline));
            run.read(solution);
            ImportPlan plan = ImportPlanner.plan(solution, choice, request.options(), environment);
            run.planned(plan);
            listener.planned(summary(plan));
            new PlanExecution(tx, solution.manifest(), plan, listener, deadline)
                    .carryOut(choice, opened.file().sha256(), clock.instant());
            boolean publish = request.options().publish();
            if (publish) {
                tx.components().publishAll();
            }
            run.done(clock.instant(), publish);
        }
        ImportResult result = run.succeeded(clock.instant());
        tx.jobs().finish(run.job(result), run.jobComponents());
        return result;
    }

    private void startJob(ImportRun run) {
        store.change(tx -> {
            tx.jobs().interruptRunning();
            tx.jobs().start(run.startedJob());
        });
    }

    private static ReadListener reading(ImportListener listener, Deadline deadline) {
        return new ReadListener() {
            @Override
            public void component(ComponentType type, int count) {
                deadline.check();
                listener.progress("Reading " + type.name(), count, 0);
            }
        };
    }

    private static PlanSummary summary(ImportPlan plan) {
        List<PlannedChange> changes = plan.changes().stream()
                .filter(change -> change.change() != Change.UNCHANGED)
                .map(change -> new PlannedChange(
                        change.key().type().name(), change.key().key(), change.change()))
                .toList();
        return new PlanSummary(plan.operation(), changes, plan.count(Change.UNCHANGED), plan.hiddenBy());
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
    public void close() {
        store.close();
    }
}
