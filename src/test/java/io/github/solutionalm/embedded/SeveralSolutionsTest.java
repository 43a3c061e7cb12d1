package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.applying;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.embedded.Rehearsal.importing;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Upgrades that block each other only by their order: Base drops a column that the old Reports uses, and the new Reports
 * needs one that only the new Base has.
 */
class SeveralSolutionsTest {

    private static final String TABLE = "contoso_order";
    private static final String OLD = "contoso_order.contoso_old";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path base;
    private Path reports;

    @BeforeEach
    void twoSolutions() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                managed("Base", "1.0.0.0").column(TABLE, "contoso_old", "Old").zip(folder),
                managed("Reports", "1.0.0.0")
                        .view(TABLE, "View", "contoso_old")
                        .requires(2, OLD, "Base (1.0.0.0)")
                        .zip(folder));
        base = managed("Base", "2.0.0.0").column(TABLE, "contoso_new", "New").zip(folder);
        reports = managed("Reports", "2.0.0.0")
                .view(TABLE, "View", "contoso_new")
                .requires(2, "contoso_order.contoso_new", "Base (2.0.0.0)")
                .zip(folder);
    }

    @Test
    void neitherCanBeUpgradedFirst() throws Exception {
        assertThat(codes(rehearsal.imports(base).errors())).containsExactly("0x8004F01D", "0x8004F01F");
        assertThat(codes(rehearsal.imports(reports).errors())).containsExactly("0x8004801D");
    }

    @Test
    void bothStagedInOrderAndAppliedInReverseOrderArrive() throws Exception {
        assertThat(rehearsal.stages(base).outcome()).isEqualTo(Outcome.STAGED);
        assertThat(rehearsal.stages(reports).outcome()).isEqualTo(Outcome.STAGED);
        assertThat(rehearsal.solutions())
                .containsExactly("Base 1.0.0.0", "Reports 1.0.0.0", "Base_Upgrade 2.0.0.0", "Reports_Upgrade 2.0.0.0");

        assertThat(rehearsal.applies("Reports").outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.applies("Base").outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.solutions()).containsExactly("Base 2.0.0.0", "Reports 2.0.0.0");
        assertThat(rehearsal.component(ATTRIBUTE, OLD)).isEmpty();
    }

    @Test
    void thePlanOfTheSequenceSaysSo() throws Exception {
        assertThat(rehearsal.plans(options(), base, reports))
                .singleElement()
                .satisfies(plan -> assertThat(plan.isBlocked()).isTrue());
        assertThat(rehearsal.plans(
                        importing(base, options().action(Action.STAGE)),
                        importing(reports, options().action(Action.STAGE)),
                        applying(reports),
                        applying(base)))
                .extracting(PlanResult::outcome)
                .containsExactly(Outcome.STAGED, Outcome.STAGED, Outcome.APPLIED, Outcome.APPLIED);
    }

    @Test
    void whereAllLayersShowTheOldOnesMustGoFirst() throws Exception {
        rehearsal.holding(managed("Forms", "1.0.0.0")
                .mainForm(TABLE, "Form", "contoso_old")
                .requires(2, OLD, "Base (1.0.0.0)")
                .zip(folder));
        rehearsal.stages(base);
        rehearsal.stages(reports);
        rehearsal.stages(managed("Forms", "2.0.0.0").mainForm(TABLE, "Form").zip(folder));

        assertThat(rehearsal.applies("Base").errors()).hasSize(2).last().satisfies(error -> assertThat(error.message())
                .contains("\"Form\" of the solution Forms uses it"));
        rehearsal.applies("Forms");
        assertThat(rehearsal.applies("Base").outcome()).isEqualTo(Outcome.APPLIED);
    }
}
