package io.github.solutionalm.embedded;

import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.packaging.PackageInspector;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages as CRM 2011 wrote them, and such as only the newest exports have. */
class FormatsOverTheYearsTest {

    private static final String LOOKUP = "contoso_order.contoso_accountid";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    private static PackageBuilder base(String version) {
        return PackageBuilder.managed("Base", version)
                .column("contoso_order", "contoso_name", "Name")
                .mainForm("contoso_order", "Information", "contoso_name", "contoso_accountid");
    }

    /** The lookup is defined with its relationship. */
    private static PackageBuilder baseOf2011() {
        return base("1.0.0.0")
                .section(
                        "EntityRelationships",
                        """
                        <EntityRelationship Name="contoso_account_contoso_order">
                        <ReferencingEntityName>contoso_order</ReferencingEntityName><ReferencedEntityName>Account</ReferencedEntityName>
                        <ReferencingAttributeName>contoso_AccountId</ReferencingAttributeName>
                        <field name="contoso_accountid" requiredlevel="none"><displaynames>
                        <displayname description="Account" languagecode="1033"/></displaynames></field></EntityRelationship>
                        """);
    }

    private static PackageBuilder views() {
        return PackageBuilder.managed("Views", "1.0.0.0")
                .view("contoso_order", "view", "contoso_accountid")
                .requires(2, LOOKUP, "Base (1.0.0.0)");
    }

    @Test
    void aLookupOf2011IsThereForFormsAndForOtherSolutions() throws Exception {
        ImportResult base = rehearsal.imports(baseOf2011().zip(folder));
        ImportResult views = rehearsal.imports(views().zip(folder));

        assertThat(base.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(base.warnings()).isEmpty();
        assertThat(rehearsal.layers(ATTRIBUTE, LOOKUP)).containsExactly("Base");
        assertThat(views.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(views.warnings()).isEmpty();
    }

    @Test
    void aLookupOf2011StaysWhenANewerExportHasItAmongTheColumns() throws Exception {
        rehearsal.holding(baseOf2011().zip(folder));
        Path newer = base("2.0.0.0")
                .column("contoso_order", "contoso_accountid", "Account")
                .section(
                        "EntityRelationships",
                        "<EntityRelationship Name=\"contoso_account_contoso_order\"><ReferencingEntityName>contoso_order</ReferencingEntityName></EntityRelationship>")
                .zip(folder);

        PlanResult plan = rehearsal
                .plans(ImportOptionsBuilder.options().action(Action.UPGRADE), newer)
                .get(0);

        assertThat(plan.count(Change.DELETE)).isZero();
        assertThat(plan.changes())
                .filteredOn(change -> change.key().key().equals(LOOKUP))
                .extracting(change -> change.change())
                .containsExactly(Change.CHANGE);
    }

    private Path hub(String version, String script) throws Exception {
        return PackageBuilder.managed("Hub", version)
                .section(
                        "CanvasApps",
                        """
                        <CanvasApp><Name>contoso_hub</Name><CodeAppPackageUris>
                        <CodeAppPackageUri>/CanvasApps/contoso_hub_CodeAppPackages/index.html_ContentType_text/html</CodeAppPackageUri>
                        <CodeAppPackageUri>/CanvasApps/contoso_hub_CodeAppPackages/assets/index.js_ContentType_application/javascript</CodeAppPackageUri>
                        </CodeAppPackageUris></CanvasApp>
                        """)
                .file("CanvasApps/contoso_hub_CodeAppPackages/index.html", "<html/>")
                .file("CanvasApps/contoso_hub_CodeAppPackages/assets/index.js", script)
                .root(300, "contoso_hub")
                .zip(folder);
    }

    @Test
    void aCodeAppChangesWithItsScript() throws Exception {
        assertThat(rehearsal.holding(hub("1.0.0.0", "alert(1)")).warnings()).isEmpty();

        PlanResult plan = rehearsal
                .plans(ImportOptionsBuilder.options(), hub("1.1.0.0", "alert(2)"))
                .get(0);

        assertThat(plan.count(Change.CHANGE)).isEqualTo(1);
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void theFilesOfACodeAppAreItsCode() throws Exception {
        PackageInspection inspection = PackageInspector.inspect(hub("1.0.0.0", "alert(1)"), Optional.empty());

        assertThat(inspection.warnings()).isEmpty();
        assertThat(inspection.code()).singleElement().satisfies(code -> assertThat(code.size())
                .isEqualTo("<html/>".length() + "alert(1)".length()));
    }
}
