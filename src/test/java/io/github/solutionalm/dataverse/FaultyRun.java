package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.server.Faults;
import io.github.solutionalm.dataverse.server.StartedOperation;
import io.github.solutionalm.model.PlatformCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * An exercise under the faults of a seed, which may kill the build as well; and where it did not succeed, once more without
 * faults, as a later build would. What it did wrong is said in words.
 */
final class FaultyRun {

    /** What tells how an import ended. */
    private static final Set<String> SOURCES =
            Set.of("RetrieveSolutionImportResult", "RetrieveFormattedImportJobResults", "importjobs");

    private static final String CONCURRENCY = PlatformCode.CONCURRENCY.code();
    /** A publication has no time-out of its own. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final Exercise exercise;
    private final Contoso contoso;
    private final Path packages;
    private final int seed;
    private final List<String> wrong = new ArrayList<>();
    private String faults = "";
    private int goal;

    FaultyRun(Exercise exercise, Contoso contoso, Path packages, int seed) {
        this.exercise = exercise;
        this.contoso = contoso;
        this.packages = packages;
        this.seed = seed;
    }

    /**
     * How an attempt ended.
     *
     * @param outcome in a word
     * @param result of its last goal; empty where there is none
     * @param succeeded whether it says that all goals did
     * @param since how many operations had been started before its last goal
     * @param asked how many requests had been made before its last goal
     */
    record Attempt(String outcome, Optional<ImportResult> result, boolean succeeded, int since, int asked) {

        private static final String KILLED = "KILLED";

        /** It says that it does not know the end. */
        boolean isOpen() {
            return result.map(ImportResult::outcome)
                    .filter(end -> end == Outcome.TIMED_OUT || end == Outcome.INCONCLUSIVE)
                    .isPresent();
        }

        boolean isKilled() {
            return outcome.equals(KILLED);
        }

        boolean isFailed() {
            return result.filter(end -> end.outcome() == Outcome.FAILED).isPresent();
        }
    }

    List<String> wrong() {
        return wrong;
    }

    /** Under faults. */
    Attempt first() throws IOException {
        Faults script = Faults.random(seed, exercise.starts());
        script.play(contoso.script());
        faults = script.toString();
        Random random = new Random(~seed);
        AtomicInteger left = new AtomicInteger(
                random.nextInt(5) == 0 ? 1 + random.nextInt(random.nextBoolean() ? 40 : 400) : Integer.MAX_VALUE);
        contoso.killWhen(() -> left.decrementAndGet() == 0);
        Attempt attempt = attempt(contoso.environment());
        contoso.killWhen(() -> false);
        check(attempt, "first");
        if (!attempt.succeeded() && !attempt.isKilled()) {
            checkThatItIsNotLost(attempt);
        }
        return attempt;
    }

    /** The same again, from the goal on that did not succeed, and without faults. */
    Attempt again() throws SolutionException {
        contoso.script().clear();
        Attempt attempt = attempt(contoso.open());
        check(attempt, "again");
        boolean endless = started().anyMatch(StartedOperation::running);
        boolean failed = attempt.isFailed()
                && started()
                        .anyMatch(each -> each.failedComponents() > 0
                                || each.failure()
                                        .filter(code -> !code.equals(CONCURRENCY))
                                        .isPresent());
        if (!attempt.succeeded() && !endless && !failed) {
            wrong("not taken up again", attempt);
        }
        return attempt;
    }

    private Attempt attempt(DataverseEnvironment environment) {
        Optional<ImportResult> result = Optional.empty();
        for (; goal < exercise.goals().size(); goal++) {
            Instant began = contoso.now();
            int since = contoso.server.started().size();
            int asked = contoso.server.requests().size();
            Attempt ended;
            try {
                result = exercise.goals().get(goal).carryOut(environment, packages);
                String outcome = result.map(end -> end.outcome().name()).orElse("PUBLISHED");
                boolean success = result.map(end -> end.outcome().isSuccess()).orElse(true);
                ended = new Attempt(outcome, result, success, since, asked);
            } catch (SolutionException e) {
                ended = new Attempt("ERROR", Optional.empty(), false, since, asked);
            } catch (Contoso.Killed e) {
                ended = new Attempt(Attempt.KILLED, Optional.empty(), false, since, asked);
            }
            Duration limit = ended.result().isPresent() ? Goal.TIMEOUT : LATEST;
            if (Duration.between(began, contoso.now()).compareTo(limit) > 0) {
                wrong("late", ended);
            }
            if (!ended.succeeded() || goal == exercise.goals().size() - 1) {
                return ended;
            }
            if (started().anyMatch(StartedOperation::running)) {
                wrong("falsely succeeded", ended);
            }
        }
        throw new IllegalStateException("Nothing was left to do in " + exercise);
    }

