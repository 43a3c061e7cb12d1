package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.process;
import static io.github.solutionalm.embedded.Fragments.relationship;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.CONNECTION_REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upgrades that are sound, and that the platform may still refuse, because it deletes in its own order. */
class PlatformFaultsTest {

    private static final String SCRIPT = "contoso_/a.js";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    @Test
    void aConnectionReferenceGoesWithTheFlowThatUsesIt() throws Exception {
        rehearsal.holding(withConnection("1.0.0.0", "Mail"));
        Path next = without("2.0.0.0");

        PlanResult plan = rehearsal.plans(options(), next).get(0);
        ImportResult result = rehearsal.imports(next);

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.component(CONNECTION_REFERENCE, "contoso_mail")).isEmpty();
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("0x8004F01F");
            assertThat(warning.platformFault()).isTrue();
            assertThat(warning.message())
                    .isEqualTo("connectionreference contoso_mail is deleted together with its users: Workflow "
                            + id("Mail")
                            + " (Mail). Dataverse deletes in its own order and may refuse this. If it does, make"
                            + " two releases: one without the users, then one without connectionreference"
                            + " contoso_mail.");
        });
        assertThat(plan.warnings()).isEqualTo(result.warnings());
    }

    @Test
    void twoReleasesAreTheCure() throws Exception {
        rehearsal.holding(withConnection("1.0.0.0", "Mail"));

        ImportResult withoutUsers = rehearsal.imports(withConnection("2.0.0.0"));
        ImportResult withoutBoth = rehearsal.imports(without("3.0.0.0"));

        assertThat(withoutUsers.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(withoutBoth.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(faults(withoutUsers)).isEmpty();
        assertThat(faults(withoutBoth)).isEmpty();
    }

    @Test
    void anUpgradeInTwoStepsIsWarnedOfInBoth() throws Exception {
        rehearsal.holding(withConnection("1.0.0.0", "Mail"));

        ImportResult staged = rehearsal.stages(without("2.0.0.0"));
        PlanResult plan = rehearsal.plans(Rehearsal.applying("Orders")).get(0);
        ImportResult applied = rehearsal.applies("Orders");

        assertThat(codes(faults(staged))).containsExactly("0x8004F01F");
        assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(faults(applied)).isEqualTo(faults(staged));
        assertThat(plan.warnings()).isEqualTo(applied.warnings());
    }

    @Test
    void someUsersAreNamedAndTheOthersCounted() throws Exception {
        rehearsal.holding(withConnection("1.0.0.0", "A", "B", "C", "D", "E"));

        ImportResult result = rehearsal.imports(without("2.0.0.0"));

        assertThat(result.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains(" and 2 more. Dataverse deletes in its own order and may refuse"));
    }

    @Test
    void aUserThatStaysIsNoFaultOfThePlatform() throws Exception {
        rehearsal.holding(withConnection("1.0.0.0"));
        rehearsal.holding(flows(managed("Sales", "1.0.0.0"), "Mail").zip(folder));

        ImportResult result = rehearsal.imports(without("2.0.0.0"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).noneMatch(Finding::platformFault);
    }

    @Test
    void aChoiceGoesWithTheColumnThatUsesIt() throws Exception {
        rehearsal.holding(managed("Orders", "1.0.0.0")
                .section("optionsets", "<optionset Name=\"contoso_color\"><IsGlobal>1</IsGlobal></optionset>")
                .section(
                        "Entities",
                        table(
                                "contoso_order",
                                "",
                                column("contoso_color", "picklist", says("OptionSetName", "contoso_color"))))
                .zip(folder));

        ImportResult result = rehearsal.imports(managed("Orders", "2.0.0.0")
                .section("Entities", table("contoso_order", ""))
                .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(faults(result)).singleElement().satisfies(warning -> assertThat(warning.message())
                .startsWith("OptionSet contoso_color is deleted together with its users: Attribute"
                        + " contoso_order.contoso_color. "));
    }

    @Test
    void partsOfATableAndItsRelationshipsGoWithItInOne() throws Exception {
        rehearsal.holding(managed("Orders", "1.0.0.0")
                .webResource(SCRIPT, "a")
                .section("Entities", table("contoso_order", "", column("contoso_total", "int")))
                .section(
                        "EntityRelationships",
                        relationship(
                                "contoso_account_order",
                                says("ReferencedEntityName", "account"),
                                says("ReferencingEntityName", "contoso_order")))
                .zip(folder));

        ImportResult result = rehearsal.imports(without("2.0.0.0"));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(faults(result)).isEmpty();
    }

    private static List<Finding> faults(ImportResult result) {
        return result.warnings().stream().filter(Finding::platformFault).toList();
    }

    private Path withConnection(String version, String... flows) throws Exception {
        return flows(managed("Orders", version), flows)
                .webResource(SCRIPT, "a")
                .section(
                        "connectionreferences",
                        "<connectionreference connectionreferencelogicalname=\"contoso_mail\"><connectorid>/providers/"
                                + "Microsoft.PowerApps/apis/shared_office365</connectorid></connectionreference>")
                .zip(folder);
    }

    private Path without(String version) throws Exception {
        return managed("Orders", version).webResource(SCRIPT, "a").zip(folder);
    }

    /** Flows that send mail. */
    private static PackageBuilder flows(PackageBuilder solution, String... names) {
        for (String name : names) {
            String file = "Workflows/" + name + ".json";
            solution.section(
                            "Workflows",
                            process(
                                    name,
                                    says("JsonFileName", "/" + file),
                                    says("Category", "5"),
                                    says("StateCode", "1")))
                    .file(
                            file,
                            "{\"properties\":{\"connectionReferences\":{\"mail\":{\"connection\":"
                                    + "{\"connectionReferenceLogicalName\":\"contoso_mail\"}}}}}");
        }
        return solution;
    }
}
