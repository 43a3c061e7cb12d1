package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.ReadImportJob;
import io.github.solutionalm.dataverse.api.SolutionHistory;
import io.github.solutionalm.dataverse.api.Started;
import io.github.solutionalm.dataverse.api.SystemJob;
import io.github.solutionalm.dataverse.api.SystemJobs;
import io.github.solutionalm.dataverse.http.ConcurrencyRefusal;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts an operation exactly once. The job is recorded before the start is sent. If the answer is lost, the start
 * is sent again only when the environment certainly did not accept it, and then with the same import job id, which
 * the environment accepts only once.
 */
public final class ExactlyOnceStart {

    /** How old a job may be: clocks differ, and a job may have waited in a queue. */
    private static final Duration LOOK_BACK = Duration.ofHours(24);
    /** How long a job is looked for: rows appear some seconds after the start (docs/platform-facts.md, "System jobs"). */
    private static final Duration SETTLING = Duration.ofSeconds(90);

    /** How old a job may be if it is unknown which jobs were there before. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    /** Time for a look that is needed only if something goes wrong. */
    private static final Duration COURTESY = Duration.ofSeconds(30);

    private static final int MOST_STARTS = 4;

    private final OperationContext access;
    private final JobFolder folder;

    public ExactlyOnceStart(OperationContext access, JobFolder folder) {
        this.access = access;
        this.folder = folder;
    }

    /**
     * Starts an operation.
     *
     * @return its record: it runs, or has ended already
     * @throws ConcurrentOperationException when the environment refused it because another operation runs; it did not start
     * @throws WebApiException when the environment refused it, or certainly was not reached; it did not start
     * @throws OutcomeUnknownException when it is not known whether it started
     */
    public JobFile make(JobFile planned, Start start) throws SolutionException, ConcurrentOperationException {
        Instant now = access.clock().instant();
        // An environment accepts the id of an import job once, so that each start that was certainly refused needs
        // another.
        UUID id = start.importJob() ? UUID.randomUUID() : planned.job();
        JobFile job = planned.starting(id, now, known(planned.sent().message(), now));
        Optional<JobFile> earlierStep =
                folder.find(job.place()).filter(written -> written.job().equals(id));
        folder.write(job);
        boolean named = true;
        for (int sent = 1; ; sent++) {
            try {
                return running(job, access.call(start.call().apply(named ? Optional.of(job.job()) : Optional.empty())));
            } catch (WebApiException e) {
                Optional<ConcurrencyRefusal> refusal = e.concurrency();
                // The running operation may be our own, of an earlier attempt whose answer was lost.
                boolean own = sent > 1
                        || start.importJob()
                                && refusal.filter(ConcurrencyRefusal::duplicateJob)
                                        .isPresent();
                if (refusal.isPresent() && !own) {
                    takeBack(job, earlierStep);
                    throw busy(refusal.get());
                }
                if (named && start.importJob() && refusesId(e)) {
                    named = false;
                    continue;
                }
                if (e.certainlyNotAccepted() && refusal.isEmpty()) {
                    takeBack(job, earlierStep);
                    throw e;
                }
                Optional<JobFile> found = find(job, start.importJob(), start.effect());
                if (found.isPresent()) {
                    return found.get();
                }
                if (refusal.isPresent()) {
                    takeBack(job, earlierStep);
                    throw busy(refusal.get());
                }
                if (sent >= MOST_STARTS) {
                    takeBack(job, earlierStep);
                    throw e;
                }
            }
        }
    }

    /** Whether the environment does not let its callers choose the import job: then the answer names it. */
    private static boolean refusesId(WebApiException e) {
        return e.certainlyNotAccepted()
                && e.concurrency().isEmpty()
                && e.error()
                        .filter(said -> said.message().contains("ImportJobId"))
                        .isPresent();
    }

    private static ConcurrentOperationException busy(ConcurrencyRefusal refusal) {
        return new ConcurrentOperationException(refusal.running().orElse("another operation"));
    }

    /** Removes the record, since the job certainly did not start; the record of the step before, if any, is restored. */
    private void takeBack(JobFile job, Optional<JobFile> earlierStep) throws SolutionException {
        if (earlierStep.isPresent()) {
            folder.write(earlierStep.get());
        } else {
            folder.forget(job);
        }
    }

    /**
     * Looks for an operation of which it is unknown whether it started.
     *
     * @return empty when it certainly did not start
     */
    public Optional<JobFile> find(JobFile job, boolean importJob, Start.Effect effect) throws SolutionException {
        Instant until = access.clock().instant().plus(SETTLING);
        for (int looks = 0; ; looks++) {
            // Before the look: neither would see an operation that ends between the two.
            boolean settled = !access.clock().instant().isBefore(until);
            boolean certain = settled && isQuiet();
            Optional<List<SystemJob>> jobs = since(job);
            Optional<JobFile> found = look(job, jobs.orElse(List.of()), importJob, effect);
            if (found.isEmpty() && settled) {
                refuseSeveral(job, jobs.orElse(List.of()));
            }
            // An operation is certainly not there only if the environment lists its jobs.
            if (found.isPresent() || certain && jobs.isPresent()) {
                return found;
            }
            access.pause(looks);
        }
    }

    /** Whether nothing runs, as far as the environment tells: something that runs may be the operation that is looked for. */
    private boolean isQuiet() throws WebApiException {
        return new SolutionHistory(access).running().orElse(List.of()).isEmpty();
    }

    /** The jobs of its kind that may be it; empty when the environment does not tell. */
    private Optional<List<SystemJob>> since(JobFile job) throws WebApiException {
        Optional<List<String>> known = job.sent().before();
        Instant from = job.state().at().minus(known.isPresent() ? LOOK_BACK : CLOCKS_DIFFER);
        List<String> before = known.orElse(List.of());
        return access.courtesy(() -> new SystemJobs(access)
                .of(job.sent().message(), from).stream()
                        .filter(other -> !before.contains(other.id().toString()))
                        .toList());
    }

    private Optional<JobFile> look(JobFile job, List<SystemJob> candidates, boolean importJob, Start.Effect effect)
            throws SolutionException {
        boolean row = importJob && access.glance(new ReadImportJob(job.job())).isPresent();
        // Of several, one may be somebody else's.
        Optional<UUID> system =
                candidates.size() == 1 ? Optional.of(candidates.get(0).id()) : Optional.empty();
        return row || system.isPresent() || effect.isThere()
                ? Optional.of(running(job, new Started(system, Optional.empty())))
                : Optional.empty();
    }

    private static void refuseSeveral(JobFile job, List<SystemJob> candidates) throws OutcomeUnknownException {
        if (candidates.size() > 1) {
            throw new OutcomeUnknownException(
                    "The answer to the start of " + job.sent().message() + " of "
                            + job.solution()
                            + " was lost, and the environment has started " + candidates.size()
                            + " such jobs since, so it is unknown which one is ours (import job " + job.job() + ").");
        }
    }

    private JobFile running(JobFile job, Started started) throws SolutionException {
        JobFile running = job.running(started, access.clock().instant());
        try {
            folder.write(running);
        } catch (SolutionException e) {
            // It runs, and the record from before the start suffices to find it again.
        }
        return running;
    }

    /** The jobs of its kind before the start, to tell it from them later; empty if the environment does not tell. */
    private Optional<List<String>> known(String message, Instant now) throws WebApiException {
        OperationContext brief = access.atMost(COURTESY);
        return brief.courtesy(() -> new SystemJobs(brief)
                .of(message, now.minus(LOOK_BACK)).stream()
                        .map(job -> job.id().toString())
                        .toList());
    }
}
