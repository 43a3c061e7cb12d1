package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.KilledProcess.Moment;
import io.github.solutionalm.embedded.KilledProcess.Sign;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.store.ImportJob.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * "After a crash at any point the environment is either as before or as after, and the job is marked as interrupted"
 * (engine.md, Operations): operations in processes of their own that are killed at moments spread over their duration.
 */
@Tag("kill")
class KillTest {

    private static final long SEED = 20_261_122;

    /** What is killed, over a solution with a patch, and how it ends when it is done once more. */
    enum Operation {
        INSTALL(50, Outcome.INSTALLED, Outcome.SKIPPED_SAME_VERSION) {
            @Override
            void prepare(Rehearsal rehearsal) {}
        },
        UPGRADE(50, Outcome.UPGRADED, Outcome.SKIPPED_SAME_VERSION),
        STAGE(20, Outcome.STAGED, Outcome.FAILED) {
            @Override
            ImportResult carryOut(Rehearsal rehearsal, Path solution, ImportListener listener)
                    throws SolutionException {
                return rehearsal.imports(
                        solution, options().action(Action.STAGE).build(), listener);
            }
        },
        APPLY(50, Outcome.APPLIED, Outcome.NOTHING_TO_APPLY) {
            @Override
            void prepare(Rehearsal rehearsal) throws Exception {
                super.prepare(rehearsal);
                rehearsal.stages(next(shared));
            }

            @Override
            ImportResult carryOut(Rehearsal rehearsal, Path solution, ImportListener listener)
                    throws SolutionException {
                try (EmbeddedEnvironment environment = rehearsal.open()) {
                    return environment.applyUpgrade(Rehearsal.applying(solution), listener);
                }
            }
        };

        private final int kills;
        private final Outcome outcome;
        private final Outcome again;

        Operation(int kills, Outcome outcome, Outcome again) {
            this.kills = kills;
            this.outcome = outcome;
            this.again = again;
        }

        void prepare(Rehearsal rehearsal) throws Exception {
            rehearsal.holding(
                    managed("Big", "1.0.0.0")
                            .columns("contoso_both", 200, "Old label")
                            .columns("contoso_old", 200, "Old")
                            .webResource("contoso_/big.js", "o".repeat(100_000))
                            .zip(shared),
                    managed("Big_Patch", "1.0.1.0")
                            .patchOf("Big")
                            .columns("contoso_patched", 50, "Patched")
                            .zip(shared));
        }

        ImportResult carryOut(Rehearsal rehearsal, Path solution, ImportListener listener) throws SolutionException {
            return rehearsal.imports(solution, options().build(), listener);
        }
    }

    /** The same operation over and over: where it begins, and the contents that it may leave. */
    private record Rounds(Operation operation, Path solution, Path base, int jobs, String before, String after) {}

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void classesThatProcessesShare() throws Exception {
        KilledProcess.prepare(shared);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void aKilledOperationLeavesTheEnvironmentAsBeforeOrAsAfter(Operation operation) throws Exception {
        Rounds rounds = rounds(operation);
        List<Callable<Boolean>> kills = new ArrayList<>();
        for (Moment moment : moments(operation.kills, duration(rounds))) {
            Path round = folder.resolve("round" + kills.size());
            kills.add(() -> killAt(moment, rounds, round));
        }
        int completed = 0;
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> kill : executor.invokeAll(kills)) {
                completed += kill.get() ? 1 : 0;
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(completed).as("of " + kills.size() + " operations").isBetween(1, kills.size() * 2 / 3);
    }

    private Rounds rounds(Operation operation) throws Exception {
        Path solution = next(folder);
        Rehearsal base = environment("base");
        base.holding(managed("Base", "1.0.0.0")
                .columns("contoso_base", 50, "Column")
                .webResource("contoso_/base.js", "base")
                .zip(folder));
        operation.prepare(base);
        Rehearsal complete = Rehearsal.at(copy(base.file(), folder.resolve("complete")));
        assertThat(operation.carryOut(complete, solution, ImportListener.NONE).outcome())
                .isEqualTo(operation.outcome);
        String before = EnvironmentDump.content(base.file());
        String after = EnvironmentDump.content(complete.file());
        assertThat(after).isNotEqualTo(before);
        return new Rounds(operation, solution, base.file(), base.jobs().size(), before, after);
    }

    private static Path next(Path parent) throws IOException {
        return managed("Big", "2.0.0.0")
                .columns("contoso_both", 200, "New label")
                .columns("contoso_new", 200, "New")
                .webResource("contoso_/big.js", "x".repeat(100_000))
                .zip(parent);
    }

    /** Mostly spread over the whole duration; some close to the commit, before and after. */
    private static List<Moment> moments(int kills, long duration) {
        Random random = new Random(SEED);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            moments.add(
                    switch (i % 10) {
                        case 0, 1 -> new Moment(Sign.WRITTEN, (long) (random.nextDouble() * duration / 5));
                        case 2 -> new Moment(Sign.ENDED, 0);
                        default -> new Moment(Sign.BEGINS, (long) (random.nextDouble() * duration));
                    });
        }
        return moments;
    }

    /** Measured on the second process; the first one may have to leave its classes to the others. */
    private long duration(Rounds rounds) throws Exception {
        long duration = 0;
        for (String name : new String[] {"first", "second"}) {
            Path file = copy(rounds.base(), folder.resolve(name));
            try (KilledProcess process = KilledProcess.start(shared, file, rounds.operation(), rounds.solution())) {
                duration = process.complete();
            }
        }
        return duration;
    }

    /** Says whether the killed operation took effect. */
    private static boolean killAt(Moment moment, Rounds rounds, Path round) throws Exception {
        Path file = copy(rounds.base(), round);
        try (KilledProcess process = KilledProcess.start(shared, file, rounds.operation(), rounds.solution())) {
            process.killAt(moment);
        }
        String content = EnvironmentDump.content(file);
        boolean completed = content.equals(rounds.after());
        assertThat(completed || content.equals(rounds.before()))
                .as("as before or as after, %s", moment)
                .isTrue();
        doAgain(rounds, Rehearsal.at(file).with(Clock.systemUTC()), completed);
        return completed;
    }

    private static void doAgain(Rounds rounds, Rehearsal rehearsal, boolean completed) throws Exception {
        int killed = rehearsal.jobs().size() - rounds.jobs();
        ImportResult next = rounds.operation().carryOut(rehearsal, rounds.solution(), ImportListener.NONE);

        assertThat(next.outcome()).isEqualTo(completed ? rounds.operation().again : rounds.operation().outcome);
        assertThat(EnvironmentDump.content(rehearsal.file()).equals(rounds.after()))
                .isTrue();
        List<State> states = new ArrayList<>(Collections.nCopies(rounds.jobs(), State.COMPLETED));
        if (killed > 0) { // else it was killed before there was a job
            states.add(completed ? State.COMPLETED : State.INTERRUPTED);
        }
        states.add(next.outcome().isSuccess() ? State.COMPLETED : State.FAILED);
        assertThat(rehearsal.jobs()).extracting(ImportJob::state).isEqualTo(states);
        assertThat(rehearsal.file().getParent().toFile().list((dir, name) -> name.startsWith("environment")))
                .containsExactly("environment.db");
    }

    private Rehearsal environment(String name) {
        return Rehearsal.at(folder.resolve(name).resolve("environment.db"));
    }

    private static Path copy(Path environment, Path directory) throws IOException {
        return Files.copy(environment, Files.createDirectories(directory).resolve("environment.db"));
    }
}
