package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Prediction;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.capture.EnvironmentCapture.Planned;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.JobPlace;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One attempt at an operation: its request, the access to the environment, the warnings so far and the last {@link Phase}
 * that it reached. While other operations run, it is tried again within the attempt.
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
    private Optional<Planned> plan = Optional.empty();
    private Phase phase;

    /**
     * Begins an attempt now.
     *
     * @param access access to the environment, with the time limit of the operation
     * @param folder where the operation is recorded before it is started
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

    /** The place of the record of an operation on a solution of this environment. */
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

    /** Goes on to the phase in which the operation may be running, as it is recorded. */
    void started(JobFile written) {
        phase = new Phase.Started(phase.notStarted(), written);
    }

    /** Goes back to the last phase before the start, since the operation certainly does not run. */
    void notStarted() {
        phase = phase.notStarted();
    }

    /** Goes to the phase that fits the record after an attempt to start: started if there is one, otherwise not started. */
    void recorded(JobFile planned) {
        folder.recorded(planned).ifPresentOrElse(this::started, this::notStarted);
    }

    /** Tells the listener what is about to happen: once, however often the operation is tried. */
    void announce(Consumer<ImportListener> what) {
        if (!announced) {
            announced = true;
            what.accept(listener);
        }
    }

    /** Notes the plan that the operation is started on, of which the listener has heard what is about to happen. */
    void planned(Planned made) {
        plan = Optional.of(made);
        announced = true;
    }

    /**
     * Looks whether the environment still is as it was planned on, just before the start.
     *
     * @throws RefusalException when it is not
     */
    void checkBasis() throws RefusalException, WebApiException {
        List<String> changes = plan.isPresent() ? plan.get().basis().changes(access) : List.of();
        if (!changes.isEmpty()) {
            throw new RefusalException(PlatformCode.IMPORT_ERROR.finding(
                    "The environment changed after the operation was planned: " + String.join("; ", changes)
                            + ". Nothing was started. Run the goal again; it plans anew."));
        }
    }

    /** What the plan had foretold of what happened; empty when there was none. */
    Optional<Prediction> prediction(List<ComponentResult> components) {
        return plan.map(made -> Prediction.of(made.plans().get(0).changes(), components));
    }

    void warn(Finding warning) {
        warnings.add(warning);
    }

    void warn(List<Finding> more) {
        warnings.addAll(more);
    }

    /** The warnings for the user, each once. */
    List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    /** Adds an error for a rule that was active before and is a draft now: the operation fails, whatever else succeeds. */
    void stillInDraft(Finding rule) {
        inDraft.add(rule);
    }

    List<Finding> inDraft() {
        return List.copyOf(inDraft);
    }
}
