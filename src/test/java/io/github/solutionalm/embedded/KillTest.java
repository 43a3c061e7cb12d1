package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.KilledProcess.Sign;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.store.ImportJob.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After a crash at any point the environment is either as before or as after, and the job is marked as interrupted. {@code
 * -Dsolution.ends=<steps>} and {@code -Dsolution.kills=<processes>} look at more points.
 */
@Tag("thorough")
class KillTest {

    /** At how many steps each operation ends, and how often it is killed, which takes a process of its own. */
    private static final int ENDS = Integer.getInteger("solution.ends", 12);

    private static final int KILLS = Integer.getInteger("solution.kills", 1);
    private static final int LAST_STEPS = 10;

    /** What is killed, over a solution with a patch, and how it ends when it is done once more. */
    enum Operation {
        INSTALL(Outcome.INSTALLED, Outcome.SKIPPED_SAME_VERSION) {
            @Override
            void prepare(Rehearsal rehearsal, Path solution) {}
        },
        UPGRADE(Outcome.UPGRADED, Outcome.SKIPPED_SAME_VERSION),
        STAGE(Outcome.STAGED, Outcome.FAILED) {
            @Override
            ImportResult carryOut(Rehearsal rehearsal, Path solution, ImportListener listener)
                    throws SolutionException {
                return rehearsal.imports(
                        solution, options().action(Action.STAGE).build(), listener);
            }
        },
        APPLY(Outcome.APPLIED, Outcome.NOTHING_TO_APPLY) {
            @Override
            void prepare(Rehearsal rehearsal, Path solution) throws Exception {
                super.prepare(rehearsal, solution);
                rehearsal.stages(solution);
            }

            @Override
            ImportResult carryOut(Rehearsal rehearsal, Path solution, ImportListener listener)
                    throws SolutionException {
                try (EmbeddedEnvironment environment = rehearsal.open()) {
                    return environment.applyUpgrade(Rehearsal.applying(solution), listener);
                }
            }
        };

        private final Outcome outcome;
        private final Outcome again;

        Operation(Outcome outcome, Outcome again) {
            this.outcome = outcome;
            this.again = again;
        }

        void prepare(Rehearsal rehearsal, Path solution) throws Exception {
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
    private record Rounds(
            Operation operation, Path solution, Path base, int jobs, int steps, String before, String after) {}

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    /**
     * What a kill leaves is what is in the files at that moment, so they are copied before a statement, a commit, the end of a
     * connection: some of them, and all of the last ones. Reading the files in this process drops its locks on them, which
     * nobody else is there to notice.
     */
    @ParameterizedTest
    @EnumSource
    void anOperationThatEndsAtAnyStepLeavesTheEnvironmentAsBeforeOrAsAfter(Operation operation) throws Exception {
        Rounds rounds = rounds(operation);
        int between = Math.max(1, rounds.steps() / ENDS);
        List<Path> pictures = new ArrayList<>();
        Path place = folder.resolve("pictured");
        Rehearsal pictured = Rehearsal.at(copy(rounds.base(), place));
        IntConsumer picture = step -> {
            if (step % between == 0 || step > rounds.steps() - LAST_STEPS) {
                pictures.add(copyAll(place, folder.resolve("step" + step)));
            }
        };
        try (CountedSqlite counted = new CountedSqlite(picture)) {
            operation.carryOut(pictured, rounds.solution(), ImportListener.NONE);
            assertThat(counted.steps()).isBetween(50, 2 * rounds.steps());
        }

        int completed = 0;
        for (Path each : pictures) {
            completed += isCompleted(each.resolve("environment.db"), rounds) ? 1 : 0;
        }
        assertThat(completed).as("of " + pictures.size() + " ends").isBetween(1, pictures.size() / 2);
    }

    @ParameterizedTest
    @EnumSource
    void soDoesOneThatIsKilled(Operation operation) throws Exception {
        Rounds rounds = rounds(operation);
        for (int i = 0; i < KILLS; i++) {
            if (operation != Operation.APPLY) { // which tells of its progress only when all is written
                assertThat(killAt(Sign.WRITING, rounds, folder.resolve("writing" + i)))
                        .isFalse();
            }
            killAt(Sign.WRITTEN, rounds, folder.resolve("written" + i)); // in the commit, or near it
            assertThat(killAt(Sign.ENDED, rounds, folder.resolve("ended" + i))).isTrue();
        }
    }

    private Rounds rounds(Operation operation) throws Exception {
        Path solution = next(folder);
        Rehearsal base = environment("base");
        base.holding(managed("Base", "1.0.0.0")
                .columns("contoso_base", 50, "Column")
                .webResource("contoso_/base.js", "base")
                .zip(folder));
        operation.prepare(base, solution);
        Rehearsal complete = Rehearsal.at(copy(base.file(), folder.resolve("complete")));
        complete.content(); // so that SQLite is there to be counted
        int steps;
        try (CountedSqlite counted = new CountedSqlite(step -> {})) {
            assertThat(operation
                            .carryOut(complete, solution, ImportListener.NONE)
                            .outcome())
                    .isEqualTo(operation.outcome);
            steps = counted.steps();
        }
        String before = EnvironmentDump.content(base.file());
        String after = EnvironmentDump.content(complete.file());
        assertThat(after).isNotEqualTo(before);
        return new Rounds(operation, solution, base.file(), base.jobs().size(), steps, before, after);
    }

    private static Path next(Path parent) throws IOException {
        return managed("Big", "2.0.0.0")
                .columns("contoso_both", 200, "New label")
                .columns("contoso_new", 200, "New")
                .webResource("contoso_/big.js", "x".repeat(100_000))
                .zip(parent);
    }

    /** Says whether the killed operation took effect. */
    private static boolean killAt(Sign sign, Rounds rounds, Path round) throws Exception {
        Path file = copy(rounds.base(), round);
        try (KilledProcess process = KilledProcess.start(file, rounds.operation(), rounds.solution(), sign)) {
            process.killAt(sign);
        }
        return isCompleted(file, rounds);
    }

    private static boolean isCompleted(Path file, Rounds rounds) throws Exception {
        String content = EnvironmentDump.content(file);
        boolean completed = content.equals(rounds.after());
        assertThat(completed || content.equals(rounds.before()))
                .as("as before or as after, %s", file.getParent().getFileName())
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

    private static Path copyAll(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
