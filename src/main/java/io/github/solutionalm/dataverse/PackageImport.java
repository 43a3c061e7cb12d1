package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveVersion;
import io.github.solutionalm.dataverse.api.SystemJobs;
import io.github.solutionalm.dataverse.api.WhoAmI;
import io.github.solutionalm.dataverse.content.ContentBefore;
import io.github.solutionalm.dataverse.content.ContentWatch;
import io.github.solutionalm.dataverse.content.ContentWatch.Seen;
import io.github.solutionalm.dataverse.job.ExactlyOnceStart;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobPoller;
import io.github.solutionalm.engine.LeftoverChoice;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.packaging.ReadListener;
import java.util.List;
import java.util.Optional;

/** The import of one package: it looks, chooses the operation, uploads, starts, waits and judges the result. */
final class PackageImport implements Tries.Tried {

    private final ImportRequest request;
    private final Attempt attempt;
    private final OperationContext access;
    private final SolutionPackage solution;
    private final SolutionManifest manifest;
    private final GivenSettings settings;
    private final DeactivatedRules rules;
    private final PackageUpload upload;
    private final ContentWatch content;
    private final ImportStart start;
    /** The phase before the environment is asked. */
    private final Phase read;

    private PackageImport(ImportRequest request, Attempt attempt, SolutionPackage solution, PackageUpload upload) {
        this.request = request;
        this.attempt = attempt;
        this.access = attempt.access();
        this.solution = solution;
        this.manifest = solution.manifest();
        this.settings = new GivenSettings(solution.settings(), request.settings());
        this.rules = new DeactivatedRules(attempt, manifest.uniqueName());
        this.upload = upload;
        this.content = new ContentWatch(access, attempt.folder(), attempt::warn);
        this.start = new ImportStart(request, attempt, upload, settings, content);
        this.read = attempt.phase();
    }

    /** Opens the package, hashes it and reads its manifest. */
    static OpenedPackage open(PackageOpener packages, ImportRequest request, Attempt attempt) throws SolutionException {
        OpenedPackage opened = packages.open(request.file(), request.sha256());
        attempt.reach(Phase.Opened.of(attempt.phase(), opened.file()));
        attempt.listener().packageOpened(opened.file());
        attempt.reach(Phase.Read.of(attempt.phase(), opened.manifest(), List.of()));
        return opened;
    }

    /** Reads all of an open package. */
    static PackageImport read(ImportRequest request, Attempt attempt, OpenedPackage opened, PackageUpload upload)
            throws SolutionException {
        SolutionPackage solution = opened.read(ContentSink.NONE, ReadListener.NONE);
        attempt.reach(Phase.Read.of(attempt.phase(), solution.manifest(), solution.languages()));
        return new PackageImport(request, attempt, solution, upload);
    }

    /**
     * Checks the settings, and that URL, credentials and application user are right.
     *
     * @throws SolutionException when something is wrong; then nothing is changed
     */
    void check() throws SolutionException {
        settings.check();
        access.call(new WhoAmI());
        settings.check(access);
        access.call(new RetrieveVersion()).check();
    }

    /** Carries out the import, and activates the rules that were deactivated for it. */
    ImportResult carryOut(Tries tries) throws SolutionException {
        return rules.around(() -> tries.untilFree(this));
    }

    @Override
    public ImportResult begin() throws SolutionException, ConcurrentOperationException {
        InstalledRows installed = look();
        OperationChoice choice = choose(installed);
        if (choice.isSkip()) {
            return skip();
        }
        attempt.checkBasis();
        Seen before = content.before(brief -> ContentBefore.of(brief, choice, installed, solution));
        upload.copy();
        // Before the upload: it is not documented in full what the staging of a package checks.
        deactivateRules();
        JobFile job = start.uploadAndStart(choice, before);
        return seenToItsEnd(job, before);
    }

    /** The installed solutions, after a leftover staged upgrade was applied or discarded as leftoverUpgrade says. */
    private InstalledRows look() throws SolutionException, ConcurrentOperationException {
        SystemJobs.refuseBusy(access);
        InstalledRows installed = InstalledRows.of(access.api(), access.deadline());
        Optional<LeftoverChoice> leftover = LeftoverChoice.of(manifest, request.options(), installed);
        if (leftover.isEmpty()) {
            return installed;
        }
        new LeftoverUpgrade(attempt).settle(leftover.get(), installed);
        return InstalledRows.of(access.api(), access.deadline());
    }

    private OperationChoice choose(InstalledRows installed) throws SolutionException {
        SolutionStack stack = SolutionStack.of(manifest.patchOf().orElse(manifest.uniqueName()), installed);
        tell(installed.solution(manifest.uniqueName()).map(stack::told));
        OperationChoice choice = OperationChoice.of(manifest, upload.file().sha256(), request.options(), installed);
        attempt.reach(new Phase.Chosen(attempt.phase(), choice.operation(), choice.outcome()));
        attempt.warn(choice.warnings());
        return choice;
    }

    private void tell(Optional<ImportListener.Installed> installed) {
        attempt.reach(Phase.Found.of(read, installed.map(ImportListener.Installed::version)));
        attempt.announce(listener -> listener.manifestRead(manifest, installed));
    }

    private ImportResult skip() throws SolutionException {
        attempt.warn(settings.skipped(access));
        rules.activate();
        return EndedOperation.succeeded(attempt);
    }

    private void deactivateRules() throws SolutionException {
        if (request.options().activeRules() == ImportOptions.ActiveRules.DEACTIVATE) {
            rules.deactivate(solution);
        }
    }

    private ImportResult seenToItsEnd(JobFile job, Seen before) throws SolutionException, ConcurrentOperationException {
        JobPoller poller = new JobPoller(access, attempt.listener());
        JobEnd end = poller.end(job, true);
        rules.activate();
        return new ImportVerdict(attempt, solution, request.options(), content).of(job, end, poller.progress(), before);
    }

    @Override
    public JobFile.Asked asked() {
        return start.asked();
    }

    @Override
    public Optional<JobFile> find(JobFile written) throws SolutionException {
        return written.isRunning()
                ? Optional.of(written)
                : new ExactlyOnceStart(access, attempt.folder()).find(written, true, () -> false);
    }

    @Override
    public ImportResult goOn(JobFile started) throws SolutionException, ConcurrentOperationException {
        attempt.announce(listener -> listener.manifestRead(
                manifest,
                started.chosen().previous().map(version -> new ImportListener.Installed(version, List.of()))));
        attempt.listener().resumed(started.named(), started.state().at());
        return seenToItsEnd(started, Seen.BY_AN_EARLIER_BUILD);
    }
}
