package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.ConcurrencyRefusal;
import io.github.solutionalm.dataverse.http.WebApiCall;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.SolutionPackage;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes customizations, all or some. Doing so twice changes nothing, so that a start whose answer was lost is simply sent again;
 * if the first one runs, the second is refused and waits for it.
 */
final class Publication {

    private static final int MOST_STARTS = 5;

    private final Access access;
    private final ImportListener listener;
    private final LockWait lock;

    Publication(Access access, ImportListener listener, Duration lockTimeout) {
        this.access = access;
        this.listener = listener;
        this.lock = new LockWait(access, listener, lockTimeout);
    }

    /**
     * Publishes all customizations.
     *
     * @return how it ended
     * @throws SolutionException when it could not be started or seen to its end
     */
    JobEnd carryOut(PlatformVersion version) throws SolutionException {
        return sent(version.hasAsyncImport() ? new PublishAllXmlAsync() : new PublishAllXml());
    }

    /** Publishes what a package brought, and not what others work on; all, when that can't be named. */
    JobEnd carryOut(PlatformVersion version, SolutionPackage imported) throws SolutionException {
        Optional<ParameterXml> what = ParameterXml.of(imported.components());
        return what.isPresent() ? sent(new PublishXml(what.get())) : carryOut(version);
    }

    private JobEnd sent(WebApiCall<Started> call) throws SolutionException {
        for (int sent = 1; ; sent++) {
            try {
                Started started = access.call(call);
                return started.operation().isPresent() ? end(started.operation().get()) : JobEnd.SUCCESS;
            } catch (Busy busy) {
                sent--;
                lock.pause(busy);
            } catch (WebApiException e) {
                if (e.concurrency().isPresent()) {
                    sent--;
                    lock.pause(new Busy(e.concurrency().get().running().orElse("another operation")));
                } else if (e.certainlyNotAccepted() || sent >= MOST_STARTS) {
                    throw e;
                } else {
                    access.pause(sent);
                }
            }
        }
    }

    private JobEnd end(UUID job) throws SolutionException, Busy {
        for (int looks = 0; ; looks++) {
            SystemJob row = access.call(new ReadSystemJob(job));
            if (row.ended()) {
                Optional<ConcurrencyRefusal> refusal = row.error().flatMap(ConcurrencyRefusal::of);
                if (refusal.isPresent()) {
                    throw new Busy(refusal.get().running().orElse("another operation"));
                }
                return new JobEnd(row.error());
            }
            listener.progress("Publishing", 0, 0);
            access.pause(looks);
        }
    }
}
