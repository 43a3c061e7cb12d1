package io.github.solutionalm.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An operation and how it ended. Failed ones are kept too. Texts are empty while something is not known.
 *
 * @param id its GUID
 * @param goal goal that ran it
 * @param operation what was carried out, such as {@code UPGRADE}
 * @param solution unique name
 * @param version version of the package
 * @param packageFile where the package was
 * @param sha256 content of the package
 * @param options the options as text
 * @param started when it began
 * @param completed when it ended; for an interrupted one, when that was noticed
 * @param progress percent done
 * @param outcome such as {@code UPGRADED}
 * @param errors its errors as text
 * @param state whether it runs, or how it ended
 */
public record ImportJob(
        UUID id,
        String goal,
        String operation,
        String solution,
        String version,
        String packageFile,
        String sha256,
        String options,
        Instant started,
        Optional<Instant> completed,
        double progress,
        String outcome,
        String errors,
        State state) {

    /** Whether a job runs, or how it ended. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED,
        /** Its process died; the transaction never was. */
        INTERRUPTED
    }

    /** A job that begins now; what the package holds is not known yet. */
    public static ImportJob running(
            UUID id, String goal, String packageFile, String sha256, String options, Instant started) {
        return new ImportJob(
                id,
                goal,
                "",
                "",
                "",
                packageFile,
                sha256,
                options,
                started,
                Optional.empty(),
                0,
                "",
                "",
                State.RUNNING);
    }

    /** The same job, now that it is known what it is about. */
    public ImportJob about(String operation, String solution, String version) {
        return new ImportJob(
                id,
                goal,
                operation,
                solution,
                version,
                packageFile,
                sha256,
                options,
                started,
                completed,
                progress,
                outcome,
                errors,
                state);
    }

    /** The same job, ended. */
    public ImportJob ended(State how, String outcome, double progress, String errors, Instant at) {
        return new ImportJob(
                id,
                goal,
                operation,
                solution,
                version,
                packageFile,
                sha256,
                options,
                started,
                Optional.of(at),
                progress,
                outcome,
                errors,
                how);
    }
}
