package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ActivationState.ACTIVATED;
import static io.github.solutionalm.model.ActivationState.DISABLED;
import static io.github.solutionalm.model.ActivationState.DRAFT;
import static io.github.solutionalm.model.ActivationState.ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.ActivationState;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps and workflows are on after an import as they were when the package was exported, unless they are not enabled. */
class StatesTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    @Test
    void theyAreAsTheyWereExported() throws Exception {
        Path file = orders("1.0.0.0");

        PlanResult plan = rehearsal.plans(options(), file).get(0);
        ImportResult result = rehearsal.imports(file);

        assertThat(states())
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("flow", ACTIVATED, "later", DRAFT, "off", DISABLED, "step", ENABLED)));
        assertThat(result.warnings()).isEmpty();
        assertThat(result.leftOff()).extracting(LeftOff::name).containsExactly("later");
        assertThat(plan.leftOff()).isEqualTo(result.leftOff());
    }

    @Test
    void allAreOffWithoutTheOptionAndEachThatWouldBeOnIsWarnedOf() throws Exception {
        rehearsal.imports(orders("1.0.0.0"));
        Path file = orders("2.0.0.0");

        PlanResult plan = rehearsal.plans(options().withoutSteps(), file).get(0);
        ImportResult result = rehearsal.imports(file, options().withoutSteps());

        assertThat(states().values()).containsOnly(DRAFT, DISABLED);
        assertThat(codes(result.warnings())).containsExactlyInAnyOrder("0x80045042", "0x80045043");
        assertThat(plan.warnings()).isEqualTo(result.warnings());
        assertThat(result.leftOff()).extracting(LeftOff::name).containsExactly("later");
    }

    @Test
    void aPackageThatIsSkippedOrRefusedLeavesNothingOff() throws Exception {
        rehearsal.imports(orders("1.0.0.0"));

        assertThat(rehearsal.imports(orders("1.0.0.0")).leftOff()).isEmpty();
        assertThat(rehearsal.imports(orders("0.9.0.0")).leftOff()).isEmpty();
    }

    private Path orders(String version) throws Exception {
        return managed("Orders", version)
                .workflow("flow")
                .draftWorkflow("later")
                .step("step")
                .disabledStep("off")
                .zip(folder);
    }

    /** What can be on or off, by name. */
    private Map<String, ActivationState> states() throws Exception {
        Map<String, ActivationState> states = new TreeMap<>();
        rehearsal.content().components().forEach(component -> component
                .state()
                .ifPresent(state -> states.put(component.name(), state)));
        return states;
    }
}
