package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.form;
import static io.github.solutionalm.embedded.Fragments.process;
import static io.github.solutionalm.embedded.Fragments.relationship;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one part of a package can't do without is in the package too, or in the environment. */
class PackagesThatHoldTogetherTest {

    private static final String LOOKUP = column("contoso_customer", "lookup");
    private static final String ITS_RELATIONSHIP = relationship(
            "contoso_account_order",
            says("EntityRelationshipType", "OneToMany"),
            says("ReferencedEntityName", "account"),
            says("ReferencingEntityName", "contoso_order"),
            says("ReferencingAttributeName", "contoso_customer"));
    private static final String PROCESS_FLOW =
            process("Sale", says("Category", "4"), says("StateCode", "0"), says("UniqueName", "contoso_sale"));
    private static final String DIFFERENCE = "<form><tabs><tab solutionaction=\"Modified\"/></tabs></form>";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    @Test
    void aLookupColumnHasItsRelationship() throws Exception {
        ImportResult result = imports(orders().section("Entities", table("contoso_order", "", LOOKUP)));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x80090445");
        assertThat(result.errors().get(0).message())
                .isEqualTo(
                        "The lookup column Attribute contoso_order.contoso_customer has no relationship, neither in the"
                                + " package nor in the environment. Add the relationship to the solution and export it again.");
    }

    @Test
    void theRelationshipIsInThePackage() throws Exception {
        assertThat(imports(orders().section("Entities", table("contoso_order", "", LOOKUP))
                                .section("EntityRelationships", ITS_RELATIONSHIP))
                        .errors())
                .isEmpty();
    }

    @Test
    void orInTheEnvironment() throws Exception {
        rehearsal.holding(managed("Base", "1.0.0.0")
                .section("Entities", table("contoso_order", "", LOOKUP))
                .section("EntityRelationships", ITS_RELATIONSHIP)
                .zip(folder));

        assertThat(imports(orders().section(
                                        "Entities",
                                        table("contoso_order", "", column("contoso_customer", "lookup", "<a>1</a>"))))
                        .errors())
                .isEmpty();
    }

    @Test
    void thePlatformsOwnLookupsComeWithTheirs() throws Exception {
        assertThat(imports(orders().section(
                                        "Entities",
                                        table("contoso_order", "", column("transactioncurrencyid", "lookup"))))
                        .errors())
                .isEmpty();
    }

    @Test
    void aBusinessProcessFlowHasItsTable() throws Exception {
        ImportResult result = imports(orders().section("Workflows", PROCESS_FLOW));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x80060440");
        assertThat(result.errors().get(0).message()).contains("needs the table contoso_sale, which is neither");
    }

    @Test
    void itsTableMayBeMissingWhereDependenciesMay() throws Exception {
        ImportResult result = rehearsal.imports(
                orders().section("Workflows", PROCESS_FLOW).zip(folder),
                options().missingDependencies(MissingDependencies.WARN));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly("0x80060440");
    }

    @Test
    void itsTableIsInThePackageOrInTheEnvironment() throws Exception {
        assertThat(imports(orders().section("Entities", table("contoso_sale", ""))
                                .section("Workflows", PROCESS_FLOW))
                        .errors())
                .isEmpty();
        assertThat(imports(managed("Sales", "1.0.0.0").section("Workflows", PROCESS_FLOW))
                        .errors())
                .isEmpty();
    }

    @Test
    void otherProcessesHaveNoTable() throws Exception {
        assertThat(imports(orders().section(
                                        "Workflows",
                                        process("Close", says("Category", "3"), says("UniqueName", "contoso_close"))))
                        .errors())
                .isEmpty();
    }

    @Test
    void aFormThatIsADifferenceHasAFormToDifferFrom() throws Exception {
        rehearsal.holding(managed("Base", "1.0.0.0")
                .section("Entities", table("contoso_order", ""))
                .zip(folder));

        ImportResult result = imports(orders().section("Entities", form("contoso_order", "Main", DIFFERENCE)));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEmpty();
            assertThat(error.message())
                    .contains(
                            "of Entity contoso_order is a difference to a form that the environment does not have: full"
                                    + " formXml is expected to create a form.");
        });
    }

    @Test
    void theFormIsInTheEnvironment() throws Exception {
        rehearsal.holding(managed("Base", "1.0.0.0")
                .section("Entities", table("contoso_order", ""))
                .section("Entities", form("contoso_order", "Main", "<form><tabs/></form>"))
                .zip(folder));

        assertThat(imports(orders().section("Entities", form("contoso_order", "Main", DIFFERENCE)))
                        .errors())
                .isEmpty();
    }

    @Test
    void formsOfThePlatformsTablesAreNotAllKnown() throws Exception {
        assertThat(imports(orders().section("Entities", form("account", "Main", DIFFERENCE)))
                        .errors())
                .isEmpty();
    }

    @Test
    void aSiteMapThatIsADifferenceIsWarnedOfInAnUnmanagedPackage() throws Exception {
        String difference = "<SiteMap><Area Id=\"contoso\" solutionaction=\"Added\"/></SiteMap>";

        ImportResult unmanaged = imports(unmanaged("Mine", "1.0.0.0").section("SiteMap", difference));
        ImportResult managed = imports(orders().section("SiteMap", difference));

        assertThat(unmanaged.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(unmanaged.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("\"unmanaged solution expects full siteMapXml\""));
        assertThat(managed.warnings()).isEmpty();
    }

    @Test
    void aFieldPermissionIsForAColumnThatIsThere() throws Exception {
        ImportResult result = imports(withPermission("1", "contoso_gone"));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly("0x80048064");
        assertThat(result.warnings().get(0).message())
                .contains("Neither the package nor the environment has Attribute contoso_order.contoso_gone");
    }

    @Test
    void aFieldPermissionIsForASecuredColumn() throws Exception {
        ImportResult result = imports(withPermission("0", "contoso_total"));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly("0x80048063");
        assertThat(result.warnings().get(0).message())
                .contains(
                        "is for Attribute contoso_order.contoso_total, which is not secured in the package: Dataverse ignores the"
                                + " permission.");
        assertThat(imports(withPermission("1", "contoso_total")).warnings()).isEmpty();
    }

    @Test
    void allIsReportedAtOnce() throws Exception {
        ImportResult result = imports(
                orders().section("Entities", table("contoso_order", "", LOOKUP)).section("Workflows", PROCESS_FLOW));

        assertThat(codes(result.errors())).isEqualTo(List.of("0x80090445", "0x80060440"));
    }

    private ImportResult imports(PackageBuilder solution) throws Exception {
        return rehearsal.imports(solution.zip(folder));
    }

    private static PackageBuilder orders() {
        return managed("Orders", "1.0.0.0");
    }

    private static PackageBuilder withPermission(String secured, String column) {
        return managed("Secured" + secured, "1.0.0.0")
                .section(
                        "Entities",
                        table("contoso_order", "", column("contoso_total", "int", says("IsSecured", secured))))
                .section(
                        "FieldSecurityProfiles",
                        "<FieldSecurityProfile fieldsecurityprofileid=\"{%s}\" name=\"Clerks\"><FieldPermissions>"
                                        .formatted(id("Clerks"))
                                + "<FieldPermission>" + says("EntityName", "contoso_order")
                                + says("AttributeName", column) + "</FieldPermission></FieldPermissions>"
                                + "</FieldSecurityProfile>");
    }
}
