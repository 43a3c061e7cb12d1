package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ROUTING_RULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ActivationState;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are active go into draft for an import and are active again afterwards, or go, where the build says so. */
class ActiveRulesTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void anActiveRule() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                managed("Orders", "1.0.0.0").routingRule("cases", true).zip(folder));
    }

    @Test
    void theyAreDeactivatedAndActivatedAgain() throws Exception {
        Path next = managed("Orders", "2.0.0.0").routingRule("cases", false).zip(folder);

        assertThat(codes(rehearsal.imports(next).errors())).containsExactly("0x8004F867", "0x8004F851");
        ImportResult result = rehearsal.imports(next, deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(codes(result.warnings())).containsExactly("0x8004F851");
        assertThat(state()).contains(ActivationState.ACTIVATED);
    }

    @Test
    void theyAreDeletedWithTheVersionThatHadThem() throws Exception {
        Path next =
                managed("Orders", "2.0.0.0").webResource("contoso_/a.js", "a").zip(folder);

        assertThat(codes(rehearsal.imports(next).errors())).contains("0x8004F850");
        ImportResult result = rehearsal.imports(next, deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(codes(result.warnings())).containsExactly("0x8004F850");
        assertThat(rehearsal.component(ROUTING_RULE, id("cases"))).isEmpty();
    }

    @Test
    void theyAreDeletedWhenAStagedUpgradeIsApplied() throws Exception {
        rehearsal.stages(
                managed("Orders", "2.0.0.0").webResource("contoso_/a.js", "a").zip(folder));

        assertThat(codes(rehearsal.applies("Orders").errors())).contains("0x8004F850");
        ImportResult result = rehearsal.applies("Orders", deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(codes(result.warnings())).containsExactly("0x8004F850");
    }

    @Test
    void theyAreDeletedWhenALeftoverUpgradeIsApplied() throws Exception {
        rehearsal.stages(
                managed("Orders", "2.0.0.0").webResource("contoso_/a.js", "a").zip(folder));

        ImportResult result = rehearsal.imports(
                managed("Orders", "3.0.0.0").webResource("contoso_/a.js", "b").zip(folder),
                deactivating().leftoverUpgrade(LeftoverUpgrade.APPLY));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(codes(result.warnings())).contains("0x8004F850");
    }

    @Test
    void anImportThatIsRefusedLeavesThemActive() throws Exception {
        ImportResult result = rehearsal.imports(
                managed("Orders", "2.0.0.0")
                        .routingRule("cases", false)
                        .root(61, "contoso_/no.js")
                        .zip(folder),
                deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(state()).contains(ActivationState.ACTIVATED);
    }

    private Optional<ActivationState> state() throws Exception {
        return rehearsal.component(ROUTING_RULE, id("cases")).orElseThrow().state();
    }

    private static ImportOptionsBuilder deactivating() {
        return options().activeRules(ActiveRules.DEACTIVATE);
    }
}
