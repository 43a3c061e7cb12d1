package io.github.solutionalm.dataverse.server;

import java.util.function.UnaryOperator;

/**
 * What a script does with one request.
 *
 * @param name for people
 * @param wire what becomes of request and answer
 * @param job what becomes of the job that the request starts
 */
record Fault(String name, Wire wire, UnaryOperator<JobPlan> job) {

    /** The server's own doing. */
    interface Acting {
        HttpReply act();
    }

    /** What becomes of request and answer. */
    interface Wire {
        HttpReply answer(Acting server);
    }

    private static final UnaryOperator<JobPlan> AS_PLANNED = plan -> plan;

    static final Fault NONE = new Fault("", Acting::act, AS_PLANNED);

    static Fault onTheWire(String name, Wire wire) {
        return new Fault(name, wire, AS_PLANNED);
    }

    /** Whether it is about the job, and leaves the request as it is. */
    boolean isInTheJob() {
        return job != AS_PLANNED;
    }

    /** What this does with the request, and the other one with its job. */
    Fault and(Fault other) {
        String both = name.isEmpty() || other.name.isEmpty() ? name + other.name : name + ", " + other.name;
        return new Fault(both, wire, other.job);
    }

    static Fault inTheJob(String name, UnaryOperator<JobPlan> job) {
        return new Fault(name, Acting::act, job);
    }
}
