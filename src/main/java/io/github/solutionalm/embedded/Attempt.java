package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.time.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One attempt at an operation: who asked, when it began, how much time it has, and the last {@link Phase} that it reached. */
final class Attempt {

    private final UUID jobId = UUID.randomUUID();
    private final OperationRequest request;
    private final ImportListener listener;
    private final Clock clock;
    private final boolean rehearsed;
    private final Instant startedOn;
    private Deadline deadline;
    private Phase phase;

    private Attempt(
            OperationRequest request, EnvironmentId id, ImportListener listener, Clock clock, boolean rehearsed) {
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        this.rehearsed = rehearsed;
        this.startedOn = clock.instant();
        this.deadline = Deadline.in(request.options().timeout(), clock);
        this.phase = new Phase.Opened(request.subject(id));
    }

    static Attempt of(OperationRequest request, EnvironmentId id, ImportListener listener, Clock clock) {
        return new Attempt(request, id, listener, clock, false);
    }

    /** An attempt that shows what would happen: findings of the build's gates are reported and do not end it. */
    static Attempt rehearsal(OperationRequest request, EnvironmentId id, ImportListener listener, Clock clock) {
        return new Attempt(request, id, listener, clock, true);
    }

    OperationRequest request() {
        return request;
    }

    /** Whether it shows what would happen. */
    boolean isRehearsal() {
        return rehearsed;
    }

    ImportListener listener() {
        return listener;
    }

    /**
     * Holds the build's gates against changes.
     *
     * @return what they find, if this is a rehearsal: then the plan reports it
     * @throws RefusalException for what they find, if it is not
     */
    List<Finding> gate(List<ComponentChange> changes) throws RefusalException {
        List<Finding> found = request.options().gates().findings(changes);
        if (!rehearsed && !found.isEmpty()) {
            throw new RefusalException(found, List.of());
        }
        return found;
    }

    /** The gates are asked before it is known whether the plan is blocked, where an import does not get that far. */
    List<Finding> gateFindings(List<ComponentChange> changes) {
        return rehearsed ? request.options().gates().findings(changes) : List.of();
    }

    Instant startedOn() {
        return startedOn;
    }

    Instant now() {
        return clock.instant();
    }

    /** The time that the operation has counts from here: what it waited for another one does not. */
    void begin() {
        deadline = Deadline.in(request.options().timeout(), clock);
    }

    /** Ends the operation when its time is up. */
    void checkTime() {
        if (deadline.isPast(clock)) {
            throw new TimedOutException(request.options().timeout());
        }
    }

    Phase phase() {
        return phase;
    }

    /** Goes on to the next phase. */
    void reach(Phase next) {
        phase = next;
    }

    String jobId() {
        return jobId.toString();
    }

    /** The job, as long as it is not known how it ends. */
    ImportJob job() {
        return ImportJob.running(
                jobId,
                new ImportJob.Request(
                        request.goal(),
                        phase.subject().file().map(PackageFile::file).orElse(""),
                        phase.subject().file().map(PackageFile::sha256).orElse(""),
                        request.options().toString()),
                startedOn);
    }
}
