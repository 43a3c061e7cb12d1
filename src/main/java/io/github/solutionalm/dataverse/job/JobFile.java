package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.api.Started;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of an operation, written before it is started, so that no build starts it twice and a later build finds
 * it.
 *
 * @param asked what the build was asked for
 * @param chosen what the operation is
 * @param sent the call that starts it
 * @param state its progress
 */
public record JobFile(Asked asked, Chosen chosen, Sent sent, State state) {

    /** An operation that is to be started. */
    public static JobFile planned(Asked asked, Chosen chosen, Sent sent, Instant now) {
        return new JobFile(asked, chosen, sent, State.starting(now));
    }

    /**
     * What a build was asked for. A later build goes on with the operation only if it is asked for the same.
     *
     * @param action requested action, such as {@code UPGRADE}
     * @param place environment and solution
     * @param sha256 content of the package; empty when none is involved
     */
    public record Asked(String action, JobPlace place, String sha256) {

        /** Whether both ask for the same. */
        public boolean isSame(Asked other) {
            return action.equals(other.action) && place.isSame(other.place) && sha256.equals(other.sha256);
        }
    }

    /**
     * What the operation is.
     *
     * @param operation what it is
     * @param outcome how it ends when all goes well
     * @param version the solution's version when all goes well
     * @param previous the version that was installed before, if any and if known
     */
    public record Chosen(
            Operation operation, Outcome outcome, SolutionVersion version, Optional<SolutionVersion> previous) {}

    /**
     * The call that starts it.
     *
     * @param message its name, such as {@code ImportSolutionAsync}
     * @param job id of the import job, chosen here
     * @param upload id under which the environment keeps the package; may be empty
     * @param before system jobs of that call that were there before, which are not ours; empty when the environment did
     *     not tell
     * @param attempt an id that tells it from the records of other builds, and of other attempts of this one
     */
    public record Sent(String message, UUID job, String upload, Optional<List<String>> before, String attempt) {

        /** A call that is not made yet. */
        public static Sent planned(String message, String upload, String attempt) {
            return new Sent(message, UUID.randomUUID(), upload, Optional.of(List.of()), attempt);
        }
    }

    /**
     * The progress of an operation.
     *
     * @param phase the phase that it reached
     * @param systemJob the job that carries it out, once that is known
     * @param at when this was recorded
     */
    public record State(Phase phase, Optional<UUID> systemJob, Instant at) {

        static State starting(Instant now) {
            return new State(Phase.STARTING, Optional.empty(), now);
        }
    }

    /** The phases of a recorded operation. */
    public enum Phase {
        /** The start is about to be sent, or was sent and not answered. */
        STARTING,
        /** The environment accepted the start. */
        RUNNING
    }

    public JobPlace place() {
        return asked.place;
    }

    public String solution() {
        return asked.place.solution();
    }

    public UUID job() {
        return sent.job;
    }

    public Optional<UUID> systemJob() {
        return state.systemJob;
    }

    /** Whether both are recorded by the same attempt of the same build. */
    boolean isOf(JobFile other) {
        return sent.attempt.equals(other.sent.attempt);
    }

    /** Whether the environment accepted the start. */
    public boolean isRunning() {
        return state.phase == Phase.RUNNING;
    }

    /** Whether the solution had another version before: then the version that is installed shows that the operation succeeded. */
    public boolean broughtVersion() {
        return !chosen.previous.equals(Optional.of(chosen.version));
    }

    /** The import job; the environment makes none when a staged upgrade is applied. */
    public Optional<String> importJob() {
        return chosen.operation == Operation.APPLY_UPGRADE ? Optional.empty() : Optional.of(sent.job.toString());
    }

    /** The name of the operation in the environment, for people. */
    public String named() {
        Optional<String> system = state.systemJob.map(id -> "system job " + id);
        if (sent.message.startsWith("DeleteAndPromote")) {
            return system.orElse("application of the upgrade of " + solution());
        }
        return "import job " + sent.job + system.map(job -> ", " + job).orElse("");
    }

    /** This record with the start about to be sent, with this id and these jobs before it. */
    JobFile starting(UUID id, Instant now, Optional<List<String>> before) {
        return new JobFile(
                asked, chosen, new Sent(sent.message, id, sent.upload, before, sent.attempt), State.starting(now));
    }

    /** This record once the environment accepted the start; it may have given the import job another id. */
    JobFile running(Started started, Instant now) {
        UUID id = started.job().orElse(sent.job);
        return new JobFile(
                asked,
                chosen,
                new Sent(sent.message, id, sent.upload, sent.before, sent.attempt),
                new State(Phase.RUNNING, started.operation(), now));
    }
}
