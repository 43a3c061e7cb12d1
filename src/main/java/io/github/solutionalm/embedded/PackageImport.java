package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.engine.EnvironmentView;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.ImportPlanner;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.packaging.ReadListener;
import io.github.solutionalm.store.StoreTransaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The import of a package. */
final class PackageImport implements OpenOperation {

    private final OpenedPackage opened;
    private final ImportRequest request;
    private final Attempt attempt;
    private final Function<StoreTransaction, StoreView> view;

    private PackageImport(
            OpenedPackage opened, ImportRequest request, Attempt attempt, Function<StoreTransaction, StoreView> view) {
        this.opened = opened;
        this.request = request;
        this.attempt = attempt;
        this.view = view;
    }

    /** Opens the package, hashes it and reads its manifest. */
    static PackageImport open(
            PackageOpener packages, ImportRequest request, Attempt attempt, Function<StoreTransaction, StoreView> view)
            throws SolutionException {
        OpenedPackage opened = packages.open(request.file(), request.sha256());
        attempt.reach(new Phase.Opened(attempt.phase().subject().opened(opened.file())));
        attempt.listener().packageOpened(opened.file());
        attempt.reach(new Phase.Opened(attempt.phase().subject().read(opened.manifest())));
        return new PackageImport(opened, request, attempt, view);
    }

    @Override
    public void settleLeftover(StoreTransaction tx) throws RefusalException {
        new LeftoverUpgrade(tx, environment(tx), attempt).settle(opened.manifest(), request.options());
    }

    private StoreView environment(StoreTransaction tx) {
        return view.apply(tx).importing(new PackageDefinitions(opened));
    }

    @Override
    public Optional<Prepared> prepare(StoreTransaction tx, ContentSink contents) throws SolutionException {
        StoreView environment = environment(tx);
        find(environment);
        OperationChoice choice =
                OperationChoice.of(opened.manifest(), opened.file().sha256(), request.options(), environment);
        attempt.reach(new Phase.Chosen(attempt.phase(), choice.operation(), choice.outcome(), choice.warnings()));
        if (choice.isSkip()) {
            skipSettings(tx);
            return Optional.empty();
        }
        choice.stack().owners().forEach(tx.contents()::check);
        SolutionPackage solution = opened.read(contents, reading());
        attempt.reach(Phase.Read.of(attempt.phase(), solution.languages(), List.of()));
        boolean oldGoes = choice.operation() == Operation.UPGRADE || choice.operation() == Operation.STAGE_UPGRADE;
        List<Finding> warnings =
                settings(tx, solution.settings()).check(oldGoes ? choice.stack().owners() : List.of());
        attempt.reach(Phase.Read.of(attempt.phase(), solution.languages(), warnings));
        return Optional.of(new PreparedImport(solution, choice, environment));
    }

    private void find(StoreView environment) {
        String name = opened.manifest().uniqueName();
        Optional<InstalledSolution> installed = environment.solution(name);
        SolutionStack stack = SolutionStack.of(name, environment);
        attempt.reach(new Phase.Found(attempt.phase(), installed));
        attempt.listener().manifestRead(opened.manifest(), installed.map(stack::told));
    }

    /** Settings of a package that is skipped are checked all the same, and a warning says that they are not set. */
    private void skipSettings(StoreTransaction tx) throws SolutionException {
        if (request.settings().filter(given -> !given.isEmpty()).isPresent()) {
            SolutionPackage solution = opened.read(ContentSink.NONE, reading());
            SettingsLayers settings = settings(tx, solution.settings());
            List<Finding> warnings = Stream.concat(settings.check(List.of()).stream(), settings.skipped().stream())
                    .toList();
            attempt.reach(Phase.Read.of(attempt.phase(), List.of(), warnings));
        }
    }

    private SettingsLayers settings(StoreTransaction tx, SettingsDeclaration declared) {
        return new SettingsLayers(tx, declared, request.settings());
    }

    private ReadListener reading() {
        return new ReadListener() {
            @Override
            public void component(ComponentType type, int count) {
                attempt.checkTime();
                attempt.listener().progress("Reading " + type.name(), count, 0);
            }
        };
    }

    @Override
    public void close() throws SolutionException {
        opened.close();
    }

    /** The package is read, and it is decided what its import is. */
    private final class PreparedImport implements Prepared {

        private final SolutionPackage solution;
        private final OperationChoice choice;
        private final StoreView environment;

        PreparedImport(SolutionPackage solution, OperationChoice choice, StoreView environment) {
            this.solution = solution;
            this.choice = choice;
            this.environment = environment;
        }

        @Override
        public EnvironmentView environment() {
            return environment;
        }

        @Override
        public ImportPlan plan(EnvironmentView environment) throws RefusalException {
            return ImportPlanner.plan(solution, choice, request.options(), environment);
        }

        @Override
        public void carryOut(StoreTransaction tx, ImportPlan plan) {
            new PlanExecution(tx, opened.manifest(), choice, plan, attempt.listener(), attempt::checkTime)
                    .carryOut(opened.file().sha256(), attempt.startedOn());
            settings(tx, solution.settings()).write();
        }
    }
}
