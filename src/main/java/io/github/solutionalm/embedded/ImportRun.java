package io.github.solutionalm.embedded;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.store.ImportJobComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is known of one import while it goes on; in the end its result and its job, whichever way it ended. */
final class ImportRun {

    private final UUID jobId;
    private final ImportRequest request;
    private final EnvironmentId environment;
    private final Instant startedOn;
    private PackageFile file;
    private Optional<SolutionManifest> manifest = Optional.empty();
    private Optional<InstalledSolution> installed = Optional.empty();
    private Optional<OperationChoice> choice = Optional.empty();
    private Optional<ImportPlan> plan = Optional.empty();
    private List<Integer> languages = List.of();
    private List<ComponentResult> components = List.of();
    private boolean published;

    ImportRun(UUID jobId, ImportRequest request, EnvironmentId environment, Instant startedOn, PackageFile file) {
        this.jobId = jobId;
        this.request = request;
        this.environment = environment;
        this.startedOn = startedOn;
        this.file = file;
    }

    void opened(PackageFile opened) {
        file = opened;
    }

    PackageFile file() {
        return file;
    }

    void read(SolutionManifest read) {
        manifest = Optional.of(read);
    }

    /** What the environment holds of the solution. */
    void found(Optional<InstalledSolution> found) {
        installed = found;
    }

    void chosen(OperationChoice chosen) {
        choice = Optional.of(chosen);
    }

    void read(SolutionPackage read) {
        languages = read.languages();
    }

    void planned(ImportPlan made) {
        plan = Optional.of(made);
    }

    /** Everything was carried out, and what needed it was published or not. */
    void done(Instant at, boolean wasPublished) {
        published = wasPublished;
        components = results(Status.SUCCESS, Optional.of(at));
    }

    private List<ComponentResult> results(Status status, Optional<Instant> at) {
        Map<ComponentKey, Finding> warnings = new HashMap<>();
        plan.ifPresent(p -> p.warnings().forEach(w -> w.component().ifPresent(key -> warnings.put(key, w))));
        return plan.map(ImportPlan::changes).orElse(List.of()).stream()
                .map(change -> result(change, status, at, Optional.ofNullable(warnings.get(change.key()))))
                .sorted(Comparator.comparing(ComponentResult::key))
                .toList();
    }

    private static ComponentResult result(
            ComponentChange change, Status status, Optional<Instant> at, Optional<Finding> warning) {
        return new ComponentResult(
                change.key(),
                change.name(),
                change.change(),
                warning.isPresent() && status == Status.SUCCESS ? Status.WARNING : status,
                at,
                warning.map(Finding::code),
                warning.map(Finding::message));
    }

    ImportResult succeeded(Instant at) {
        return result(choice.map(OperationChoice::outcome).orElseThrow(), at, List.of(), List.of());
    }

    ImportResult failed(RefusalException refusal, Instant at) {
        return failed(Outcome.FAILED, refusal, at);
    }

    ImportResult timedOut(RefusalException refusal, Instant at) {
        return failed(Outcome.TIMED_OUT, refusal, at);
    }

    private ImportResult failed(Outcome outcome, RefusalException refusal, Instant at) {
        components = results(Status.UNPROCESSED, Optional.empty());
        return result(outcome, at, refusal.errors(), refusal.missingDependencies());
    }

    private ImportResult result(Outcome outcome, Instant at, List<Finding> errors, List<MissingDependency> missing) {
        boolean success = outcome.isSuccess();
        return new ImportResult(
                request.goal(),
                choice.map(OperationChoice::operation).orElse(Operation.NONE),
                outcome,
                environment,
                file,
                manifest,
                installed.map(s -> s.version().toString()),
                request.options(),
                jobId.toString(),
                startedOn,
                at,
                success ? 100 : 0,
                errors,
                warnings(),
                success ? plan.map(ImportPlan::missingDependencies).orElse(List.of()) : missing,
                components,
                languages,
                plan.map(ImportPlan::hidden).orElse(0),
                success && !published ? unpublished() : 0);
    }

    private List<Finding> warnings() {
        return plan.map(ImportPlan::warnings)
                .or(() -> choice.map(OperationChoice::warnings))
                .orElse(List.of());
    }

    private int unpublished() {
        return (int) plan.map(ImportPlan::changes).orElse(List.of()).stream()
                .filter(change -> change.change() != Change.KEEP && !change.published())
                .count();
    }

    /** The import job of a result. */
    ImportJob job(ImportResult result) {
        String errors = result.errors().stream().map(Finding::toString).collect(Collectors.joining("\n"));
        return startedJob()
                .about(
                        result.operation().name(),
                        manifest.map(SolutionManifest::uniqueName).orElse(""),
                        manifest.map(m -> m.version().toString()).orElse(""))
                .ended(
                        result.outcome().isSuccess() ? ImportJob.State.COMPLETED : ImportJob.State.FAILED,
                        result.outcome().name(),
                        result.progress(),
                        errors,
                        result.completedOn());
    }

    ImportJob startedJob() {
        return ImportJob.running(
                jobId,
                request.goal(),
                file.file(),
                file.sha256(),
                request.options().toString(),
                startedOn);
    }

    List<ImportJobComponent> jobComponents() {
        List<ImportJobComponent> rows = new ArrayList<>(components.size());
        for (ComponentResult result : components) {
            rows.add(new ImportJobComponent(
                    result.key(),
                    result.change(),
                    result.status().name(),
                    result.code().orElse(""),
                    result.text().orElse("")));
        }
        return rows;
    }

    /** What is installed of the solution, for the listener. */
    Optional<ImportListener.Installed> installed() {
        return installed
                .map(InstalledSolution::version)
                .map(version -> new ImportListener.Installed(version, List.of()));
    }
}
