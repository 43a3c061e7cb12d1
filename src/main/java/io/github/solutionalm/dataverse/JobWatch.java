package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.ConcurrencyRefusal;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.util.Optional;

/** Waits for the end of an operation, and tells how far it is. */
final class JobWatch {

    private static final int WHOLE = 100;

    private final Access access;
    private final ImportListener listener;
    private double progress;

    JobWatch(Access access, ImportListener listener) {
        this.access = access;
        this.listener = listener;
    }

    /** Percent, as the environment last said. */
    double progress() {
        return progress;
    }

    /**
     * Waits.
     *
     * @param importJob whether there is an import job that knows how far it is
     * @throws Busy when the job failed because another operation ran; nothing of it took effect
     * @throws OutOfTime when it did not end in time
     */
    JobEnd end(JobFile job, boolean importJob) throws SolutionException, Busy {
        for (int looks = 0; ; looks++) {
            Optional<JobEnd> end = job.systemJobId().isPresent()
                    ? systemJob(job)
                    : importJob && !importEnded(job) ? Optional.empty() : Optional.of(JobEnd.SUCCESS);
            if (end.isPresent()) {
                refuseBusy(end.get());
                return end.get();
            }
            access.pause(looks);
            if (importJob && job.systemJobId().isPresent()) {
                importEnded(job);
            }
        }
    }

    private static void refuseBusy(JobEnd end) throws Busy {
        Optional<ConcurrencyRefusal> refusal = end.error().flatMap(ConcurrencyRefusal::of);
        if (refusal.isPresent()) {
            throw new Busy(refusal.get().running().orElse("another operation"));
        }
    }

    private Optional<JobEnd> systemJob(JobFile job) throws SolutionException {
        SystemJob row = access.call(new ReadSystemJob(job.systemJobId().orElseThrow()));
        if (!row.ended()) {
            return Optional.empty();
        }
        return Optional.of(row.succeeded() ? JobEnd.SUCCESS : new JobEnd(row.error()));
    }

    /** The row appears some seconds after the start; progress is no reason to fail. */
    private boolean importEnded(JobFile job) throws WebApiException {
        try {
            ImportJobRow row = access.call(new ReadImportJob(job.jobId()));
            // A job that has ended may say less than before (facts/dataverse.md 3.1).
            progress = Math.max(progress, row.progress());
            listener.progress("Import job", (int) Math.min(WHOLE, Math.max(0, Math.floor(progress))), WHOLE);
            return row.ended();
        } catch (WebApiException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
