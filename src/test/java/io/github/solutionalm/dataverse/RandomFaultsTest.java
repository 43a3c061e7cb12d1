package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All operations under faults by chance, each run with the seed of its number: nothing is started twice, nothing is reported
 * as succeeded that did not, nothing is lost, every run ends in its time, and what was left off is taken up by the next run.
 * {@code -Pthorough} has 120 runs, {@code -Dsolution.faults=<runs>} any number, {@code -Dsolution.faults.first=<seed>} begins
 * elsewhere.
 */
class RandomFaultsTest {

    private static final int RUNS = Integer.getInteger("solution.faults", 20);
    private static final int FIRST = Integer.getInteger("solution.faults.first", 1);

    @TempDir
    private Path folder;

    @Test
    void neverTwiceNeverLostNeverFalselySucceeded() throws Exception {
        Exercise.prepare(folder);
        OutcomeTable outcomes = new OutcomeTable();
        List<String> wrong = new ArrayList<>();
        for (int seed = FIRST; seed < FIRST + RUNS; seed++) {
            Exercise exercise = Exercise.values()[Math.floorMod(seed, Exercise.values().length)];
            Path place = Files.createDirectories(folder.resolve("run" + seed));
            try (Contoso contoso = exercise.begin(folder, place)) {
                FaultyRun run = new FaultyRun(exercise, contoso, folder, seed);
                String name = exercise.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                FaultyRun.Attempt first = run.first();
                outcomes.count(name, first.outcome());
                if (!first.succeeded() && !first.isFailed()) {
                    outcomes.count("again: " + name, run.again().outcome());
                }
                wrong.addAll(run.wrong());
            }
            delete(place);
        }
        System.out.println(outcomes);
        assertThat(wrong).isEmpty();
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
