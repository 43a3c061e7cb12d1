package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A staged upgrade that an earlier build left behind, when the solution is imported again. */
class LeftoverUpgradeTest {

    private static final String TABLE = "contoso_order";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path first;
    private Path second;
    private Path third;

    @BeforeEach
    void aStagedUpgrade() throws Exception {
        rehearsal = Rehearsal.in(folder);
        first = version("1.0.0.0", "contoso_one").zip(folder);
        second = version("2.0.0.0", "contoso_two").zip(folder);
        third = version("3.0.0.0", "contoso_three").zip(folder);
        rehearsal.holding(first);
        assertThat(rehearsal.stages(second).outcome()).isEqualTo(Outcome.STAGED);
    }

    @Test
    void isInTheWayUnlessToldOtherwise() throws Exception {
        assertThat(codes(rehearsal.imports(third).errors())).containsExactly("0x80048539");
    }

    @Test
    void isAppliedFirst() throws Exception {
        ImportResult result = imports(third, LeftoverUpgrade.APPLY);

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.previousVersion()).contains("2.0.0.0");
        assertThat(rehearsal.solutions()).containsExactly("Orders 3.0.0.0");
        assertThat(columns()).containsExactly("contoso_order.contoso_three");
        assertThat(result.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("Orders_Upgrade 2.0.0.0 was left over")
                .contains("It was applied first")
                .contains("deleted 1 component."));
        assertThat(result.count(Change.DELETE)).isEqualTo(2);
    }

    @Test
    void whatGoesWithItIsInThePlan() throws Exception {
        ImportOptionsBuilder options = options().leftoverUpgrade(LeftoverUpgrade.APPLY);
        PlanResult plan = rehearsal.plans(options, third).get(0);

        assertThat(plan.changes())
                .filteredOn(change -> change.change() == Change.DELETE)
                .extracting(change -> change.key().key())
                .containsExactlyInAnyOrder("contoso_order.contoso_one", "contoso_order.contoso_two");
        assertThat(rehearsal.imports(third, options).count(Change.DELETE)).isEqualTo(2);
    }

    @Test
    void isDiscardedFirst() throws Exception {
        ImportResult result = imports(third, LeftoverUpgrade.DISCARD);

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.previousVersion()).contains("1.0.0.0");
        assertThat(rehearsal.solutions()).containsExactly("Orders 3.0.0.0");
        assertThat(columns()).containsExactly("contoso_order.contoso_three");
        assertThat(result.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("It was discarded first"));
    }

    @Test
    void isDiscardedForAPatchOfTheBase() throws Exception {
        Path patch = managed("Orders_Patch", "1.0.1.0")
                .patchOf("Orders")
                .column(TABLE, "contoso_patched", "x")
                .zip(folder);

        assertThat(imports(patch, LeftoverUpgrade.DISCARD).outcome()).isEqualTo(Outcome.PATCHED);
        assertThat(rehearsal.solutions()).containsExactly("Orders 1.0.0.0", "Orders_Patch 1.0.1.0");
        assertThat(columns()).containsExactly("contoso_order.contoso_one", "contoso_order.contoso_patched");
    }

    @Test
    void isAppliedWhereThePackageIsTheStagedOne() throws Exception {
        ImportResult result = imports(second, LeftoverUpgrade.APPLY);

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(rehearsal.solutions()).containsExactly("Orders 2.0.0.0");
    }

    @Test
    void staysWhenThePackageIsRefusedAfterAll() throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());

        assertThat(codes(imports(first, LeftoverUpgrade.APPLY).errors())).containsExactly("0x80048541");
        assertThat(codes(imports(
                                version("3.0.0.0", "contoso_x")
                                        .root(61, "contoso_/no.js")
                                        .zip(folder),
                                LeftoverUpgrade.DISCARD)
                        .errors()))
                .containsExactly("0x8004801F");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void staysWhenWhatItDeletesIsInUse() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0.0.0")
                .view(TABLE, "Mine", "contoso_one", "contoso_two")
                .zip(folder));
        String before = EnvironmentDump.everything(rehearsal.file());

        ImportResult applied = imports(third, LeftoverUpgrade.APPLY);
        assertThat(codes(applied.errors())).containsExactly("0x8004F01D", "0x8004F01F");
        assertThat(applied.errors().get(1).message()).contains("contoso_one");
        ImportResult discarded = imports(third, LeftoverUpgrade.DISCARD);
        assertThat(codes(discarded.errors())).containsExactly("0x8004F01D", "0x8004F01F");
        assertThat(discarded.errors().get(0).message()).startsWith("A component that would be deleted is still in use");
        assertThat(discarded.errors().get(1).message()).contains("contoso_two");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void theGatesHoldForWhatItDeletesToo() throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());
        for (LeftoverUpgrade policy : new LeftoverUpgrade[] {LeftoverUpgrade.APPLY, LeftoverUpgrade.DISCARD}) {
            ImportResult refused = rehearsal.imports(
                    third,
                    options()
                            .leftoverUpgrade(policy)
                            .gates(new PlanGates(true, List.of("Attribute:*.contoso_three"), false, false, false)));

            assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.message())
                    .contains(policy == LeftoverUpgrade.APPLY ? "contoso_one" : "contoso_two")
                    .contains("failOnDelete"));
        }
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void aLowerVersionGoesOverWhatIsLeftOnceItIsDiscarded() throws Exception {
        ImportResult result = rehearsal.imports(
                version("0.9.0.0", "contoso_zero").zip(folder),
                options().leftoverUpgrade(LeftoverUpgrade.DISCARD).lowerVersion(LowerVersion.IMPORT));

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(columns()).containsExactly("contoso_order.contoso_one", "contoso_order.contoso_zero");
    }

    private ImportResult imports(Path solution, LeftoverUpgrade policy) throws Exception {
        return rehearsal.imports(solution, options().leftoverUpgrade(policy));
    }

    private List<String> columns() throws Exception {
        return rehearsal.content().components().stream()
                .filter(component -> component.key().type().equals(ATTRIBUTE))
                .map(component -> component.key().key())
                .toList();
    }

    private static PackageBuilder version(String version, String column) {
        return managed("Orders", version).column(TABLE, column, "x");
    }
}
