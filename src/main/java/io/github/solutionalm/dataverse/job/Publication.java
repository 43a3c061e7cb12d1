package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConcurrentOperationException;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.ParameterXml;
import io.github.solutionalm.dataverse.api.PublishAllXmlAsync;
import io.github.solutionalm.dataverse.api.PublishXml;
import io.github.solutionalm.dataverse.api.Started;
import io.github.solutionalm.dataverse.http.WebApiCall;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.SolutionPackage;
import java.time.Duration;
import java.util.Optional;

/**
 * Publishes all or some customizations. Publishing twice is harmless, so a start whose answer was lost is sent
 * again; if the first one is running, the second is refused and waits for it.
 */
public final class Publication {

    private static final int MOST_STARTS = 5;

    private final OperationContext access;
    private final JobPoller watch;
    private final LockWait lock;

    public Publication(OperationContext access, ImportListener listener, Duration lockTimeout) {
        this.access = access;
        this.watch = new JobPoller(access, listener);
        this.lock = new LockWait(access, listener, lockTimeout);
    }

    /**
     * Publishes all customizations.
     *
     * @return how it ended
     * @throws SolutionException when it could not be started or seen to its end
     */
    public JobEnd carryOut() throws SolutionException {
        return sent(new PublishAllXmlAsync());
    }

    /** Publishes the components of a package, and not what others work on; everything, if they can't be named. */
    public JobEnd carryOut(SolutionPackage imported) throws SolutionException {
        Optional<ParameterXml> what = ParameterXml.of(imported.components());
        return what.isPresent() ? sent(new PublishXml(what.get())) : carryOut();
    }

    private JobEnd sent(WebApiCall<Started> call) throws SolutionException {
        for (int sent = 1; ; sent++) {
            try {
                Started started = access.call(call);
                return started.operation().isPresent()
                        ? watch.end(started.operation().get(), "Publishing")
                        : JobEnd.SUCCESS;
            } catch (ConcurrentOperationException busy) {
                sent--;
                lock.pause(busy);
            } catch (WebApiException e) {
                if (e.concurrency().isPresent()) {
                    sent--;
                    lock.pause(new ConcurrentOperationException(
                            e.concurrency().get().running().orElse("another operation")));
                } else if (e.certainlyNotAccepted() || sent >= MOST_STARTS) {
                    throw e;
                } else {
                    access.pause(sent);
                }
            }
        }
    }
}
