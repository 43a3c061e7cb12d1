package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.mojo.console.PlanHeads;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.environment.EmbeddedTarget;
import io.github.solutionalm.mojo.operation.PlanProperties;
import io.github.solutionalm.mojo.operation.PlanSequence;
import io.github.solutionalm.mojo.operation.PlanVerdict;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan prints, sets and fails for, of plans that an environment made. */
class PlanMojoOutputTest {

    private static final PlanVerdict LENIENT = new PlanVerdict(false);

    private final RecordingLog log = new RecordingLog();
    private SolutionEnvironment environment;
    private List<OperationRequest> requests;
    private List<PlanResult> plans;

    @TempDir
    private Path folder;

    @BeforeEach
    void anEnvironmentWithTheOldRelease() throws Exception {
        EnvironmentId id = new EnvironmentId("r", "embedded", "jdbc:sqlite:" + folder.resolve("r.db"));
        environment = new EmbeddedTarget(id, EmbeddedSettings.defaults()).open(new RecordingLog().printout());
        for (ImportRequest request : Packages.imports(Packages.WAREHOUSE, Packages.PICKING)) {
            environment.importSolution(request, ImportListener.NONE);
        }
    }

    @Test
    void whatWeighsMostComesFirst() throws Exception {
        plan(Packages.NEXT_WAREHOUSE, Packages.NEXT_PICKING);

        assertThat(log.lines())
                .extracting(line -> line.replaceAll("^\\[\\w+\\] (\\S*).*", "$1"))
                .containsExactly(
                        "",
                        "Package",
                        "Solution",
                        "This",
                        "Action",
                        "Plan",
                        "Deletes",
                        "",
                        "Blocked",
                        "",
                        "",
                        "",
                        "Adds",
                        "",
                        "Plan",
                        "",
                        "Not");
        assertThat(log.lines())
                .contains("[INFO] Plan         1 added, 0 changed, 3 unchanged, 1 deleted, 1 blocked")
                .anyMatch(line -> line.contains("\"Bins by Zone\" of the solution FabrikamPicking uses it")
                        && line.contains("\"Zones to Count\"")
                        && line.contains("First import a version of FabrikamPicking"))
                .endsWith("[WARNING] Not planned  import FabrikamPicking_2_0_0_0_managed, because an earlier"
                        + " operation would fail");
        assertThat(PlanProperties.of(plans))
                .isEqualTo(Map.of(
                        "solution.plan.changes", "2", "solution.plan.deletes", "1", "solution.plan.blocked", "1"));
    }

    @Test
    void blockedIsNoFailureUnlessItShallBe() throws Exception {
        plan(Packages.NEXT_WAREHOUSE, Packages.NEXT_PICKING);

        assertThatCode(() -> judge(LENIENT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> judge(new PlanVerdict(true)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The plan to import FabrikamWarehouse_2_0_0_0_managed failed: 0x8004F01D")
                .hasMessageContaining("And 1 more finding, listed above.")
                .hasMessageEndingWith("Not planned, because an earlier operation would fail: import"
                        + " FabrikamPicking_2_0_0_0_managed.");
    }

    @Test
    void aGateNamesEveryDeletion() throws Exception {
        plan(new PlanGates(true, List.of("Role:*"), false, false, false), Packages.NEXT_WAREHOUSE);

        assertThatThrownBy(() -> judge(LENIENT))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "Attribute fabrikam_bin.fabrikam_zone would be deleted, and failOnDelete is true");

        plan(new PlanGates(true, List.of("attribute:*zone"), false, false, false), Packages.NEXT_WAREHOUSE);

        assertThatCode(() -> judge(LENIENT)).doesNotThrowAnyException();
    }

    @Test
    void whatWouldBeRefusedFails() throws Exception {
        plan(Packages.NEXT_PICKING, Packages.NEXT_WAREHOUSE);

        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("[ERROR] Plan         the environment would refuse this: 1 error"))
                .anyMatch(line -> line.startsWith("[ERROR] Missing      FabrikamWarehouse (2.0.0.0): 1 dependency"));
        assertThatThrownBy(() -> judge(LENIENT))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("0x8004801D")
                .hasMessageContaining("import FabrikamWarehouse_2_0_0_0_managed.");
    }

    @Test
    void aSkipSaysThatThereIsNothingToDo() throws Exception {
        plan(Packages.PICKING);

        assertThat(log.lines())
                .contains("[INFO] Plan         nothing to do")
                .anyMatch(line -> line.startsWith("[INFO] Action       skip"));
        assertThatCode(() -> judge(LENIENT)).doesNotThrowAnyException();
    }

    private void plan(Path... packages) throws Exception {
        plan(PlanGates.NONE, packages);
    }

    private void plan(PlanGates gates, Path... packages) throws Exception {
        requests = Stream.of(packages)
                .<OperationRequest>map(file -> new ImportRequest(
                        "import",
                        file,
                        Optional.empty(),
                        ImportOptionsBuilder.options().gates(gates).build()))
                .toList();
        PlanHeads heads = new PlanHeads(new ProgressLine(log.printout(), Clock.systemUTC(), Optional.empty()));
        plans = environment.plan(requests, heads);
        new PlanSequence(log.printout(), heads, folder).show(requests, plans);
    }

    private void judge(PlanVerdict verdict) throws MojoFailureException {
        verdict.judge(requests, plans, log.printout());
    }
}
