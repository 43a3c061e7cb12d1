package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.NOW;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.embedded.Rehearsal.fixture;
import static io.github.solutionalm.model.ComponentType.SDK_MESSAGE_PROCESSING_STEP;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.packaging.PackageInspector;
import io.github.solutionalm.report.ImportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/**
 * The sentences of the page "Import, update, and upgrade a solution"
 * (https://learn.microsoft.com/dynamics365/customerengagement/on-premises/customize/import-update-upgrade-solution, January
 * 2020): all of "Import a solution", and the options for customizations and post import actions where a solution is
 * installed. {@link UpgradePageTest} has the others.
 */
class ImportPageTest {

    private static final String SCRIPT = "contoso_/a.js";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    // Import a solution

    @Test
    void browseToTheCompressedZipOrCabFileThatContainsTheSolution() throws Exception {
        rehearsal.holding(
                managed("Zipped", "1.0.0.0").webResource("contoso_/z.js", "z").zip(folder),
                managed("Cabbed", "1.0.0.0").webResource("contoso_/c.js", "c").cab(folder));

        assertThat(rehearsal.solutions()).containsExactly("Zipped 1.0.0.0", "Cabbed 1.0.0.0");
    }

    @Test
    void youCanViewInformationAboutTheSolutionBeforeYouChooseImport() throws Exception {
        PackageInspection inspection =
                PackageInspector.inspect(fixture("ContosoOrders_1_0_0_0_managed"), Optional.empty());

        assertThat(inspection.manifest().uniqueName()).isEqualTo("ContosoOrders");
        assertThat(inspection.manifest().publisher().uniqueName()).isEqualTo("contoso");
    }

    @Test
    void ifItIsSuccessfulYouCanViewTheResults() throws Exception {
        ImportResult result = rehearsal.holding(
                managed("Orders", "1.0.0.0").webResource(SCRIPT, "a").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.components()).singleElement().satisfies(component -> {
            assertThat(component.key()).isEqualTo(new ComponentKey(WEB_RESOURCE, SCRIPT));
            assertThat(component.at()).contains(NOW);
        });
    }

    @Test
    void changesThatRequirePublishingMustBePublishedBeforeTheyWillBeAvailable() throws Exception {
        ImportResult result = rehearsal.holding(
                unmanaged("Mine", "1.0.0.0").webResource(SCRIPT, "a").zip(folder));

        assertThat(result.unpublished()).isEqualTo(1);
        assertThat(isAvailable(WEB_RESOURCE, SCRIPT)).isFalse();
        rehearsal.publish();
        assertThat(isAvailable(WEB_RESOURCE, SCRIPT)).isTrue();
    }

    @Test
    void ifTheImportIsNotSuccessfulYouWillSeeAReportShowingAnyErrorsOrWarningsThatWereCaptured() throws Exception {
        ImportResult result = rehearsal.imports(managed("Orders", "1.0.0.0")
                .webResource(SCRIPT, "a")
                .root(61, "contoso_/no.js")
                .root(61, "contoso_/nor.js")
                .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).hasSize(2);
        assertThat(result.errors()).allSatisfy(error -> {
            assertThat(error.code()).isEqualTo("0x8004801F");
            assertThat(error.component()).isPresent();
            assertThat(error.message()).contains("Export the solution again");
        });
    }

    @Test
    void theMostCommonCauseIsThatTheSolutionDidNotContainSomeRequiredComponents() throws Exception {
        ImportResult result = rehearsal.imports(fixture("FabrikamBroken_1_0_0_0_managed"));

        assertThat(codes(result.errors())).containsExactly("0x8004801D");
        assertThat(result.missingDependencies())
                .isNotEmpty()
                .allSatisfy(missing -> assertThat(missing.dependent().key()).isNotNull());
    }

