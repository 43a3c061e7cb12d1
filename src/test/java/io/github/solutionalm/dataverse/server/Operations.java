package io.github.solutionalm.dataverse.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** All operations of the environment: one at a time, the others are refused, or wait. */
final class Operations {

    private static final int ACCEPTED = 200;

    private final Clock clock;
    private final Executor engine;
    private final List<Operation> all = new ArrayList<>();
    /** What is to be done from which request on. */
    private final Map<Integer, CompletableFuture<Void>> due = new ConcurrentHashMap<>();

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<Concurrency> form = new AtomicReference<>(Concurrency.FAULT);

    Operations(Clock clock, Executor engine) {
        this.clock = clock;
        this.engine = engine;
    }

    /** One more request was made: what the jobs count their time in. */
    void tick() {
        int now = requests.incrementAndGet();
        due.forEach((request, end) -> {
            if (request <= now) {
                end.complete(null);
                due.remove(request);
            }
        });
    }

    int now() {
        return requests.get();
    }

    void refuse(Concurrency as) {
        form.set(as);
    }

    synchronized List<Operation> all() {
        return List.copyOf(all);
    }

    synchronized Optional<Operation> ofJob(UUID job) {
        return all.stream()
                .filter(operation -> operation.job().filter(job::equals).isPresent())
                .findFirst();
    }

    /**
     * Starts an operation.
     *
     * @param work what it does; not done where the plan has another end for it
     */
    synchronized Operation start(
            OperationKind kind, boolean async, String solution, Optional<UUID> job, JobPlan plan, Callable<Ended> work)
            throws ODataFault {
        if (job.isPresent() && ofJob(job.get()).isPresent()) {
            throw ODataFault.badRequest("0x80071152", "Parameter ImportJobId must be unique.");
        }
        List<Operation> running = running();
        JobPlan kept = plan;
        int begins = now();
        if (!running.isEmpty()) {
            Failure failure = Concurrency.failure(kind, running.get(0).kind());
            if (form.get().status() != ACCEPTED || !async) {
                throw failure.fault(Math.max(400, form.get().status()));
            }
            if (form.get() == Concurrency.QUEUED) {
                boolean endless =
                        running.stream().anyMatch(other -> other.plan().endless());
                kept = endless ? plan.withoutEnd() : plan;
                begins = running.stream().mapToInt(Operation::endsAt).max().orElseThrow();
            } else {
                kept = plan.failing(failure).lasting(1);
            }
        }
        Operation operation =
                new Operation(kind, async, solution, job, kept, begins, clock.instant(), future(kept, begins, work));
        all.add(operation);
        return operation;
    }

    /** Lets somebody else's operation run for as many requests. */
    synchronized void another(OperationKind kind, int lasts) {
        CompletableFuture<Ended> done = CompletableFuture.completedFuture(Ended.done(Operation.SOMEBODY_ELSES));
        all.add(new Operation(
                kind,
                true,
                "SomebodyElses",
                Optional.of(UUID.randomUUID()),
                JobPlan.USUAL.lasting(lasts),
                now(),
                clock.instant(),
                done));
    }

    private List<Operation> running() {
        int now = now();
        return all.stream().filter(operation -> operation.ended(now).isEmpty()).toList();
    }

    private CompletableFuture<Ended> future(JobPlan plan, int begins, Callable<Ended> work) {
        if (plan.endless()) {
            return new CompletableFuture<>();
        }
        if (plan.failure().isPresent()) {
            return CompletableFuture.completedFuture(Ended.failed(plan.failure().get()));
        }
        // What an operation does is to be seen at its end, and not while it runs.
        CompletableFuture<Void> end = due.computeIfAbsent(begins + plan.lasts(), request -> new CompletableFuture<>());
        if (begins + plan.lasts() <= now()) {
            end.complete(null);
        }
        return end.thenApplyAsync(
                nothing -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                engine);
    }
}
