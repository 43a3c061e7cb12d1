package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.server.Faults;
import io.github.solutionalm.dataverse.server.Packages;
import io.github.solutionalm.dataverse.server.StartedOperation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports under faults by chance, each run with the seed of its number: nothing is started twice, nothing is reported as
 * succeeded that did not, nothing is lost, and every run ends in its time. {@code -Dsolution.faults=<runs>} makes it longer or
 * shorter, {@code -Dsolution.faults.first=<seed>} begins elsewhere.
 */
class RandomFaultsTest {

    private static final int RUNS = Integer.getInteger("solution.faults", 100);
    private static final int FIRST = Integer.getInteger("solution.faults.first", 1);
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(5);
    /** What an environment's effects are called that change what is installed. */
    private static final List<String> EFFECTS = List.of("INSTALLED", "UPDATED", "UPGRADED", "STAGED", "PATCHED");

    @TempDir
    private Path folder;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void neverTwiceNeverLostNeverFalselySucceeded() throws Exception {
        Path withBase = prepared("base", "ContosoBase_1_0_0_0_managed");
        Path withOrders = prepared("orders", "ContosoBase_1_0_0_0_managed", "ContosoOrders_1_0_0_0_managed");
        Path file = Packages.zip("ContosoOrders_2_0_0_0_managed", folder);
        for (int seed = FIRST; seed < FIRST + RUNS; seed++) {
            Path place = Files.createDirectories(folder.resolve("run" + seed));
            Path environment = Files.createDirectories(place.resolve("server")).resolve("environment.db");
            Files.copy(seed % 4 != 0 ? withOrders : withBase, environment);
            try (Contoso contoso = new Contoso(place)) {
                run(contoso, seed, file);
            }
            delete(place);
        }
        System.out.println("outcome          runs");
        outcomes.forEach((outcome, count) -> System.out.printf("%-16s %4d%n", outcome, count));
        assertThat(wrong).isEmpty();
    }

    /** Made once, and copied for each run. */
    private Path prepared(String name, String... packages) throws Exception {
        Path file = folder.resolve(name + ".db");
        for (String each : packages) {
            EmbeddedContents.put(file, Clock.systemUTC(), Action.UPGRADE, Packages.zip(each, folder));
        }
        return file;
    }

    private void run(Contoso contoso, int seed, Path file) throws Exception {
        Action action = Action.values()[seed % Action.values().length];
        Faults faults = Faults.random(seed);
        faults.play(contoso.script());
        ImportOptions options = options()
                .action(action)
                .timeout(TIMEOUT)
                .lockTimeout(LOCK_TIMEOUT)
                .build();
        Instant began = contoso.now();
        String outcome;
        ImportResult result = null;
        try {
            result = contoso.environment().importSolution(Contoso.importing(file, options), ImportListener.NONE);
            outcome = result.outcome().name();
        } catch (SolutionException e) {
            outcome = "not started";
        }
        outcomes.merge(outcome, 1, Integer::sum);
        String story = "seed " + seed + " (" + action + ", " + faults + ") ended as " + outcome
                + (result == null ? "" : " " + result.errors()) + ", started " + contoso.server.started();
        check(contoso, result, story);
        if (Duration.between(began, contoso.now()).compareTo(TIMEOUT) > 0) {
            wrong.add("late: " + story);
        }
    }

    private void check(Contoso contoso, ImportResult result, String story) throws Exception {
        List<StartedOperation> started = contoso.server.started();
        long effects =
                started.stream().filter(each -> EFFECTS.contains(each.effect())).count();
        if (effects > 1 || started.stream().filter(StartedOperation::carriedOut).count() > 1) {
            wrong.add("twice: " + story);
        }
        boolean open = started.stream().anyMatch(each -> !each.ended());
        boolean success = result != null && result.outcome().isSuccess();
        if (success && (effects != 1 || open || result.count(ComponentResult.Status.FAILURE) > 0)) {
            wrong.add("falsely succeeded: " + story);
        }
        boolean known =
                result != null && (result.outcome() == Outcome.TIMED_OUT || result.outcome() == Outcome.INCONCLUSIVE);
        if ((open || effects == 1) && !success && !known && !tells(result)) {
            wrong.add("lost: " + story);
        }
        if (known && !started.isEmpty() && contoso.jobFiles().isEmpty()) {
            wrong.add("cannot be found again: " + story);
        }
    }

    /** A component failed although the import took effect: that is said. */
    private static boolean tells(ImportResult result) {
        return result != null && result.outcome() == Outcome.FAILED && result.count(ComponentResult.Status.FAILURE) > 0;
    }

    private static void delete(Path place) throws Exception {
        try (var files = Files.walk(place)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
