package io.github.solutionalm.dataverse.server;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** Something that runs in the environment, or ran: for the client an asyncoperation, a row of the history, or both. */
final class Operation {

    /** The effect of operations that others started. */
    static final String SOMEBODY_ELSES = "SOMEBODY_ELSES";

    private final UUID id = UUID.randomUUID();
    private final OperationKind kind;
    private final boolean async;
    private final String solution;
    private final Optional<UUID> job;
    private final JobPlan plan;
    private final int startedAt;
    private final Instant createdOn;
    private final CompletableFuture<Ended> work;
    private final AtomicReference<Instant> completedOn = new AtomicReference<>();

    Operation(
            OperationKind kind,
            boolean async,
            String solution,
            Optional<UUID> job,
            JobPlan plan,
            int startedAt,
            Instant createdOn,
            CompletableFuture<Ended> work) {
        this.kind = kind;
        this.async = async;
        this.solution = solution;
        this.job = job;
        this.plan = plan;
        this.startedAt = startedAt;
        this.createdOn = createdOn;
        this.work = work;
    }

    UUID id() {
        return id;
    }

    OperationKind kind() {
        return kind;
    }

    /** Whether it is a row of asyncoperations. */
    boolean async() {
        return async;
    }

    /** Unique name, as far as it is known. */
    String solution() {
        return solution;
    }

    /** Whether no client of ours started it. */
    boolean isSomebodyElses() {
        return finished().filter(ended -> ended.effect().equals(SOMEBODY_ELSES)).isPresent();
    }

    Optional<UUID> job() {
        return job;
    }

    JobPlan plan() {
        return plan;
    }

    Instant createdOn() {
        return createdOn;
    }

    /** When the client could first see that it had ended. */
    Instant completedOn(Instant now) {
        completedOn.compareAndSet(null, now);
        return completedOn.get();
    }

    /** How the work ended, whether the client may know it yet or not. */
    Optional<Ended> finished() {
        return work.isDone() ? Optional.of(work.join()) : Optional.empty();
    }

    /** How it ended, once as many requests have passed as the plan says. */
    Optional<Ended> ended(int now) {
        if (plan.endless() || now < startedAt + plan.lasts()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    Ended.failed(new Failure("0x80040216", "An unexpected error occurred. " + e.getCause())));
        }
    }

    /** Whether the row of its import job is there. */
    boolean hasJobRow(int now) {
        boolean refusedFile = finished()
                .filter(ended -> ended.failure().isPresent() && ended.files().isEmpty())
                .isPresent();
        return job.isPresent() && !refusedFile && now >= startedAt + plan.rowAfter();
    }

    /** The request from which on it has ended. */
    int endsAt() {
        return startedAt + plan.lasts();
    }

    /** Whether it waits in the queue: nothing of it is to be seen but that (docs/platform-facts.md, "System jobs"). */
    boolean isQueued(int now) {
        return now < startedAt + Math.min(1, plan.lasts());
    }

    /** How far it says that it is, in percent, while it runs. */
    double progress(int now) {
        return Math.min(99, Math.max(0, 100.0 * (now - startedAt) / Math.max(1, plan.lasts())));
    }
}
