package io.github.solutionalm.dataverse;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.JobPlace;
import io.github.solutionalm.model.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One attempt at an operation: who asked, how the environment is reached and for how long, what it was warned of on the way, and
 * the last {@link Phase} that it reached. It is tried again, within the attempt, while other operations run.
 */
final class Attempt {

    private final OperationRequest request;
    private final ImportListener listener;
    private final OperationContext access;
    private final JobFolder folder;
    private final Instant startedOn;
    private final Set<Finding> warnings = new LinkedHashSet<>();
    private final List<Finding> inDraft = new ArrayList<>();
    private boolean announced;
    private Phase phase;

    /**
     * Begins now.
     *
     * @param access the environment, with the time that the operation has
     * @param folder where it is written down before it is started
     */
    Attempt(
            OperationRequest request,
            EnvironmentId environment,
            ImportListener listener,
            OperationContext access,
            JobFolder folder) {
        this.request = request;
        this.listener = listener;
        this.access = access;
        this.folder = folder;
        this.startedOn = access.clock().instant();
        this.phase = new Phase.Opened(request.subject(environment));
    }

    OperationRequest request() {
        return request;
    }

    ImportListener listener() {
        return listener;
    }

    OperationContext access() {
        return access;
    }

    JobFolder folder() {
        return folder;
    }

    /** Where an operation on a solution of this environment is written down. */
    JobPlace place(String solution) {
        return new JobPlace(access.api().url(), solution);
    }

    Instant startedOn() {
        return startedOn;
    }

    Instant now() {
        return access.clock().instant();
    }

    Phase phase() {
        return phase;
    }

    /** Goes on to the next phase. */
    void reach(Phase next) {
        phase = next;
    }

    /** It may be running from now on, as this is written down. */
    void started(JobFile written) {
        phase = new Phase.Started(phase.notStarted(), written);
    }

    /** It certainly does not run: what was known before the start is known still. */
    void notStarted() {
        phase = phase.notStarted();
    }

    /** It was tried to start it as planned: whether it may be running is what is written down now. */
    void recorded(JobFile planned) {
        folder.recorded(planned).ifPresentOrElse(this::started, this::notStarted);
    }

    /** Says what is about to happen: once, however often it is tried. */
    void announce(Consumer<ImportListener> what) {
        if (!announced) {
            announced = true;
            what.accept(listener);
        }
    }

    void warn(Finding warning) {
        warnings.add(warning);
    }

    void warn(List<Finding> more) {
        warnings.addAll(more);
    }

    /** What the user should know, each once. */
    List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    /** A rule is a draft that was active before: whatever else succeeds, the operation has not. */
    void stillInDraft(Finding rule) {
        inDraft.add(rule);
    }

    List<Finding> inDraft() {
        return List.copyOf(inDraft);
    }
}
