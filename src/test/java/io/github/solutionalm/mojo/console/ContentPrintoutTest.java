package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ContentPrintoutTest {

    private final RecordingLog log = new RecordingLog();

    @Test
    void patchesStandUnderTheirBaseAndStagedUpgradesBesideIt() {
        print(
                List.of(
                        solution("A", Optional.empty(), Optional.empty()),
                        solution("B", Optional.empty(), Optional.empty()),
                        solution("B_Upgrade", Optional.empty(), Optional.of("B")),
                        solution("C", Optional.empty(), Optional.empty()),
                        solution("A_Patch_1", Optional.of("A"), Optional.empty()),
                        solution("A_Upgrade", Optional.empty(), Optional.of("A"))),
                List.of(),
                0);
        assertThat(log.lines())
                .extracting(line ->
                        line.replaceAll(" 1\\.0\\.0\\.0.*|SOLUTION.*", "").stripTrailing())
                .containsExactly(
                        "[INFO] Solutions    6",
                        "[INFO]",
                        "[INFO]                A",
                        "[INFO]                  A_Patch_1",
                        "[INFO]                A_Upgrade",
                        "[INFO]                B",
                        "[INFO]                B_Upgrade",
                        "[INFO]                C");
        assertThat(log.lines())
                .contains("[INFO]                A_Upgrade    1.0.0.0  staged upgrade of A  contoso    7           "
                        + "2026-11-22T10:00:00Z  Contoso A_Upgrade");
    }

    @Test
    void anEmptyEnvironmentSaysSo() {
        print(List.of(), List.of(), 0);
        assertThat(log.lines()).containsExactly("[INFO] Solutions    none");
    }

    @Test
    void aSnapshotSaysOfWhatItIs() {
        new ContentPrintout(log.printout())
                .print(new EnvironmentContent(
                        Samples.ENVIRONMENT,
                        List.of(),
                        List.of(),
                        OptionalInt.of(0),
                        Optional.of(new EnvironmentSnapshot.Origin(
                                "https://contoso.crm.dynamics.com", "", "", Instant.parse("2026-11-22T10:00:00.5Z")))));
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Captured     from https://contoso.crm.dynamics.com at 2026-11-22T10:00:00Z",
                        "[INFO] Solutions    none");
    }

    @Test
    void componentsShowTheirLayers() {
        EnvironmentContent.Component component = new EnvironmentContent.Component(
                new ComponentKey(ComponentType.ENTITY, "contoso_order"),
                "Order",
                Optional.empty(),
                List.of("ContosoBase", "Active"),
                Optional.of(false),
                Optional.empty());
        print(List.of(solution("A", Optional.empty(), Optional.empty())), List.of(component), 1);
        assertThat(log.lines())
                .contains(
                        "[INFO] Components   1",
                        "[INFO]                Entity  contoso_order  ContosoBase < Active    unpublished  Order",
                        "[INFO] Unpublished  1 component: publish with solution:publish");
    }

    private void print(
            List<EnvironmentContent.Solution> solutions,
            List<EnvironmentContent.Component> components,
            int unpublished) {
        new ContentPrintout(log.printout())
                .print(new EnvironmentContent(Samples.ENVIRONMENT, solutions, components, OptionalInt.of(unpublished)));
    }

    private static EnvironmentContent.Solution solution(
            String name, Optional<String> patchOf, Optional<String> holdingFor) {
        Instant installed = Instant.parse("2026-11-22T10:00:00.123Z");
        return new EnvironmentContent.Solution(
                new InstalledSolution(
                        name,
                        "Contoso " + name,
                        SolutionVersion.parse("1.0.0.0"),
                        true,
                        "contoso",
                        patchOf,
                        holdingFor,
                        installed,
                        installed,
                        ""),
                OptionalInt.of(7));
    }
}
