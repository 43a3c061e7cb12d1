package io.github.solutionalm.embedded;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.store.ImportJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is known of one operation while it goes on; in the end its result, its plan and its job, whichever way it ended. */
final class ImportRun {

    private final UUID jobId;
    private final OperationRequest request;
    private final EnvironmentId environment;
    private final Instant startedOn;
    private Optional<PackageFile> file;
    private Optional<SolutionManifest> manifest;
    private Optional<InstalledSolution> installed = Optional.empty();
    private List<SolutionVersion> patches = List.of();
    private Operation operation = Operation.NONE;
    private Optional<Outcome> outcome = Optional.empty();
    private final List<Finding> warnings = new ArrayList<>();
    private final Set<Finding> objections = new LinkedHashSet<>();
    private Optional<ImportPlan> plan = Optional.empty();
    private List<ComponentChange> settled = List.of();
    private PlanBasis basis = PlanBasis.NONE;
    private List<Integer> languages = List.of();
    private List<ComponentResult> components = List.of();
    private boolean published;
    private boolean gated = true;

    private ImportRun(
            OperationRequest request,
            EnvironmentId environment,
            Instant startedOn,
            Optional<PackageFile> file,
            Optional<SolutionManifest> manifest) {
        this.jobId = UUID.randomUUID();
        this.request = request;
        this.environment = environment;
        this.startedOn = startedOn;
        this.file = file;
        this.manifest = manifest;
    }

    static ImportRun of(OperationRequest request, EnvironmentId environment, Instant startedOn) {
        if (request instanceof ApplyRequest apply) {
            return new ImportRun(
                    request,
                    environment,
                    startedOn,
                    apply.expected().map(ApplyRequest.Expected::file),
                    apply.expected().map(ApplyRequest.Expected::manifest));
        }
        PackageFile unread = OpenedPackage.unread(((ImportRequest) request).file());
        return new ImportRun(request, environment, startedOn, Optional.of(unread), Optional.empty());
    }

    Instant startedOn() {
        return startedOn;
    }

    OperationRequest request() {
        return request;
    }

    /** What is done, for those who wait for it, such as {@code import of ContosoOrders_2_0_0_0.zip}. */
    String description() {
        return request.goal() + " of "
                + (request instanceof ImportRequest imported
                        ? imported.file().getFileName().toString()
                        : ((ApplyRequest) request).solution());
    }

    void opened(PackageFile opened) {
        file = Optional.of(opened);
    }

    void read(SolutionManifest read) {
        manifest = Optional.of(read);
    }

    Optional<SolutionManifest> manifest() {
        return manifest;
    }

    /** What the environment holds of the solution. */
    void found(Optional<InstalledSolution> found, SolutionStack stack) {
        installed = found;
        patches = stack.patches().stream().map(InstalledSolution::version).toList();
    }

    /** What it is, and how it ends when all goes well. */
    void chosen(Operation chosen, Outcome success, List<Finding> known) {
        operation = chosen;
        outcome = Optional.of(success);
        warnings.addAll(known);
    }

    void warn(Finding warning) {
        warnings.add(warning);
    }

    void read(SolutionPackage read) {
        languages = read.languages();
    }

    void planned(ImportPlan made, PlanBasis madeFrom) {
        plan = Optional.of(made);
        basis = madeFrom;
        if (!gated) {
            // Also of a plan that is blocked, where an import does not get as far as its gates.
            objections.addAll(request.options().gates().findings(made.changesInTheEnd()));
        }
    }

    /** Makes it one that is only tried: what the build's gates hold against it is told, and does not end it. */
    ImportRun tried() {
        gated = false;
        return this;
    }

    /**
     * Holds the build's gates against what is to be done.
     *
     * @throws RefusalException for what they find, unless it is only tried: then the plan tells it
     */
    void gate(List<ComponentChange> changes) throws RefusalException {
        List<Finding> found = request.options().gates().findings(changes);
        if (gated && !found.isEmpty()) {
            throw new RefusalException(found, List.of());
        }
        objections.addAll(found);
    }

    /** What went with a staged upgrade that was left over, before the plan was made. */
    void settled(List<ComponentChange> removals) {
        settled = removals.stream()
                .filter(change -> change.change() == Change.DELETE)
                .toList();
    }

