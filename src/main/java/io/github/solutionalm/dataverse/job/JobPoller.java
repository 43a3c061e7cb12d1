package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.Operation;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.ImportJobRow;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.OperationTimeoutException;
import io.github.solutionalm.dataverse.api.ReadImportJob;
import io.github.solutionalm.dataverse.api.ReadSystemJob;
import io.github.solutionalm.dataverse.api.SolutionHistory;
import io.github.solutionalm.dataverse.api.SystemJob;
import io.github.solutionalm.dataverse.api.SystemJobs;
import io.github.solutionalm.dataverse.http.ConcurrencyRefusal;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.engine.SolutionStack;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Polls a job until it ends, and reports its progress. The job continues even if a poll fails, so polling continues
 * until the time limit.
 */
public final class JobPoller {

    private static final int WHOLE = 100;
    /** Time without a report: the listener wants one at least every 30 seconds, and looks are up to 15 apart. */
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /** Failures that no wait makes better. */
    private static final Set<Kind> FINAL =
            EnumSet.of(Kind.DEADLINE, Kind.INTERRUPTED, Kind.CONFIGURATION, Kind.UNAUTHENTICATED, Kind.PROXY, Kind.TLS);

    private static final Set<Kind> NOT_TOLD = EnumSet.of(Kind.NOT_FOUND, Kind.REFUSED, Kind.FORBIDDEN);

    private final OperationContext access;
    private final ImportListener listener;
    private double progress;
    private Instant heard;

    public JobPoller(OperationContext access, ImportListener listener) {
        this.access = access;
        this.listener = listener;
        this.heard = access.clock().instant();
    }

    /** Progress in percent, as the environment last said. */
    public double progress() {
        return progress;
    }

    /**
     * Waits until a recorded job ends.
     *
     * @param importJob whether there is an import job that reports progress
     * @throws ConcurrentOperationException when the job failed because another operation ran; nothing of it took effect
     * @throws OperationTimeoutException when it did not end in time
     */
    public JobEnd end(JobFile job, boolean importJob) throws SolutionException, ConcurrentOperationException {
        for (int looks = 0; ; looks++) {
            Optional<JobEnd> end = job.systemJob().isPresent()
                    ? systemJob(job.systemJob().get(), () -> isOver(job, importJob))
                    : isOver(job, importJob) ? Optional.of(JobEnd.SUCCESS) : Optional.empty();
            if (end.isPresent()) {
                refuseBusy(end.get());
                return end.get();
            }
            access.pause(looks);
            if (importJob && job.systemJob().isPresent()) {
                importEnded(job);
            }
        }
    }

    /**
     * Waits until a job ends of which only the id is known.
     *
     * @param phase what it does, for the listener
     * @throws ConcurrentOperationException when the job failed because another operation ran; nothing of it took effect
     * @throws OperationTimeoutException when it did not end in time
     */
    public JobEnd end(UUID systemJob, String phase) throws SolutionException, ConcurrentOperationException {
        for (int looks = 0; ; looks++) {
            Optional<JobEnd> end = systemJob(systemJob, () -> false);
            if (end.isPresent()) {
                refuseBusy(end.get());
                return end.get();
            }
            say(phase, 0, 0);
            access.pause(looks);
        }
    }

    private static void refuseBusy(JobEnd end) throws ConcurrentOperationException {
        Optional<ConcurrencyRefusal> refusal = end.error().flatMap(ConcurrencyRefusal::of);
        if (refusal.isPresent()) {
            throw new ConcurrentOperationException(refusal.get().running().orElse("another operation"));
        }
    }

    /** The end of a job as its row says; if the environment does not show the row, as other rows say. Empty while it runs. */
    private Optional<JobEnd> systemJob(UUID id, Start.Effect over) throws SolutionException {
        try {
            SystemJob row = access.call(new ReadSystemJob(id));
            if (row.ended()) {
                return Optional.of(row.succeeded() ? JobEnd.SUCCESS : new JobEnd(row.error()));
            }
            if (!access.clock().instant().isBefore(heard.plus(SILENCE))) {
                say(row.queued() ? "Waiting in the environment's queue" : "Running", 0, 0);
            }
        } catch (WebApiException e) {
            if (FINAL.contains(e.kind())) {
                throw e;
            }
            if (NOT_TOLD.contains(e.kind()) && over.isThere()) {
                return Optional.of(JobEnd.SUCCESS);
            }
            if (!access.clock().instant().isBefore(heard.plus(SILENCE))) {
                say("Waiting for the environment to answer", 0, 0);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a job has ended whose row is not shown. The import job says so, which ends before an upgrade is promoted, and then
     * the installed solutions. If these are not as expected, the job has ended when nothing runs any more; the verdict looks at
     * the rest.
     */
    private boolean isOver(JobFile job, boolean importJob) throws SolutionException {
        if (importJob && !importEnded(job)) {
            return false;
        }
        boolean promotes = !importJob || job.chosen().operation() == Operation.UPGRADE;
        return !promotes
                || access.courtesy(() -> InstalledRows.of(access.api(), access.deadline()))
                        .filter(installed -> isPromoted(job, installed))
                        .isPresent()
                || isQuiet();
    }

    private static boolean isPromoted(JobFile job, InstalledRows installed) {
        SolutionStack stack = SolutionStack.of(job.solution(), installed);
        return stack.holding().isEmpty()
                && stack.base()
                        .filter(base -> base.version().equals(job.chosen().version()))
                        .isPresent();
    }

    /** Whether certainly nothing runs, according to jobs and history; if one does not tell, the other has to. */
    private boolean isQuiet() throws WebApiException {
        Optional<Boolean> jobs =
                access.courtesy(() -> new SystemJobs(access).running().isEmpty());
        Optional<Boolean> history = new SolutionHistory(access).running().map(List::isEmpty);
        return jobs.or(() -> history).orElse(false) && history.orElse(true);
    }

    /** Whether the import job has ended. Its row appears some seconds after the start, and is sometimes not found. */
    private boolean importEnded(JobFile job) throws WebApiException {
        Optional<ImportJobRow> row = access.glance(new ReadImportJob(job.job()));
        row.ifPresent(told -> {
            // A job that has ended may say less than before (docs/platform-facts.md, "The import job").
            progress = Math.max(progress, told.progress());
            say("Import job", (int) Math.min(WHOLE, Math.max(0, Math.floor(progress))), WHOLE);
        });
        return row.filter(ImportJobRow::ended).isPresent();
    }

    private void say(String phase, int done, int total) {
        heard = access.clock().instant();
        listener.progress(phase, done, total);
    }
}
