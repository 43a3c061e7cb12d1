package io.github.solutionalm.dataverse.server;

/** In which form the environment says that another operation runs (docs/platform-facts.md, "Concurrent operations"). */
public enum Concurrency {
    /** The call is refused as a bad request. */
    FAULT(400),
    /** The call is refused with a status like that of throttling. */
    TOO_MANY_REQUESTS(429),
    /** The call is refused with a status like that of an outage. */
    UNAVAILABLE(503),
    /** The call is accepted, and its job fails before an import job is made. */
    FAILED_JOB(200),
    /** Nothing is said: the job waits in the queue until the other one has ended. What is waited for is refused. */
    QUEUED(200);

    static final String CODE = "0x80071151";

    private final int status;

    Concurrency(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** What the environment says. */
    static Failure failure(OperationKind requested, OperationKind running) {
        return new Failure(
                CODE,
                "CustomizationLockException: Cannot start the requested operation [" + requested.word()
                        + "] because there is another [" + running.word()
                        + "] running at this moment. Use Solution History for more details. -- The solution"
                        + " installation or removal failed due to the installation or removal of another solution at the"
                        + " same time. Please try again later.");
    }
}
