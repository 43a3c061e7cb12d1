package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.ImportParameters;
import io.github.solutionalm.dataverse.api.ImportSolutionAsync;
import io.github.solutionalm.dataverse.api.ImportSource;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveVersion;
import io.github.solutionalm.dataverse.api.StageAndUpgradeAsync;
import io.github.solutionalm.dataverse.api.SystemJobs;
import io.github.solutionalm.dataverse.api.WhoAmI;
import io.github.solutionalm.dataverse.content.ContentBefore;
import io.github.solutionalm.dataverse.content.ContentWatch;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.ExactlyOnceStart;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.JobPoller;
import io.github.solutionalm.dataverse.job.LockWait;
import io.github.solutionalm.dataverse.job.Run;
import io.github.solutionalm.dataverse.job.Start;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.packaging.ReadListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The import of one package: read it, look, choose, upload, start, wait, and see what came of it. */
final class PackageImport {

    private final PackageOpener packages;
    private final ImportRequest request;
    private final ImportListener listener;
    private final Run run;
    private final OperationContext access;
    private final JobFolder folder;
    private final boolean resume;
    private final LockWait lock;
    private final ExactlyOnceStart start;
    private final ContentWatch content;
    private Optional<DeactivatedRules> rules = Optional.empty();
    private GivenSettings settings = new GivenSettings(SettingsDeclaration.NONE, Optional.empty());
    private Optional<PackageUpload> upload = Optional.empty();
    private boolean told;

    PackageImport(
            PackageOpener packages,
            ImportRequest request,
            ImportListener listener,
            Run run,
            OperationContext access,
            JobFolder folder,
            boolean resume) {
        this.packages = packages;
        this.request = request;
        this.listener = listener;
        this.run = run;
        this.access = access;
        this.folder = folder;
        this.resume = resume;
        this.lock = new LockWait(access, listener, request.options().lockTimeout());
        this.start = new ExactlyOnceStart(access, folder);
        this.content = new ContentWatch(access, folder, run);
    }

    ImportResult carryOut() throws SolutionException {
        try (OpenedPackage opened = packages.open(request.file(), request.sha256())) {
            run.opened(opened.file());
            listener.packageOpened(opened.file());
            run.read(opened.manifest(), List.of());
            SolutionPackage solution = opened.read(ContentSink.NONE, ReadListener.NONE);
            run.read(solution.manifest(), solution.languages());
            settings = new GivenSettings(solution.settings(), request.settings());
            settings.check();
            // Before all else: whether URL, credentials and application user are right.
            access.call(new WhoAmI());
            settings.check(access);
            access.call(new RetrieveVersion()).check();
            DeactivatedRules deactivated =
                    new DeactivatedRules(access, folder, run, opened.manifest().uniqueName());
            rules = Optional.of(deactivated);
            return deactivated.around(() -> whenFree(opened, solution));
        } finally {
            upload.ifPresent(PackageUpload::close);
        }
    }

    private ImportResult whenFree(OpenedPackage opened, SolutionPackage solution) throws SolutionException {
        boolean first = resume;
        while (true) {
            try {
                Optional<JobFile> earlier = first ? earlier(opened) : Optional.empty();
                first = false;
                return earlier.isPresent() ? watched(earlier.get(), solution) : attempt(opened, solution);
            } catch (ConcurrentOperationException busy) {
                run.notStarted();
                lock.pause(busy);
            }
        }
    }

    /** What an earlier build started of the very same, and did not see the end of. */
    private Optional<JobFile> earlier(OpenedPackage opened) throws SolutionException {
        SolutionManifest manifest = opened.manifest();
        String url = access.api().url().toString();
        Optional<JobFile> written = folder.find(url, manifest.uniqueName())
                .filter(job -> job.sha256().equals(opened.file().sha256())
                        && job.action().equals(request.options().action().name()));
        if (written.isEmpty()) {
            return Optional.empty();
        }
        run.started(written.get());
        Optional<JobFile> found = found(written.get());
        if (found.isEmpty()) {
            run.notStarted();
            return Optional.empty();
        }
        run.started(found.get());
        Optional<String> previous = Optional.of(found.get().previousVersion()).filter(text -> !text.isEmpty());
        run.found(previous);
        run.chosen(
                Operation.valueOf(found.get().operation()),
                Outcome.valueOf(found.get().outcome()));
        tell(manifest, previous.map(v -> new ImportListener.Installed(SolutionVersion.parse(v), List.of())));
        listener.resumed(found.get().named(), Instant.parse(found.get().at()));
        return found;
    }

    private Optional<JobFile> found(JobFile written) throws SolutionException {
        return written.phase() == JobFile.Phase.RUNNING ? Optional.of(written) : start.find(written, true, () -> false);
    }

