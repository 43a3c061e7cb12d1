package io.github.solutionalm.dataverse;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveVersion;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.api.SystemJobs;
import io.github.solutionalm.dataverse.content.ContentBefore;
import io.github.solutionalm.dataverse.content.ContentChanges;
import io.github.solutionalm.dataverse.content.ContentComparison;
import io.github.solutionalm.dataverse.content.ContentWatch;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.LockWait;
import io.github.solutionalm.dataverse.job.Promotion;
import io.github.solutionalm.dataverse.job.Run;
import io.github.solutionalm.engine.ApplyChoice;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The completion of a staged upgrade: DeleteAndPromote, and a look at what came of it. */
final class UpgradeApplication {

    private static final String ACTION = "APPLY";

    private final ApplyRequest request;
    private final ImportListener listener;
    private final Run run;
    private final OperationContext access;
    private final JobFolder folder;
    private final boolean resume;
    private final LockWait lock;
    private final Promotion promotion;
    private final ContentWatch content;
    private boolean told;

    UpgradeApplication(
            ApplyRequest request,
            ImportListener listener,
            Run run,
            OperationContext access,
            JobFolder folder,
            boolean resume) {
        this.request = request;
        this.listener = listener;
        this.run = run;
        this.access = access;
        this.folder = folder;
        this.resume = resume;
        this.lock = new LockWait(access, listener, request.options().lockTimeout());
        this.promotion = new Promotion(access, folder, listener);
        this.content = new ContentWatch(access, folder, run);
    }

    ImportResult carryOut() throws SolutionException {
        access.call(new RetrieveVersion()).check();
        boolean first = resume;
        while (true) {
            try {
                Optional<JobFile> earlier = first ? earlier() : Optional.empty();
                first = false;
                return earlier.isPresent() ? judged(earlier.get(), promotion.resumed(earlier.get())) : attempt();
            } catch (ConcurrentOperationException busy) {
                run.notStarted();
                lock.pause(busy);
            }
        }
    }

    private Optional<JobFile> earlier() throws SolutionException {
        String sha256 = request.expectedPackage()
                .map(ApplyRequest.Expected::file)
                .map(PackageFile::sha256)
                .orElse("");
        Optional<JobFile> written = folder.find(access.api().url().toString(), request.solution())
                .filter(job -> job.action().equals(ACTION) && job.sha256().equals(sha256));
        if (written.isEmpty()) {
            return Optional.empty();
        }
        run.started(written.get());
        Optional<JobFile> found = promotion.find(written.get());
        if (found.isEmpty()) {
            run.notStarted();
            return found;
        }
        run.started(found.get());
        run.chosen(Operation.APPLY_UPGRADE, Outcome.APPLIED);
        run.found(Optional.of(found.get().previousVersion()).filter(text -> !text.isEmpty()));
        listener.resumed(found.get().named(), Instant.parse(found.get().at()));
        return found;
    }

    private ImportResult attempt() throws SolutionException, ConcurrentOperationException {
        SystemJobs.refuseBusy(access);
        InstalledRows installed = InstalledRows.of(access.api(), access.deadline());
        Optional<InstalledSolution> base = installed.solution(request.solution());
        run.found(base.map(solution -> solution.version().toString()));
        ApplyChoice choice = ApplyChoice.of(request, installed);
        run.chosen(choice.operation(), choice.outcome());
        run.warn(choice.warnings());
        if (choice.isSkip()) {
            return run.succeeded(access.clock().instant());
        }
        SolutionStack stack = choice.stack();
        InstalledSolution holding = stack.holding().orElseThrow();
        SolutionManifest staged = request.expectedPackage()
                .map(ApplyRequest.Expected::manifest)
                .orElseGet(() -> staged(installed.row(holding.uniqueName()).orElseThrow(), stack));
        run.read(staged);
        if (!told) {
            told = true;
            listener.applying(staged, stack.told(stack.base().orElseThrow()));
        }
        content.before(brief -> ContentBefore.of(brief, stack, installed));
        return started(stack, holding);
    }

    private static SolutionManifest staged(SolutionRow holding, SolutionStack stack) {
        return stack.stagedManifest(holding.friendlyName(), holding.publisher());
    }

    private ImportResult started(SolutionStack stack, InstalledSolution holding)
            throws SolutionException, ConcurrentOperationException {
        JobFile planned = planned(stack, holding);
        JobEnd end;
        try {
            content.keep(planned.solution());
            run.started(planned);
            end = promotion.carryOut(planned);
        } finally {
            folder.recordedJob(planned, run);
        }
        return judged(planned, end);
    }

    private JobFile planned(SolutionStack stack, InstalledSolution holding) {
        return new JobFile(
                access.api().url().toString(),
                ACTION,
                Operation.APPLY_UPGRADE.name(),
                Outcome.APPLIED.name(),
                "",
                stack.base().orElseThrow().uniqueName(),
                holding.version().toString(),
                request.expectedPackage()
                        .map(ApplyRequest.Expected::file)
                        .map(PackageFile::sha256)
                        .orElse(""),
                stack.base().orElseThrow().version().toString(),
                UUID.randomUUID().toString(),
                "",
                "",
                JobFile.Phase.STARTING,
                access.clock().instant().toString(),
                content.attempt(),
                List.of());
    }

    /** The job's word is not enough: the staged upgrade must be gone, and its version be the solution's. */
    private ImportResult judged(JobFile job, JobEnd end) throws SolutionException {
        if (end.error().isPresent()) {
            return run.failed(
                    List.of(Findings.of(end.error().get())), access.clock().instant());
        }
        SolutionVersion expected = SolutionVersion.parse(job.version());
        SolutionStack stack = SolutionStack.of(job.solution(), InstalledRows.of(access.api(), access.deadline()));
        boolean applied = stack.holding().isEmpty()
                && stack.base().map(InstalledSolution::version).equals(Optional.of(expected));
        if (!applied) {
            Finding other = PlatformCode.UPGRADE_FAILED.finding("The job says that it succeeded, but the environment "
                    + stack.base()
                            .map(base -> "holds " + base.uniqueName() + " " + base.version())
                            .orElse("does not hold " + job.solution())
                    + " and not " + expected
                    + (stack.holding().isPresent() ? ", and the upgrade is still staged." : "."));
            return run.failed(List.of(other), access.clock().instant());
        }
        Instant now = access.clock().instant();
        ContentChanges changes = content.after(job, ContentComparison::applied);
        List<ComponentResult> components =
                new ComponentResults(Operation.APPLY_UPGRADE, changes, now).of(List.of(), List.of(), Status.SUCCESS);
        if (changes.isKnown()) {
            listener.changed(changes.summary(Operation.APPLY_UPGRADE, components));
        }
        run.ended(100, new ImportResult.Effects(components, List.of(), 0, 0, List.of()));
        return run.succeeded(now);
    }
}
