package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.ImportPlanner;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import io.github.solutionalm.store.StoreTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The import of an opened package: choose what it is, read it, plan; then carry it out. */
final class PackageImport implements PlannedOperation {

    private final OpenedPackage opened;
    private final ImportRequest request;
    private final ImportListener listener;
    private final ImportRun run;
    private final Deadline deadline;
    private final Function<StoreTransaction, StoreView> view;
    private final Instant now;
    private OperationChoice choice;
    private SettingsDeclaration declared = SettingsDeclaration.NONE;

    PackageImport(
            OpenedPackage opened,
            ImportRequest request,
            ImportListener listener,
            ImportRun run,
            Deadline deadline,
            Function<StoreTransaction, StoreView> view,
            Instant now) {
        this.opened = opened;
        this.request = request;
        this.listener = listener;
        this.run = run;
        this.deadline = deadline;
        this.view = view;
        this.now = now;
    }

    @Override
    public Optional<ImportPlan> plan(StoreTransaction tx, ContentSink contents) throws SolutionException {
        StoreView environment = view.apply(tx).importing(new PackageDefinitions(opened));
        new LeftoverUpgrade(tx, environment, run).settle(opened.manifest(), request.options());
        run.found(
                environment.solution(opened.manifest().uniqueName()),
                SolutionStack.of(opened.manifest().uniqueName(), environment));
        listener.manifestRead(opened.manifest(), run.installed());
        choice = OperationChoice.of(opened.manifest(), opened.file().sha256(), request.options(), environment);
        run.chosen(choice.operation(), choice.outcome(), choice.warnings());
        if (choice.isSkip()) {
            skipSettings(tx);
            return Optional.empty();
        }
        choice.stack().owners().forEach(tx.contents()::check);
        SolutionPackage solution = opened.read(contents, reading());
        run.read(solution);
        declared = solution.settings();
        boolean oldGoes = choice.operation() == Operation.UPGRADE || choice.operation() == Operation.STAGE_UPGRADE;
        settings(tx).check(oldGoes ? choice.stack().owners() : List.of()).forEach(run::warn);
        return Optional.of(ImportPlanner.plan(solution, choice, request.options(), environment));
    }

    @Override
    public void carryOut(StoreTransaction tx, ImportPlan plan) {
        new PlanExecution(tx, opened.manifest(), choice, plan, listener, deadline)
                .carryOut(opened.file().sha256(), now);
        settings(tx).write();
    }

    private SettingsLayers settings(StoreTransaction tx) {
        return new SettingsLayers(tx, declared, request.settings());
    }

    /** Settings of a package that is skipped are checked all the same, and never passed over in silence. */
    private void skipSettings(StoreTransaction tx) throws SolutionException {
        if (request.settings().filter(given -> !given.isEmpty()).isPresent()) {
            declared = opened.read(ContentSink.NONE, reading()).settings();
            settings(tx).check(List.of()).forEach(run::warn);
            settings(tx).skipped().forEach(run::warn);
        }
    }

    private ReadListener reading() {
        return new ReadListener() {
            @Override
            public void component(ComponentType type, int count) {
                deadline.check();
                listener.progress("Reading " + type.name(), count, 0);
            }
        };
    }
}