    private ImportResult attempt(OpenedPackage opened, SolutionPackage solution)
            throws SolutionException, ConcurrentOperationException {
        SystemJobs.refuseBusy(access);
        SolutionManifest manifest = opened.manifest();
        InstalledRows installed = InstalledRows.of(access.api(), access.deadline());
        SolutionStack stack = SolutionStack.of(manifest.patchOf().orElse(manifest.uniqueName()), installed);
        if (stack.holding().isPresent() && request.options().leftoverUpgrade() != ImportOptions.LeftoverUpgrade.FAIL) {
            run.warn(new LeftoverUpgrade(access, folder, listener, run)
                    .settle(stack, installed, request.options().leftoverUpgrade()));
            installed = InstalledRows.of(access.api(), access.deadline());
        }
        Optional<InstalledSolution> before = installed.solution(manifest.uniqueName());
        run.found(before.map(held -> held.version().toString()));
        tell(manifest, before.map(stack::told));
        OperationChoice choice = OperationChoice.of(manifest, opened.file().sha256(), request.options(), installed);
        run.chosen(choice.operation(), choice.outcome());
        run.warn(choice.warnings());
        if (choice.isSkip()) {
            run.warn(settings.skipped(access));
            rules.ifPresent(DeactivatedRules::activate);
            return run.succeeded(access.clock().instant());
        }
        InstalledRows there = installed;
        content.before(brief -> ContentBefore.of(brief, choice, there, solution));
        return watched(started(opened, solution, choice), solution);
    }

    private void tell(SolutionManifest manifest, Optional<ImportListener.Installed> installed) {
        if (!told) {
            told = true;
            listener.manifestRead(manifest, installed);
        }
    }

    private JobFile started(OpenedPackage opened, SolutionPackage solution, OperationChoice choice)
            throws SolutionException, ConcurrentOperationException {
        PackageUpload file = upload(opened);
        file.copy(opened);
        // Before the upload: what staging a package checks is not told in full.
        deactivateRules(solution);
        try {
            return started(opened, choice, file.source());
        } catch (WebApiException e) {
            if (!file.isGone(e)) {
                throw e;
            }
            return started(opened, choice, file.source());
        }
    }

    /** One, however often the start is refused for another operation. */
    private PackageUpload upload(OpenedPackage opened) {
        upload = upload.or(() -> Optional.of(new PackageUpload(
                access,
                run,
                listener,
                title(opened.manifest()),
                request.options().skipProductUpdateDependencies())));
        return upload.get();
    }

    private static String title(SolutionManifest manifest) {
        return manifest.uniqueName() + " " + manifest.version();
    }

    private JobFile started(OpenedPackage opened, OperationChoice choice, ImportSource source)
            throws SolutionException, ConcurrentOperationException {
        boolean upgrade = choice.operation() == Operation.UPGRADE;
        ImportParameters parameters = new ImportParameters(
                title(opened.manifest()),
                request.options(),
                choice.operation() == Operation.STAGE_UPGRADE,
                settings.parameters(access));
        return made(
                planned(opened, choice, upgrade ? "StageAndUpgradeAsync" : "ImportSolutionAsync", source.upload()),
                Start.ofImport(id -> upgrade
                        ? new StageAndUpgradeAsync(parameters, id, source)
                        : new ImportSolutionAsync(parameters, id, source)));
    }

    private void deactivateRules(SolutionPackage solution) throws SolutionException {
        if (request.options().activeRules() == ImportOptions.ActiveRules.DEACTIVATE) {
            rules.orElseThrow().deactivate(solution);
        }
    }

    private JobFile made(JobFile planned, Start how) throws SolutionException, ConcurrentOperationException {
        content.keep(planned.solution());
        run.started(planned);
        try {
            JobFile job = start.make(planned, how);
            run.started(job);
            return job;
        } catch (SolutionException | ConcurrentOperationException e) {
            folder.recordedJob(planned, run);
            throw e;
        }
    }

    private JobFile planned(OpenedPackage opened, OperationChoice choice, String message, String upload) {
        SolutionManifest manifest = opened.manifest();
        return new JobFile(
                access.api().url().toString(),
                request.options().action().name(),
                choice.operation().name(),
                choice.outcome().name(),
                message,
                manifest.uniqueName(),
                manifest.version().toString(),
                opened.file().sha256(),
                choice.stack().base().map(base -> base.version().toString()).orElse(""),
                UUID.randomUUID().toString(),
                upload,
                "",
                JobFile.Phase.STARTING,
                access.clock().instant().toString(),
                content.attempt(),
                List.of());
    }

    private ImportResult watched(JobFile job, SolutionPackage solution)
            throws SolutionException, ConcurrentOperationException {
        JobPoller watch = new JobPoller(access, listener);
        JobEnd end = watch.end(job, true);
        rules.ifPresent(DeactivatedRules::activate);
        return new ImportVerdict(access, run, solution, request.options(), content)
                .of(job, end, watch.progress(), listener);
    }
}
