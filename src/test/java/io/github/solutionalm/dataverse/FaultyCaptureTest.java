package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.CaptureOptions.DataCount;
import io.github.solutionalm.CaptureOptions.Scope;
import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.server.Script;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Doubt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Captures under faults by chance, each run with the seed of its number: a look that fails lowers the certainty of what it
 * would have said, and no gate passes on what was not seen. {@code -Dsolution.captures=<runs>} makes any number of runs.
 */
class FaultyCaptureTest {

    private static final int RUNS = Integer.getInteger("solution.captures", 40);

    private static final List<String> LOOKS = List.of(
            "msdyn_solutioncomponentsummaries",
            "msdyn_componentlayers",
            "RetrieveDependenciesForDelete",
            "RetrieveTotalRecordCount",
            "solutioncomponentdefinitions",
            "solutioncomponents",
            "solutions",
            "RetrieveVersion",
            "EntityDefinitions",
            "contoso_orders");

    @TempDir
    private Path folder;

    private OperationRequest next;

    @Test
    void whatWasNotSeenIsInDoubtAndStopsAtAGate() throws Exception {
        next = request();
        List<String> wrong = new ArrayList<>();
        int planned = 0;
        int doubtful = 0;
        try (Contoso contoso = new Contoso(Files.createDirectories(folder.resolve("contoso")))) {
            prepare(contoso);
            SamePlans plain = SamePlans.of(contoso, next);
            assertThat(plain.differences()).isEmpty();
            assertThat(plain.captured().get(0).blockers()).isNotEmpty();
            for (int seed = 1; seed <= RUNS; seed++) {
                Random chance = new Random(seed);
                String faults = fault(contoso.script().clear(), chance);
                try {
                    PlanResult plan = contoso.open(
                                    new CaptureOptions(Scope.SOLUTIONS, DataCount.COUNT, 20 + chance.nextInt(400)))
                            .plan(List.of(next), ImportListener.NONE)
                            .get(0);
                    planned++;
                    doubtful += plan.changes().stream().anyMatch(change -> change.doubts().stream()
                                    .anyMatch(doubt -> doubt != Doubt.MAY_BE_UNCHANGED))
                            ? 1
                            : 0;
                    wrong.addAll(
                            wrong("run " + seed + faults + ": ", plain.known().get(0), plan));
                } catch (SolutionException e) {
                    // No plan is no false plan.
                }
            }
            assertThat(contoso.server.writes()).isZero();
        }
        assertThat(wrong).isEmpty();
        assertThat(planned).as("runs with a plan").isGreaterThan(RUNS / 4);
        assertThat(doubtful).as("runs with doubts").isGreaterThan(RUNS / 10);
    }

    /** What another solution, the user and the package itself use, hide and delete. */
    private void prepare(Contoso contoso) throws Exception {
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.UPGRADE,
                managed("Orders", "1.0")
                        .columns("contoso_order", 4, "Column")
                        .webResource("contoso_/a.js", "1")
                        .webResource("contoso_/b.js", "1")
                        .view("contoso_order", "own", "contoso_c0")
                        .zip(folder),
                managed("Reports", "1.0")
                        .publisher("fabrikam")
                        .view("contoso_order", "theirs", "contoso_c3")
                        .zip(folder),
                unmanaged("Mine", "1.0").webResource("contoso_/b.js", "mine").zip(folder));
        contoso.server.forget();
        contoso.server.data().rows("contoso_order", 100).values("contoso_order", "contoso_c2", 7);
    }

    private OperationRequest request() throws Exception {
        return Contoso.importing(
                managed("Orders", "2.0")
                        .columns("contoso_order", 2, "Column")
                        .webResource("contoso_/b.js", "2")
                        .webResource("contoso_/new.js", "1")
                        .view("contoso_order", "own", "contoso_c1")
                        .zip(folder),
                options()
                        .gates(new PlanGates(true, List.of(), true, true, false))
                        .build());
    }

    private static String fault(Script script, Random chance) {
        StringBuilder faults = new StringBuilder();
        int number = 1 + chance.nextInt(3);
        for (int i = 0; i < number; i++) {
            String call = LOOKS.get(chance.nextInt(LOOKS.size()));
            int skip = chance.nextInt(4);
            int times = chance.nextBoolean() ? 1_000 : 1 + chance.nextInt(4);
            faults.append(" [")
                    .append(call)
                    .append(' ')
                    .append(skip)
                    .append(' ')
                    .append(times);
            var rule = script.on(call).skip(skip).times(times);
            switch (chance.nextInt(5)) {
                case 0 -> rule.refuse(403, "0x80040220", "Principal user is missing a privilege");
                case 1 -> rule.refuse(400, "0x80040203", "The query is not supported");
                case 2 -> rule.throttle("0x80072322", Duration.ofSeconds(17));
                case 3 -> rule.answer(500);
                default -> rule.garble();
            }
            faults.append(']');
        }
        return faults.toString();
    }

    private static List<String> wrong(String run, PlanResult known, PlanResult captured) {
        List<String> wrong = new ArrayList<>();
        new SamePlans(List.of(known), List.of(captured)).differences().forEach(each -> wrong.add(run + each));
        if (!captured.errors().isEmpty()) {
            wrong.add(run + captured.errors());
        }
        // Whatever a gate finds where all is known, it finds here, or something in its stead.
        Set<ComponentKey> found = keys(captured);
        boolean renamed = captured.changes().stream()
                .map(ComponentChange::doubts)
                .anyMatch(doubts -> doubts.contains(Doubt.MAY_STAY));
        keys(known).stream()
                .filter(key -> !found.contains(key) && !renamed)
                .forEach(key -> wrong.add(run + "no gate found " + key));
        boolean blocked = captured.isBlocked()
                || captured.changes().stream()
                        .anyMatch(change -> change.change() == Change.DELETE
                                && change.doubts().contains(Doubt.MAY_BE_BLOCKED));
        if (known.isBlocked() && !blocked) {
            wrong.add(run + "not blocked");
        }
        return wrong;
    }

    private static Set<ComponentKey> keys(PlanResult plan) {
        Set<ComponentKey> keys = new TreeSet<>();
        plan.gateFindings().forEach(finding -> finding.component().ifPresent(keys::add));
        return keys;
    }
}
