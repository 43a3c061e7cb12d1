package io.github.solutionalm.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An operation and how it ended. Failed ones are kept too. Texts are empty while something is not known.
 *
 * @param id its GUID
 * @param request what was asked for
 * @param subject what it is about
 * @param started when it began
 * @param end how it ended
 */
public record ImportJob(UUID id, Request request, Subject subject, Instant started, End end) {

    /**
     * What was asked for.
     *
     * @param goal goal that asked
     * @param packageFile where the package was
     * @param sha256 content of the package
     * @param options the options as text
     */
    public record Request(String goal, String packageFile, String sha256, String options) {}

    /**
     * What a job is about.
     *
     * @param operation what was carried out, such as {@code UPGRADE}
     * @param solution unique name
     * @param version version of the package
     */
    public record Subject(String operation, String solution, String version) {

        static final Subject UNKNOWN = new Subject("", "", "");
    }

    /**
     * How a job ended.
     *
     * @param state whether it runs, or how it ended
     * @param outcome such as {@code UPGRADED}
     * @param progress percent done
     * @param errors its errors as text
     * @param at when it ended; for an interrupted one, when that was noticed
     */
    public record End(State state, String outcome, double progress, String errors, Optional<Instant> at) {

        static final End NONE = new End(State.RUNNING, "", 0, "", Optional.empty());
    }

    /** Whether a job runs, or how it ended. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED,
        /** Its process died; the transaction never was. */
        INTERRUPTED
    }

    /** A job that begins now; what the package holds is not known yet. */
    public static ImportJob running(UUID id, Request request, Instant started) {
        return new ImportJob(id, request, Subject.UNKNOWN, started, End.NONE);
    }

    /** This job, ended. */
    public ImportJob ended(Subject about, End how) {
        return new ImportJob(id, request, about, started, how);
    }

    public State state() {
        return end.state();
    }
}
