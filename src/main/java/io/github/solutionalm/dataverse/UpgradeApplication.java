package io.github.solutionalm.dataverse;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveVersion;
import io.github.solutionalm.dataverse.api.SystemJobs;
import io.github.solutionalm.dataverse.content.ContentBefore;
import io.github.solutionalm.dataverse.content.ContentChanges;
import io.github.solutionalm.dataverse.content.ContentComparison;
import io.github.solutionalm.dataverse.content.ContentWatch;
import io.github.solutionalm.dataverse.content.ContentWatch.Seen;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.Promotion;
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

/** Applies a staged upgrade: it looks, decides, starts DeleteAndPromote, waits and judges the result. */
final class UpgradeApplication implements Tries.Tried {

    private static final String ACTION = "APPLY";

    private final ApplyRequest request;
    private final Attempt attempt;
    private final OperationContext access;
    private final ContentWatch content;
    /** The phase before the environment is asked. */
    private final Phase opened;

    UpgradeApplication(ApplyRequest request, Attempt attempt) {
        this.request = request;
        this.attempt = attempt;
        this.access = attempt.access();
        this.content = new ContentWatch(access, attempt.folder(), attempt::warn);
        this.opened = attempt.phase();
    }

    /**
     * Checks the version of the environment's platform.
     *
     * @throws SolutionException when it is not supported; then nothing is changed
     */
    void check() throws SolutionException {
        access.call(new RetrieveVersion()).check();
    }

    @Override
    public ImportResult begin() throws SolutionException, ConcurrentOperationException {
        InstalledRows installed = look();
        ApplyChoice choice = choose(installed);
        if (choice.isSkip()) {
            return EndedOperation.succeeded(attempt);
        }
        attempt.checkBasis();
        read(choice.stack(), installed);
        Seen before = content.before(brief -> ContentBefore.of(brief, choice.stack(), installed));
        JobFile planned = planned(choice.stack(), before);
        content.keep(planned.place(), before);
        JobEnd end = promoted(attempt, planned);
        return verdict(planned, end, before);
    }

    private InstalledRows look() throws SolutionException, ConcurrentOperationException {
        SystemJobs.refuseBusy(access);
        return InstalledRows.of(access.api(), access.deadline());
    }

    private ApplyChoice choose(InstalledRows installed) throws SolutionException {
        Optional<InstalledSolution> base = installed.solution(request.solution());
        attempt.reach(Phase.Found.of(opened, base.map(InstalledSolution::version)));
        ApplyChoice choice = ApplyChoice.of(request, installed);
        attempt.reach(new Phase.Chosen(attempt.phase(), choice.operation(), choice.outcome()));
        attempt.warn(choice.warnings());
        return choice;
    }

    private void read(SolutionStack stack, InstalledRows installed) {
        SolutionManifest staged = request.expectedPackage()
                .map(ApplyRequest.Expected::manifest)
                .orElseGet(() -> staged(stack, installed));
        attempt.reach(Phase.Read.of(attempt.phase(), staged, List.of()));
        attempt.announce(
                listener -> listener.applying(staged, stack.told(stack.base().orElseThrow())));
    }

    private static SolutionManifest staged(SolutionStack stack, InstalledRows installed) {
        InstalledSolution holding = stack.holding().orElseThrow();
        return stack.stagedManifest(
                holding.friendlyName(),
                installed.row(holding.uniqueName()).orElseThrow().publisher());
    }

    private JobFile planned(SolutionStack stack, Seen before) {
        InstalledSolution base = stack.base().orElseThrow();
        return JobFile.planned(
                asked(base.uniqueName()),
                new JobFile.Chosen(
                        Operation.APPLY_UPGRADE,
                        Outcome.APPLIED,
                        stack.holding().orElseThrow().version(),
                        Optional.of(base.version())),
                JobFile.Sent.planned(Promotion.CALL, "", before.attempt()),
                attempt.now());
    }

    /** Starts the planned job and waits for it. Even if that fails, the phase names the job that a later build finds. */
    static JobEnd promoted(Attempt attempt, JobFile planned) throws SolutionException, ConcurrentOperationException {
        attempt.started(planned);
        try {
            return promotion(attempt).carryOut(planned);
        } finally {
            attempt.recorded(planned);
        }
    }

    /** The result. A job that reports success is not enough: nothing may be staged any more, and the solution has its version. */
    private ImportResult verdict(JobFile job, JobEnd end, Seen before) throws SolutionException {
        if (end.error().isPresent()) {
            return EndedOperation.failed(
                    attempt, List.of(Findings.of(end.error().get())));
        }
        Optional<Finding> other = otherThanExpected(job);
        if (other.isPresent()) {
            return EndedOperation.failed(attempt, List.of(other.get()));
        }
        Instant now = attempt.now();
        ContentChanges changes = content.after(job, before, ContentComparison::applied);
        List<ComponentResult> components =
                new ComponentResults(Operation.APPLY_UPGRADE, changes, now).of(List.of(), List.of(), Status.SUCCESS);
        if (changes.isKnown()) {
            attempt.listener().changed(changes.summary(Operation.APPLY_UPGRADE, components));
        }
        attempt.reach(new Phase.Ended(
                attempt.phase(),
                100,
                new ImportResult.Effects(
                        components,
                        List.of(),
                        0,
                        0,
                        List.of(),
                        changes.isKnown() ? attempt.prediction(components) : Optional.empty())));
        return EndedOperation.succeeded(attempt);
    }

    private Optional<Finding> otherThanExpected(JobFile job) throws SolutionException {
        SolutionVersion expected = job.chosen().version();
        SolutionStack stack = SolutionStack.of(job.solution(), InstalledRows.of(access.api(), access.deadline()));
        boolean applied = stack.holding().isEmpty()
                && stack.base().map(InstalledSolution::version).equals(Optional.of(expected));
        return applied
                ? Optional.empty()
                : Optional.of(PlatformCode.UPGRADE_FAILED.finding("The job says that it succeeded, but the environment "
                        + stack.base()
                                .map(base -> "holds " + base.uniqueName() + " " + base.version())
                                .orElse("does not hold " + job.solution())
                        + " and not " + expected
                        + (stack.holding().isPresent() ? ", and the upgrade is still staged." : ".")));
    }

    @Override
    public JobFile.Asked asked() {
        return asked(request.solution());
    }

    private JobFile.Asked asked(String solution) {
        return new JobFile.Asked(
                ACTION,
                attempt.place(solution),
                request.packageFile().map(PackageFile::sha256).orElse(""));
    }

    private static Promotion promotion(Attempt attempt) {
        return new Promotion(attempt.access(), attempt.folder(), attempt.listener());
    }

    @Override
    public Optional<JobFile> find(JobFile written) throws SolutionException {
        return promotion(attempt).find(written);
    }

    @Override
    public ImportResult goOn(JobFile started) throws SolutionException, ConcurrentOperationException {
        attempt.listener().resumed(started.named(), started.state().at());
        return verdict(started, promotion(attempt).resumed(started), Seen.BY_AN_EARLIER_BUILD);
    }
}