    @Test
    void theLogFileIsAnXmlFileThatYouCanOpenUsingExcel() throws Exception {
        ImportResult result = rehearsal.imports(fixture("FabrikamBroken_1_0_0_0_managed"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        Path log = ImportReport.write(result, folder).log();
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        Document document = parsers.newDocumentBuilder().parse(log.toFile());
        assertThat(document.getDocumentElement().getNamespaceURI())
                .isEqualTo("urn:schemas-microsoft-com:office:spreadsheet");
        assertThat(Files.readString(log)).contains("progid=\"Excel.Sheet\"").contains("0x8004801D");
    }

    @Test
    void anActiveRoutingRuleSetWhereTheRuleAlreadyExistsWithTheSameIdFails() throws Exception {
        rehearsal.holding(
                managed("Cases", "1.0.0.0").routingRule("cases", false).zip(folder));
        Path other = managed("Other", "1.0.0.0").routingRule("cases", true).zip(folder);
        Path own = managed("Own", "1.0.0.0").routingRule("own", true).zip(folder);

        assertThat(codes(rehearsal.imports(other).errors())).containsExactly("0x8004F867", "0x8004F851");
        rehearsal.holding(own);
        assertThat(rehearsal
                        .component(ComponentType.ROUTING_RULE, id("own"))
                        .orElseThrow()
                        .state())
                .contains(ActivationState.ACTIVATED);
    }

    // Customization options

    @Test
    void maintainCustomizationsImpliesThatSomeOfTheUpdatesWillNotTakeEffect() throws Exception {
        rehearsal.holding(
                managed("Scripts", "1.0.0.0").webResource(SCRIPT, "shared").zip(folder),
                unmanaged("Mine", "1.0.0.0").webResource(SCRIPT, "mine").zip(folder));
        ImportResult result = rehearsal.holding(
                managed("Orders", "1.0.0.0").webResource(SCRIPT, "a").zip(folder));

        assertThat(result.hidden()).isEqualTo(1);
        assertThat(top(WEB_RESOURCE, SCRIPT)).isEqualTo(layer(WEB_RESOURCE, SCRIPT, "Active"));
        assertThat(top(WEB_RESOURCE, SCRIPT)).isNotEqualTo(layer(WEB_RESOURCE, SCRIPT, "Orders"));
    }

    @Test
    void overwriteCustomizationsOverwritesThoseOfComponentsIncludedInThisSolution() throws Exception {
        rehearsal.holding(
                managed("Scripts", "1.0.0.0").webResource(SCRIPT, "shared").zip(folder),
                unmanaged("Mine", "1.0.0.0")
                        .webResource(SCRIPT, "mine")
                        .webResource("contoso_/b.js", "mine")
                        .zip(folder));
        String untouched = top(WEB_RESOURCE, "contoso_/b.js");
        rehearsal.imports(
                managed("Orders", "1.0.0.0").webResource(SCRIPT, "a").zip(folder),
                options().overwriteCustomizations());

        assertThat(top(WEB_RESOURCE, SCRIPT)).isEqualTo(layer(WEB_RESOURCE, SCRIPT, "Orders"));
        assertThat(top(WEB_RESOURCE, "contoso_/b.js")).isEqualTo(untouched);
    }

    @Test
    void overwriteDoesNotAffectComponentsThatSupportMergeBehavior() throws Exception {
        rehearsal.holding(
                managed("Forms", "1.0.0.0").form("form", "base").zip(folder),
                unmanaged("Mine", "1.0.0.0").form("form", "mine").zip(folder));
        rehearsal.imports(
                managed("Orders", "1.0.0.0").form("form", "a").zip(folder),
                options().overwriteCustomizations());

        assertThat(rehearsal.layers(SYSTEM_FORM, id("form"))).containsExactly("Forms", "Orders", "Active");
        assertThat(top(SYSTEM_FORM, id("form"))).isNotEqualTo(layer(SYSTEM_FORM, id("form"), "Orders"));
    }

    @Test
    void componentsThatHaveOtherManagedSolutionsOnTopAreNotAffectedByOverwrite() throws Exception {
        rehearsal.holding(
                managed("Orders", "1.0.0.0").webResource(SCRIPT, "a").zip(folder),
                managed("Later", "1.0.0.0").webResource(SCRIPT, "later").zip(folder),
                unmanaged("Mine", "1.0.0.0").webResource(SCRIPT, "mine").zip(folder));
        String before = top(WEB_RESOURCE, SCRIPT);
        rehearsal.imports(
                managed("Orders", "1.0.0.0").webResource(SCRIPT, "new").zip(folder),
                options().sameVersion(SameVersion.IMPORT).overwriteCustomizations());

        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Later", "Active");
        assertThat(top(WEB_RESOURCE, SCRIPT)).isEqualTo(before);
    }

    // Post import actions

    @Test
    void enableWillEnablePluginsAndWorkflowsThatAreIncludedInTheSolution() throws Exception {
        rehearsal.holding(
                managed("Orders", "1.0.0.0").step("step").workflow("flow").zip(folder));

        assertThat(state(SDK_MESSAGE_PROCESSING_STEP, "step")).isEqualTo(ActivationState.ENABLED);
        assertThat(state(WORKFLOW, "flow")).isEqualTo(ActivationState.ACTIVATED);
    }

    @Test
    void withoutItTheyAreNotEnabled() throws Exception {
        rehearsal.imports(
                managed("Orders", "1.0.0.0").step("step").workflow("flow").zip(folder),
                options().withoutSteps());

        assertThat(state(SDK_MESSAGE_PROCESSING_STEP, "step")).isEqualTo(ActivationState.DISABLED);
        assertThat(state(WORKFLOW, "flow")).isEqualTo(ActivationState.DRAFT);
    }

    private boolean isAvailable(ComponentType type, String key) throws Exception {
        return rehearsal.component(type, key).orElseThrow().published().orElseThrow();
    }

    private ActivationState state(ComponentType type, String name) throws Exception {
        return rehearsal.component(type, id(name)).orElseThrow().state().orElseThrow();
    }

    /** The effective definition. */
    private String top(ComponentType type, String key) {
        return rehearsal.store().read(tx -> tx.layers()
                .topDefinition(new ComponentKey(type, key))
                .orElseThrow()
                .hash()
                .toString());
    }

    private String layer(ComponentType type, String key, String owner) {
        return rehearsal.store().read(tx -> tx.layers()
                .definition(new ComponentKey(type, key), owner)
                .orElseThrow()
                .hash()
                .toString());
    }
}
