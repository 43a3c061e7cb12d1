package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ROUTING_RULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.store.ImportJob;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade that would break something is refused before anything is written, with all that it would break. */
class BlockedUpgradeTest {

    private static final String TABLE = "contoso_order";
    private static final String FAX = "contoso_order.contoso_fax";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path next;

    @BeforeEach
    void aSolutionWhoseColumnOthersUse() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                managed("Orders", "1.0.0.0")
                        .column(TABLE, "contoso_fax", "Fax")
                        .column(TABLE, "contoso_telex", "Telex")
                        .webResource("contoso_/shared.js", "shared")
                        .routingRule("rule", true)
                        .zip(folder),
                managed("Orders_Patch", "1.0.1.0")
                        .patchOf("Orders")
                        .column(TABLE, "contoso_patched", "Patched")
                        .zip(folder),
                managed("Reports", "1.0.0.0")
                        .view(TABLE, "Faxes", "contoso_fax", "contoso_telex")
                        .zip(folder),
                managed("Partner", "1.0.0.0")
                        .publisher("fabrikam")
                        .webResource("contoso_/shared.js", "partner")
                        .zip(folder),
                unmanaged("Mine", "1.0.0.0")
                        .view(TABLE, "My faxes", "contoso_fax")
                        .zip(folder));
        next = managed("Orders", "2.0.0.0")
                .column(TABLE, "contoso_mail", "Mail")
                .zip(folder);
    }

    @Test
    void allThatBlocksIsNamedWithSolutionAndAdvice() throws Exception {
        ImportResult result = rehearsal.imports(next);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors()))
                .containsExactly("0x8004F01D", "0x8004F01F", "0x8004F01F", "0x8004F850", "0x8004F020");
        assertThat(result.errors().get(0).message()).startsWith("4 components");
        assertThat(message(result, 1))
                .contains("Attribute " + FAX)
                .contains("\"Faxes\" of the solution Reports", "\"My faxes\" of the unmanaged customizations")
                .contains("First import a version of Reports", "Remove the reference in the environment");
        assertThat(message(result, 2)).contains("contoso_telex", "Reports").doesNotContain("My faxes");
        assertThat(message(result, 3)).contains("RoutingRule", "Set activeRules to 'deactivate'");
        assertThat(message(result, 4)).contains("contoso_/shared.js", "Partner of another publisher");
    }

    @Test
    void nothingHasChanged() throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());
        ImportResult result = rehearsal.imports(next, options().overwriteCustomizations());

        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
        assertThat(result.components())
                .isNotEmpty()
                .allMatch(component -> component.status() == ComponentResult.Status.UNPROCESSED);
        assertThat(result.count(Change.DELETE)).isEqualTo(5);
        assertThat(rehearsal.lastJob().state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(rehearsal.lastJob().end().errors()).contains("0x8004F01D");
    }

    @Test
    void anUpdateAndAStageAreNotBlocked() throws Exception {
        Rehearsal other = Rehearsal.at(folder.resolve("other.db"));
        Files.copy(rehearsal.file(), other.file());

        assertThat(rehearsal.imports(next, options().action(Action.UPDATE)).outcome())
                .isEqualTo(Outcome.UPDATED);
        assertThat(other.stages(next).outcome()).isEqualTo(Outcome.STAGED);
    }

    @Test
    void aBlockedApplyLeavesAllAsStaged() throws Exception {
        rehearsal.stages(next);
        String staged = EnvironmentDump.everything(rehearsal.file());
        ImportResult result = rehearsal.applies("Orders");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).startsWith("0x8004F01D").contains("0x8004F01F", "0x8004F850", "0x8004F020");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(staged);
        assertThat(rehearsal.solutions()).contains("Orders 1.0.0.0", "Orders_Patch 1.0.1.0", "Orders_Upgrade 2.0.0.0");
    }

    @Test
    void itCanBeRunAgainWhenWhatBlocksIsGone() throws Exception {
        rehearsal.stages(next);
        rehearsal.applies("Orders");
        removeWhatBlocks();

        assertThat(rehearsal.applies("Orders").outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.component(ATTRIBUTE, FAX)).isEmpty();
        assertThat(rehearsal.solutions()).contains("Orders 2.0.0.0").doesNotContain("Orders_Patch 1.0.1.0");
    }

    @Test
    void soCanTheUpgrade() throws Exception {
        rehearsal.imports(next);
        removeWhatBlocks();

        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.component(ROUTING_RULE, id("rule"))).isEmpty();
    }

    /** The other solutions no longer need it, the customization is changed, the rule is deactivated. */
    private void removeWhatBlocks() throws Exception {
        rehearsal.imports(managed("Reports", "1.1.0.0").view(TABLE, "Faxes").zip(folder));
        rehearsal.imports(managed("Partner", "1.1.0.0")
                .publisher("fabrikam")
                .webResource("contoso_/own.js", "partner")
                .zip(folder));
        rehearsal.imports(unmanaged("Mine", "1.1.0.0").view(TABLE, "My faxes").zip(folder));
        EnvironmentDump.change(rehearsal.file(), "UPDATE layer SET state = 'DRAFT' WHERE state = 'ACTIVATED'");
    }

    private static String message(ImportResult result, int error) {
        return result.errors().get(error).message();
    }
}
