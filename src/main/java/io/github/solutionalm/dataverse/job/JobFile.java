package io.github.solutionalm.dataverse.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.solutionalm.Operation;
import io.github.solutionalm.dataverse.api.Started;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of an operation, written before it is started, so that no build starts it twice and a later build finds
 * it.
 *
 * @param url of the environment
 * @param action requested action, such as {@code UPGRADE}; a later build continues it only for the same request
 * @param operation what it is, such as {@code INSTALL}
 * @param outcome how it ends when all goes well
 * @param message the call that starts it, such as {@code ImportSolutionAsync}
 * @param solution unique name
 * @param version of the package
 * @param sha256 content of the package; empty when none is involved
 * @param previousVersion what was installed; empty when nothing was
 * @param job id of the import job, chosen here
 * @param upload id under which the environment keeps the package; may be empty
 * @param systemJob id of the job that carries it out; empty until it is known
 * @param phase how far it is
 * @param at when that was written, ISO-8601
 * @param attempt tells it from what other builds, and other attempts of this one, write down
 * @param before system jobs of that call that were there before; they are not ours. Null when the environment did not tell
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobFile(
        String url,
        String action,
        String operation,
        String outcome,
        String message,
        String solution,
        String version,
        String sha256,
        String previousVersion,
        String job,
        String upload,
        String systemJob,
        Phase phase,
        String at,
        String attempt,
        List<String> before) {

    public JobFile {
        attempt = attempt == null ? "" : attempt;
    }

    /** How far an operation is. */
    public enum Phase {
        /** The start is about to be sent, or was sent and not answered. */
        STARTING,
        /** The environment has taken it on. */
        RUNNING
    }

    @JsonIgnore
    public UUID jobId() {
        return UUID.fromString(job);
    }

    @JsonIgnore
    public Optional<UUID> systemJobId() {
        return systemJob.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(systemJob));
    }

    /** Whether the solution had not the version that it has when all goes well: then its presence says something. */
    public boolean broughtVersion() {
        return !version.equals(previousVersion);
    }

    /** The import job; the environment makes none of the completion of a staged upgrade. */
    @JsonIgnore
    Optional<String> importJob() {
        return operation.equals(Operation.APPLY_UPGRADE.name()) ? Optional.empty() : Optional.of(job);
    }

    /** What the environment knows it by, for people. */
    public String named() {
        String system = "system job " + systemJob;
        if (message.startsWith("DeleteAndPromote")) {
            return systemJob.isEmpty() ? "completion of the upgrade of " + solution : system;
        }
        return "import job " + job + (systemJob.isEmpty() ? "" : ", " + system);
    }

    /** The same, started by another call. */
    JobFile by(String other) {
        return new JobFile(
                url,
                action,
                operation,
                outcome,
                other,
                solution,
                version,
                sha256,
                previousVersion,
                job,
                upload,
                "",
                Phase.STARTING,
                at,
                attempt,
                before);
    }

    /** The system jobs of that call that were there before; nothing when the environment did not tell. */
    @JsonIgnore
    Optional<List<String>> known() {
        return Optional.ofNullable(before);
    }

    JobFile starting(String id, String now, Optional<List<String>> known) {
        return new JobFile(
                url,
                action,
                operation,
                outcome,
                message,
                solution,
                version,
                sha256,
                previousVersion,
                id,
                upload,
                "",
                Phase.STARTING,
                now,
                attempt,
                known.orElse(null));
    }

    JobFile running(Started started, String now) {
        return new JobFile(
                url,
                action,
                operation,
                outcome,
                message,
                solution,
                version,
                sha256,
                previousVersion,
                started.job().map(UUID::toString).orElse(job),
                upload,
                started.operation().map(UUID::toString).orElse(""),
                Phase.RUNNING,
                now,
                attempt,
                before);
    }
}