    private void check(Attempt attempt, String which) {
        List<String> once =
                effects().filter(effect -> !effect.equals("PUBLISHED")).toList();
        List<String> calls = started()
                .filter(each -> each.carriedOut() && !each.call().startsWith("Publish"))
                .map(StartedOperation::call)
                .toList();
        boolean together = started().filter(StartedOperation::running).count() > 1;
        if (once.stream().distinct().count() < once.size()
                || calls.stream().distinct().count() < calls.size()
                || together) {
            wrong("twice (" + which + ")", attempt);
        }
        boolean whole = effects()
                        .distinct()
                        .sorted()
                        .toList()
                        .equals(exercise.effects().stream().sorted().toList())
                && started().noneMatch(each -> each.running() || each.failedComponents() > 0)
                && attempt.result()
                        .filter(end -> end.count(ComponentResult.Status.FAILURE) > 0)
                        .isEmpty();
        boolean failed = started()
                .anyMatch(each -> each.failedComponents() > 0
                        || each.running()
                        || each.failure()
                                .filter(code -> !code.equals(CONCURRENCY))
                                .isPresent());
        boolean patienceEnded = attempt.result()
                .filter(end ->
                        end.errors().stream().allMatch(error -> error.code().equals(CONCURRENCY)))
                .isPresent();
        if (attempt.isFailed() && !failed && !patienceEnded) {
            wrong("failed without a cause (" + which + ")", attempt);
        }
        if (attempt.succeeded() && !whole) {
            wrong("falsely succeeded (" + which + ")", attempt);
        }
        if (attempt.result()
                        .filter(end -> end.outcome() == Outcome.INCONCLUSIVE)
                        .isPresent()
                && isTold(attempt)) {
            wrong("inconclusive although it is told (" + which + ")", attempt);
        }
    }

    /** Whether any of the three sources answered, or the version that was brought is there. */
    private boolean isTold(Attempt attempt) {
        boolean answered = contoso.server.requests().stream()
                .skip(attempt.asked())
                .anyMatch(request -> SOURCES.contains(request.call())
                        && request.status() == 200
                        && request.fault().isEmpty()
                        && !request.query().contains("progress"));
        boolean brought = contoso.server.started().stream()
                .skip(attempt.since())
                .anyMatch(each -> each.ended() && !each.effect().isEmpty());
        return answered || brought;
    }

    /** What it brought about, or may yet, it has to say; and of what it does not know the end, it has to keep the traces. */
    private void checkThatItIsNotLost(Attempt attempt) throws IOException {
        List<StartedOperation> own = contoso.server.started().stream()
                .skip(attempt.since())
                .filter(each -> !each.call().startsWith("Publish"))
                .filter(each -> each.failure().filter(CONCURRENCY::equals).isEmpty())
                .toList();
        boolean happened =
                own.stream().anyMatch(each -> each.running() || !each.effect().isEmpty());
        if (happened && !attempt.isOpen() && !tells(attempt)) {
            wrong("lost", attempt);
        }
        boolean may = own.stream().anyMatch(each -> !each.call().equals("UninstallSolution"));
        if (attempt.isOpen() && may && contoso.jobFiles().isEmpty()) {
            wrong("cannot be found again", attempt);
        }
    }

    private static boolean tells(Attempt attempt) {
        return attempt.isFailed()
                && attempt.result()
                        .filter(end -> end.count(ComponentResult.Status.FAILURE) > 0
                                || Stream.concat(end.errors().stream(), end.warnings().stream())
                                        .map(Object::toString)
                                        .anyMatch(text -> text.contains("The import succeeded, but")
                                                || text.contains("_Upgrade")))
                        .isPresent();
    }

    private Stream<StartedOperation> started() {
        return contoso.server.started().stream();
    }

    private Stream<String> effects() {
        return started().map(StartedOperation::effect).filter(effect -> !effect.isEmpty());
    }

    private void wrong(String what, Attempt attempt) {
        wrong.add(what + ": seed " + seed + ", " + exercise + " under (" + faults + ") ended as " + attempt.outcome()
                + attempt.result().map(end -> " " + end.errors()).orElse("") + ", started "
                + started()
                        .map(each -> each.call() + " " + each.effect()
                                + each.failure().orElse("") + (each.running() ? " running" : ""))
                        .toList());
    }
}
