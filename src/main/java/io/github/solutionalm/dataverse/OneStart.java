package io.github.solutionalm.dataverse;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.ConcurrencyRefusal;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts an operation once. It is written down before the start is sent; a start whose answer was lost is not sent again
 * before it is certain that the environment did not take it on. When it is sent again after that, then for the same import
 * job, whose id the environment accepts once.
 */
final class OneStart {

    /** Clocks differ, and a job may have waited in a queue. */
    private static final Duration LOOK_BACK = Duration.ofHours(24);
    /** For as long it is looked for: rows appear some seconds after the start (facts/dataverse.md 4.5). */
    private static final Duration SETTLING = Duration.ofSeconds(90);

    private static final int MOST_STARTS = 4;

    private final Access access;
    private final JobFolder folder;

    OneStart(Access access, JobFolder folder) {
        this.access = access;
        this.folder = folder;
    }

    /**
     * Starts it.
     *
     * @return what is written down: it runs, or has ended already
     * @throws Busy when the environment refused it for another operation; it did not start
     * @throws WebApiException when the environment refused it, or certainly was not reached; it did not start
     * @throws Inconclusive when it is not known whether it started
     */
    JobFile make(JobFile planned, Start start) throws SolutionException, Busy {
        Instant now = access.clock().instant();
        // An environment accepts the id of an import job once, so that each start that was certainly refused needs
        // another.
        String id = start.importJob() ? UUID.randomUUID().toString() : planned.job();
        JobFile job = planned.starting(id, now.toString(), known(planned.message(), now));
        Optional<JobFile> earlierStep = folder.find(job.url(), job.solution())
                .filter(written -> written.job().equals(id));
        folder.write(job);
        for (int sent = 1; ; sent++) {
            try {
                return running(job, access.call(start.call().apply(job.jobId())));
            } catch (WebApiException e) {
                Optional<ConcurrencyRefusal> refusal = e.concurrency();
                // What hinders may be our own, of an earlier attempt whose answer was lost.
                boolean own = sent > 1
                        || start.importJob()
                                && refusal.filter(ConcurrencyRefusal::duplicateJob)
                                        .isPresent();
                if (refusal.isPresent() && !own) {
                    takeBack(job, earlierStep);
                    throw busy(refusal.get());
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

    private static Busy busy(ConcurrencyRefusal refusal) {
        return new Busy(refusal.running().orElse("another operation"));
    }

    /** It certainly did not start: of an operation in several steps, the one before is the last again. */
    private void takeBack(JobFile job, Optional<JobFile> earlierStep) throws SolutionException {
        if (earlierStep.isPresent()) {
            folder.write(earlierStep.get());
        } else {
            folder.forget(job);
        }
    }

    /**
     * Looks for an operation of which it is not known whether it started.
     *
     * @return nothing when it is certain that it did not
     */
    Optional<JobFile> find(JobFile job, boolean importJob, Start.Effect effect) throws SolutionException {
        Instant until = access.clock().instant().plus(SETTLING);
        for (int looks = 0; ; looks++) {
            // Before the look: what ends between the two would otherwise be seen by neither.
            boolean certain = !access.clock().instant().isBefore(until) && isQuiet();
            Optional<JobFile> found = look(job, importJob, effect);
            if (found.isPresent() || certain) {
                return found;
            }
            access.pause(looks);
        }
    }

    /** While something runs of which nobody knows whose it is, nothing is certain. */
    private boolean isQuiet() throws WebApiException {
        return SolutionHistory.running(access.api(), access.deadline()).isEmpty();
    }

    private Optional<JobFile> look(JobFile job, boolean importJob, Start.Effect effect) throws SolutionException {
        boolean row = importJob && importJob(job.jobId()).isPresent();
        List<SystemJob> candidates = new SystemJobs(access.api(), access.deadline())
                .of(job.message(), Instant.parse(job.at()).minus(LOOK_BACK)).stream()
                        .filter(other -> !job.before().contains(other.id().toString()))
                        .toList();
        if (candidates.size() > 1) {
            throw new Inconclusive("The answer to the start of " + job.message() + " of " + job.solution()
                    + " was lost, and the environment has begun " + candidates.size()
                    + " such jobs since, so that it is not known which one is ours (import job " + job.job() + ").");
        }
        if (row || !candidates.isEmpty() || effect.isThere()) {
            Optional<UUID> system = candidates.stream().map(SystemJob::id).findFirst();
            return Optional.of(running(job, new Started(system, Optional.empty())));
        }
        return Optional.empty();
    }

    private Optional<ImportJobRow> importJob(UUID job) throws WebApiException {
        try {
            return Optional.of(access.call(new ReadImportJob(job)));
        } catch (WebApiException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private JobFile running(JobFile job, Started started) throws SolutionException {
        JobFile running = job.running(started, access.clock().instant().toString());
        try {
            folder.write(running);
        } catch (SolutionException e) {
            // It runs, and what was written down before the start suffices to find it again.
        }
        return running;
    }

    private List<String> known(String message, Instant now) throws WebApiException {
        return new SystemJobs(access.api(), access.deadline())
                .of(message, now.minus(LOOK_BACK)).stream()
                        .map(job -> job.id().toString())
                        .toList();
    }
}
