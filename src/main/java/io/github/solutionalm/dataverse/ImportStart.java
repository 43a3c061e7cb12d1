package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.ImportParameters;
import io.github.solutionalm.dataverse.api.ImportSolutionAsync;
import io.github.solutionalm.dataverse.api.ImportSource;
import io.github.solutionalm.dataverse.api.StageAndUpgradeAsync;
import io.github.solutionalm.dataverse.content.ContentWatch;
import io.github.solutionalm.dataverse.content.ContentWatch.Seen;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.ExactlyOnceStart;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.Start;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.model.InstalledSolution;

/** Starts an import: it is recorded, sent with the uploaded package, and sent again when the upload is gone. */
final class ImportStart {

    private final ImportRequest request;
    private final Attempt attempt;
    private final PackageUpload upload;
    private final GivenSettings settings;
    private final ContentWatch content;

    ImportStart(
            ImportRequest request,
            Attempt attempt,
            PackageUpload upload,
            GivenSettings settings,
            ContentWatch content) {
        this.request = request;
        this.attempt = attempt;
        this.upload = upload;
        this.settings = settings;
        this.content = content;
    }

    /** The request of the build, for the record. */
    JobFile.Asked asked() {
        return new JobFile.Asked(
                request.options().action().name(),
                attempt.place(upload.manifest().uniqueName()),
                upload.file().sha256());
    }

    /**
     * Uploads the package, if that is not done yet, and starts the import.
     *
     * @param before what was in the environment before the import
     * @return the record of the import, which runs or has ended already
     * @throws ConcurrentOperationException when another operation runs; the import did not start
     */
    JobFile uploadAndStart(OperationChoice choice, Seen before) throws SolutionException, ConcurrentOperationException {
        try {
            return start(choice, upload.source(), before);
        } catch (WebApiException e) {
            if (!upload.isGone(e)) {
                throw e;
            }
            return start(choice, upload.source(), before);
        }
    }

    private JobFile start(OperationChoice choice, ImportSource source, Seen before)
            throws SolutionException, ConcurrentOperationException {
        boolean upgrade = choice.operation() == Operation.UPGRADE;
        ImportParameters parameters = new ImportParameters(
                upload.title(),
                request.options(),
                choice.operation() == Operation.STAGE_UPGRADE,
                settings.parameters(attempt.access()));
        JobFile planned = JobFile.planned(
                asked(),
                chosen(choice),
                JobFile.Sent.planned(
                        upgrade ? "StageAndUpgradeAsync" : "ImportSolutionAsync", source.upload(), before.attempt()),
                attempt.now());
        content.keep(planned.place(), before);
        return written(
                planned,
                Start.ofImport(id -> upgrade
                        ? new StageAndUpgradeAsync(parameters, id, source)
                        : new ImportSolutionAsync(parameters, id, source)));
    }

    private JobFile.Chosen chosen(OperationChoice choice) {
        return new JobFile.Chosen(
                choice.operation(),
                choice.outcome(),
                upload.manifest().version(),
                choice.stack().base().map(InstalledSolution::version));
    }

    /** Starts the planned job. Even if that fails, the phase names the job that a later build finds. */
    private JobFile written(JobFile planned, Start how) throws SolutionException, ConcurrentOperationException {
        attempt.started(planned);
        try {
            JobFile job = new ExactlyOnceStart(attempt.access(), attempt.folder()).make(planned, how);
            attempt.started(job);
            return job;
        } catch (SolutionException | ConcurrentOperationException e) {
            attempt.recorded(planned);
            throw e;
        }
    }
}