    /** The plan's, and what was settled before it and is not in it. */
    private List<ComponentChange> changes() {
        List<ComponentChange> all =
                new ArrayList<>(plan.map(ImportPlan::changes).orElse(List.of()));
        Set<ComponentKey> planned = all.stream().map(ComponentChange::key).collect(Collectors.toSet());
        settled.stream().filter(change -> !planned.contains(change.key())).forEach(all::add);
        return all;
    }

    boolean isBlocked() {
        return plan.filter(ImportPlan::isBlocked).isPresent();
    }

    /** Everything was carried out, and what needed it was published or not. */
    void done(boolean wasPublished) {
        published = wasPublished;
    }

    private List<ComponentResult> results(Status status, Optional<Instant> at) {
        Map<ComponentKey, Finding> byComponent = new HashMap<>();
        warnings().forEach(warning -> warning.component().ifPresent(key -> byComponent.put(key, warning)));
        return changes().stream()
                .map(change -> result(change, status, at, Optional.ofNullable(byComponent.get(change.key()))))
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
        components = results(Status.SUCCESS, Optional.of(at));
        return result(outcome.orElseThrow(), at, List.of(), List.of()).withLeftOff(LeftOff.of(changes(), warnings()));
    }

    ImportResult failed(RefusalException refusal, Instant at) {
        return failed(Outcome.FAILED, refusal, at);
    }

    ImportResult timedOut(RefusalException refusal, Instant at) {
        return failed(Outcome.TIMED_OUT, refusal, at);
    }

    private ImportResult failed(Outcome ended, RefusalException refusal, Instant at) {
        components = results(Status.UNPROCESSED, Optional.empty());
        return result(ended, at, refusal.errors(), refusal.missingDependencies());
    }

    /** What would be done. */
    PlanResult plan(List<Finding> errors, List<MissingDependency> missing) {
        boolean success = errors.isEmpty() && !isBlocked();
        return new PlanResult(
                request.goal(),
                operation,
                success ? outcome.orElseThrow() : Outcome.FAILED,
                environment,
                file,
                manifest,
                solution(),
                previousVersion(),
                request.options(),
                errors,
                errors.isEmpty()
                        ? plan.map(made -> BlockedPlan.findings(made.changes(), made.owner()))
                                .orElse(List.of())
                        : List.of(),
                errors.isEmpty() ? List.copyOf(objections) : List.of(),
                warnings(),
                plan.map(ImportPlan::missingDependencies).orElse(missing),
                errors.isEmpty() ? changes() : List.of(),
                errors.isEmpty() ? plan.map(ImportPlan::deferred).orElse(List.of()) : List.of(),
                basis);
    }

    private String solution() {
        return manifest.map(SolutionManifest::uniqueName)
                .orElse(request instanceof ApplyRequest apply ? apply.solution() : "");
    }

    private Optional<String> previousVersion() {
        return installed.map(s -> s.version().toString());
    }

    private ImportResult result(Outcome ended, Instant at, List<Finding> errors, List<MissingDependency> missing) {
        boolean success = ended.isSuccess();
        return new ImportResult(
                request.goal(),
                operation,
                ended,
                environment,
                file,
                manifest,
                solution(),
                previousVersion(),
                request.options(),
                Optional.of(jobId.toString()),
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

    /** A plan repeats the warnings of the choice that it was made for. */
    private List<Finding> warnings() {
        Set<Finding> all = new LinkedHashSet<>(warnings);
        plan.ifPresent(p -> all.addAll(p.warnings()));
        return List.copyOf(all);
    }

    private int unpublished() {
        return (int) plan.map(ImportPlan::changes).orElse(List.of()).stream()
                .filter(change -> change.component().isPresent() && !change.published())
                .count();
    }

    /** The job, as long as it is not known how it ends. */
    ImportJob job() {
        return ImportJob.running(
                jobId,
                request.goal(),
                file.map(PackageFile::file).orElse(""),
                file.map(PackageFile::sha256).orElse(""),
                request.options().toString(),
                startedOn);
    }

    /** What is installed of the solution, for the listener. */
    Optional<ImportListener.Installed> installed() {
        return installed.map(solution -> new ImportListener.Installed(solution.version(), patches, solution.managed()));
    }
}
