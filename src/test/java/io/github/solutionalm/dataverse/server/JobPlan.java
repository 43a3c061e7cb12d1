package io.github.solutionalm.dataverse.server;

import java.util.Optional;

/**
 * How a job goes on that a call starts. It is told in requests that the server answers after the start and not in time,
 * so that tests are quick and always the same.
 *
 * @param rowAfter how many requests later the row of the import job appears
 * @param lasts how many requests later the job has ended
 * @param failure why it fails at once, whatever the engine would say
 * @param failedComponents how many components fail although the job succeeds
 * @param endless whether it never ends
 */
record JobPlan(int rowAfter, int lasts, Optional<Failure> failure, int failedComponents, boolean endless) {

    /** As in reality, where row and end come some seconds later (docs/platform-facts.md, "System jobs"). */
    static final JobPlan USUAL = new JobPlan(1, 3, Optional.empty(), 0, false);

    JobPlan rowAfter(int requests) {
        return new JobPlan(requests, Math.max(lasts, requests), failure, failedComponents, endless);
    }

    JobPlan lasting(int requests) {
        return new JobPlan(rowAfter, requests, failure, failedComponents, endless);
    }

    /** As a call that waits for the end: it answers when that is there, unless the script lets the job last longer. */
    JobPlan waitedFor() {
        return lasts == USUAL.lasts ? new JobPlan(0, 0, failure, failedComponents, endless) : this;
    }

    JobPlan failing(Failure because) {
        return new JobPlan(rowAfter, lasts, Optional.of(because), failedComponents, endless);
    }

    JobPlan withFailedComponents(int count) {
        return new JobPlan(rowAfter, lasts, failure, count, endless);
    }

    JobPlan withoutEnd() {
        return new JobPlan(rowAfter, lasts, failure, failedComponents, true);
    }
}
