package io.github.solutionalm.embedded;

import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.packaging.PackageInspector;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.store.StoreTransaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An embedded environment in a file of its own, as tests use it. */
final class Rehearsal {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Path FIXTURES = Path.of("src/it/quickstart/solutions").toAbsolutePath();

    private final Path file;
    private final EmbeddedSettings settings;
    private final Clock clock;

    private Rehearsal(Path file, EmbeddedSettings settings, Clock clock) {
        this.file = file;
        this.settings = settings;
        this.clock = clock;
    }

    static Rehearsal in(Path folder) {
        return at(folder.resolve("environment.db"));
    }

    static Rehearsal at(Path file) {
        return new Rehearsal(file, EmbeddedSettings.defaults(), CLOCK);
    }

    Rehearsal with(EmbeddedSettings other) {
        return new Rehearsal(file, other, clock);
    }

    Rehearsal with(Clock other) {
        return new Rehearsal(file, settings, other);
    }

    Path file() {
        return file;
    }

    EmbeddedEnvironment open() throws SolutionException {
        return EmbeddedEnvironment.open(
                new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:" + file), settings, clock);
    }

    EnvironmentStore store() {
        return EnvironmentStore.open("jdbc:sqlite:" + file, clock);
    }

    ImportResult imports(Path solution) throws SolutionException {
        return imports(solution, ImportOptionsBuilder.options());
    }

    ImportResult imports(Path solution, ImportOptionsBuilder options) throws SolutionException {
        return imports(solution, options.build(), ImportListener.NONE);
    }

    ImportResult imports(Path solution, ImportOptions options, ImportListener listener) throws SolutionException {
        try (EmbeddedEnvironment environment = open()) {
            return environment.importSolution(
                    new ImportRequest("import", solution, Optional.empty(), options), listener);
        }
    }

    /** Stages a package beside the installed solution. */
    ImportResult stages(Path solution) throws SolutionException {
        return imports(solution, ImportOptionsBuilder.options().action(Action.STAGE));
    }

    /** Applies what is staged of a solution. */
    ImportResult applies(String solution) throws SolutionException {
        return applies(solution, ImportOptionsBuilder.options());
    }

    ImportResult applies(String solution, ImportOptionsBuilder options) throws SolutionException {
        try (EmbeddedEnvironment environment = open()) {
            return environment.applyUpgrade(
                    new ApplyRequest("apply-upgrade", solution, options.build()), ImportListener.NONE);
        }
    }

    /** Applies what is staged, if it is this package. */
    ImportResult applies(Path expected) throws SolutionException {
        return carriesOut(applying(expected));
    }

    ImportResult carriesOut(OperationRequest request) throws SolutionException {
        return carriesOut(request, ImportListener.NONE);
    }

    ImportResult carriesOut(OperationRequest request, ImportListener listener) throws SolutionException {
        try (EmbeddedEnvironment environment = open()) {
            return request instanceof ApplyRequest apply
                    ? environment.applyUpgrade(apply, listener)
                    : environment.importSolution((ImportRequest) request, listener);
        }
    }

    static ImportRequest importing(Path solution, ImportOptionsBuilder options) {
        return new ImportRequest("plan", solution, Optional.empty(), options.build());
    }

    static ApplyRequest applying(String solution) {
        return new ApplyRequest(
                "apply-upgrade", solution, ImportOptionsBuilder.options().build());
    }

    static ApplyRequest applying(Path expected) throws SolutionException {
        PackageInspection inspection = PackageInspector.inspect(expected, Optional.empty());
        return new ApplyRequest(
                "apply-upgrade",
                inspection.manifest().uniqueName(),
                Optional.of(new ApplyRequest.Expected(inspection.file(), inspection.manifest())),
                ImportOptionsBuilder.options().build(),
                Optional.empty());
    }

    /** The plans of importing packages one after another. */
    List<PlanResult> plans(ImportOptionsBuilder options, Path... solutions) throws SolutionException {
        return plans(Arrays.stream(solutions)
                .map(solution -> importing(solution, options))
                .toArray(OperationRequest[]::new));
    }

    List<PlanResult> plans(OperationRequest... sequence) throws SolutionException {
        try (EmbeddedEnvironment environment = open()) {
            return environment.plan(List.of(sequence), ImportListener.NONE);
        }
    }

    /** Imports what must succeed. */
    ImportResult holding(Path... solutions) throws SolutionException {
        ImportResult last = null;
        for (Path solution : solutions) {
            last = imports(solution);
            assertThat(last.errors()).isEmpty();
            assertThat(last.outcome()).isIn(Outcome.INSTALLED, Outcome.UPDATED, Outcome.PATCHED);
        }
        return last;
    }

    int publish() throws SolutionException {
        try (EmbeddedEnvironment environment = open()) {
            return environment
                    .publish(new PublishRequest(Duration.ZERO), ImportListener.NONE)
                    .published();
        }
    }

    EnvironmentContent content() throws SolutionException {
        try (EmbeddedEnvironment environment = open()) {
            return environment.list(true);
        }
    }

    Optional<EnvironmentContent.Component> component(ComponentType type, String key) throws SolutionException {
        return content().components().stream()
                .filter(component -> component.key().equals(new ComponentKey(type, key)))
                .findFirst();
    }

    List<String> layers(ComponentType type, String key) throws SolutionException {
        return component(type, key).map(EnvironmentContent.Component::layers).orElse(List.of());
    }

    /** The text of a script as it shows. */
    String shown(String script) {
        return store().read(tx -> text(tx, tx.layers().topDefinition(new ComponentKey(WEB_RESOURCE, script))));
    }

    /** The text of a script in one layer. */
    String text(String script, String owner) {
        return store().read(tx -> text(tx, tx.layers().definition(new ComponentKey(WEB_RESOURCE, script), owner)));
    }

    private static String text(StoreTransaction tx, Optional<Definition> script) {
        List<Definition.File> files = script.orElseThrow().files();
        assertThat(files).hasSize(1);
        return tx.contents().text(files.get(0).hash());
    }

    List<String> solutions() throws SolutionException {
        return content().solutions().stream()
                .map(solution -> solution.uniqueName() + " " + solution.version())
                .toList();
    }

    List<ImportJob> jobs() {
        return store().read(tx -> tx.jobs().all());
    }

    ImportJob lastJob() {
        List<ImportJob> jobs = jobs();
        return jobs.get(jobs.size() - 1);
    }

    static Path fixture(String name) {
        return FIXTURES.resolve(name);
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
