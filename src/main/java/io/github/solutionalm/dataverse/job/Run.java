package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.api.Cures;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What is known of one operation while it goes on; in the end its result, whichever way it ended. */
public final class Run {

    private final OperationRequest request;
    private final Instant startedOn;
    private OperationSubject subject;
    private Operation operation = Operation.NONE;
    private Outcome outcome = Outcome.FAILED;
    private final List<Finding> warnings = new ArrayList<>();
    private final List<Finding> inDraft = new ArrayList<>();
    private List<MissingDependency> missing = List.of();
    private List<Integer> languages = List.of();
    private JobDocuments documents = JobDocuments.NONE;
    private double progress;
    private ImportResult.Effects effects = ImportResult.Effects.NONE;
    private Optional<JobFile> job = Optional.empty();

    public Run(OperationRequest request, EnvironmentId environment, Instant startedOn) {
        this.request = request;
        this.startedOn = startedOn;
        this.subject = request.subject(environment);
    }

    public void opened(PackageFile opened) {
        subject = subject.opened(opened);
    }

    public void read(SolutionManifest read, List<Integer> inLanguages) {
        read(read);
        languages = inLanguages;
    }

    public void read(SolutionManifest read) {
        subject = subject.read(read);
    }

    public void found(Optional<String> version) {
        subject = subject.over(version);
    }

    public void chosen(Operation chosen, Outcome success) {
        operation = chosen;
        outcome = success;
    }

    public void warn(List<Finding> more) {
        warnings.addAll(more);
    }

    /** A rule is a draft that was active before: whatever else succeeds, the operation has not. */
    public void stillInDraft(Finding rule) {
        inDraft.add(rule);
    }

    public boolean leavesRulesInDraft() {
        return !inDraft.isEmpty();
    }

    public void lacks(List<MissingDependency> more) {
        missing = more;
    }

    /** What a refusal names; what is known already stays when it names nothing. */
    public void lacksAlso(List<MissingDependency> more) {
        missing = more.isEmpty() ? missing : more;
    }

    /** It may be running from now on. */
    public void started(JobFile written) {
        job = Optional.of(written);
    }

    /** It certainly does not run. */
    public void notStarted() {
        job = Optional.empty();
    }

    public Optional<JobFile> job() {
        return job;
    }

    /** What the environment wrote about it. */
    public void wrote(JobDocuments written) {
        documents = written;
    }

    /**
     * Its job has ended.
     *
     * @param percent done, 0 to 100
     * @param made what it did to components, as far as it is known
     */
    public void ended(double percent, ImportResult.Effects made) {
        progress = percent;
        effects = made;
    }

    public ImportResult succeeded(Instant at) {
        return result(outcome, at, List.of());
    }

    public ImportResult failed(List<Finding> errors, Instant at) {
        return result(Outcome.FAILED, at, errors);
    }

    public ImportResult ended(Outcome how, String message, Instant at) {
        return result(how, at, List.of(Finding.withoutCode(message)));
    }

    String solution() {
        return subject.solution();
    }

    public OperationRequest request() {
        return request;
    }

    private ImportResult result(Outcome reached, Instant at, List<Finding> errors) {
        Outcome ended = reached.isSuccess() && leavesRulesInDraft() ? Outcome.FAILED : reached;
        List<Finding> all = new ArrayList<>(errors);
        all.replaceAll(Cures::advised);
        all.addAll(inDraft);
        return new ImportResult(
                subject,
                operation,
                ended,
                new ImportResult.Timing(
                        job.flatMap(JobFile::importJob), startedOn, at, ended.isSkip() ? 100 : progress),
                new ImportResult.Findings(all, List.copyOf(new LinkedHashSet<>(warnings)), missing),
                ended.isSuccess()
                        ? new ImportResult.Effects(
                                effects.components(),
                                languages,
                                effects.hidden(),
                                effects.unpublished(),
                                effects.leftOff())
                        : new ImportResult.Effects(effects.components(), languages, 0, 0, List.of()),
                documents);
    }
}
