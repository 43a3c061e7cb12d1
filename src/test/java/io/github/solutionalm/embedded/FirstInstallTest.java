package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.embedded.Rehearsal.fixture;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.store.ImportJobTable.ImportJobComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Contoso solutions of the quick start, into a new environment. */
class FirstInstallTest {

    private static final Path BASE = fixture("ContosoBase_1_0_0_0_managed");
    private static final Path ORDERS = fixture("ContosoOrders_1_0_0_0_managed");
    private static final Path TWEAKS = fixture("ContosoTweaks_1_0_0_0");
    private static final Path BROKEN = fixture("FabrikamBroken_1_0_0_0_managed");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    @Test
    void aManagedSolutionIsInstalled() throws Exception {
        ImportResult result = rehearsal.imports(BASE);

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.operation()).isEqualTo(Operation.INSTALL);
        assertThat(result.errors()).isEmpty();
        assertThat(result.previousVersion()).isEmpty();
        assertThat(result.progress()).isEqualTo(100);
        assertThat(result.count(Change.ADD)).isEqualTo(36);
        assertThat(result.count(Status.SUCCESS)).isEqualTo(36);
        assertThat(result.unpublished()).isZero();
        assertThat(rehearsal.solutions()).containsExactly("ContosoBase 1.0.0.0");
        assertThat(rehearsal.layers(ENTITY, "contoso_region")).containsExactly("ContosoBase");
        assertThat(rehearsal.content().unpublished()).hasValue(0);
    }

    @Test
    void theJobIsKeptWithAllThatItDid() throws Exception {
        ImportResult result = rehearsal.imports(BASE);

        ImportJob job = rehearsal.lastJob();
        assertThat(result.importJobId()).contains(job.id().toString());
        assertThat(job.state()).isEqualTo(ImportJob.State.COMPLETED);
        assertThat(job.end().outcome()).isEqualTo("INSTALLED");
        assertThat(job.subject().solution()).isEqualTo("ContosoBase");
        assertThat(job.subject().version()).isEqualTo("1.0.0.0");
        assertThat(job.request().sha256()).isEqualTo(result.file().orElseThrow().sha256());
        List<ImportJobComponent> components =
                rehearsal.store().read(tx -> tx.jobs().components(job.id()));
        assertThat(components).hasSize(36);
    }

    @Test
    void aSolutionNeedsThoseItDependsOnFirst() throws Exception {
        ImportResult refused = rehearsal.imports(ORDERS);

        assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(refused.errors())).containsExactly("0x8004801D");
        assertThat(refused.errors().get(0).message()).contains("First import: ContosoBase (1.0.0.0).");
        assertThat(rehearsal.solutions()).isEmpty();

        rehearsal.holding(BASE, ORDERS);
        assertThat(rehearsal.solutions()).containsExactly("ContosoBase 1.0.0.0", "ContosoOrders 1.0.0.0");
    }

    @Test
    void allMissingComponentsAreReportedAtOnce() throws Exception {
        rehearsal.holding(BASE);
        ImportResult refused = rehearsal.imports(BROKEN);

        assertThat(refused.missingDependencies())
                .extracting(dependency -> dependency.required().key().toString())
                .containsExactly(
                        "Entity fabrikam_carrier",
                        "OptionSet fabrikam_shippingmode",
                        "WebResource fabrikam_/scripts/core.js",
                        "Attribute contoso_region.contoso_timezone");
        assertThat(refused.errors().get(0).message())
                .contains("FabrikamBroken needs 4 components")
                .contains("FabrikamCore (2.1.0.0), ContosoBase (1.2.0.0)");
    }

    @Test
    void missingDependenciesCanBeLetPass() throws Exception {
        ImportResult result = rehearsal.imports(BROKEN, options().missingDependencies(MissingDependencies.WARN));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.missingDependencies()).hasSize(4);
        assertThat(codes(result.warnings())).contains("0x8004801D");
        assertThat(rehearsal.solutions()).containsExactly("FabrikamBroken 1.0.0.0");
    }

    @Test
    void providedSolutionsCountAsPresent() throws Exception {
        Rehearsal providing =
                rehearsal.with(new EmbeddedSettings(List.of("fabrikam*", "ContosoBase"), Set.of(), false));

        assertThat(providing.imports(BROKEN).outcome()).isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void unmanagedDefinitionsGoIntoActiveAndAreUnpublishedUntilPublished() throws Exception {
        rehearsal.holding(BASE, ORDERS);
        ImportResult result = rehearsal.imports(TWEAKS);

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.count(Change.CHANGE)).isEqualTo(5);
        assertThat(result.unpublished()).isEqualTo(5);
        assertThat(rehearsal.layers(WEB_RESOURCE, "contoso_/scripts/order.form.js"))
                .containsExactly("ContosoOrders", "Active");
        assertThat(rehearsal.component(ATTRIBUTE, "contoso_order.contoso_comments"))
                .hasValueSatisfying(
                        component -> assertThat(component.published()).contains(false));
        assertThat(rehearsal.content().unpublished()).hasValue(5);

        assertThat(rehearsal.publish()).isEqualTo(5);
        assertThat(rehearsal.content().unpublished()).hasValue(0);
        assertThat(rehearsal.component(ATTRIBUTE, "contoso_order.contoso_comments"))
                .hasValueSatisfying(
                        component -> assertThat(component.published()).contains(true));
    }

    @Test
    void anImportCanPublishAtOnce() throws Exception {
        rehearsal.holding(BASE, ORDERS);

        assertThat(rehearsal.imports(TWEAKS, options().publish()).unpublished()).isZero();
        assertThat(rehearsal.content().unpublished()).hasValue(0);
    }

    @Test
    void layersAreListedFromBottomToTop() throws Exception {
        rehearsal.holding(BASE, ORDERS, TWEAKS);

        assertThat(rehearsal.layers(ENTITY, "account")).containsExactly("System");
        assertThat(rehearsal.content().components())
                .filteredOn(component -> component.layers().equals(List.of("ContosoOrders", "Active")))
                .hasSize(5);
    }

    @Test
    void thePlatformsLayerLiesBelowManagedAndActive() throws Exception {
        rehearsal.holding(
                PackageBuilder.managed("Base", "1.0.0.0")
                        .column("account", "name", "Name")
                        .folder(folder),
                PackageBuilder.unmanaged("Mine", "1.0.0.0")
                        .column("account", "name", "My name")
                        .folder(folder));

        assertThat(rehearsal.layers(ATTRIBUTE, "account.name")).containsExactly("System", "Base", "Active");
        assertThat(rehearsal.layers(ENTITY, "account")).containsExactly("System", "Base", "Active");
    }

    @Test
    void importingTheSamePackageAgainChangesNothing() throws Exception {
        rehearsal.holding(BASE, ORDERS);
        rehearsal.holding(TWEAKS);
        String before = EnvironmentDump.content(rehearsal.file());

        for (Path solution : List.of(BASE, ORDERS, TWEAKS)) {
            assertThat(rehearsal.imports(solution).outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
            ImportResult again = rehearsal.imports(solution, options().sameVersion(SameVersion.IMPORT));
            assertThat(again.outcome()).isEqualTo(Outcome.UPDATED);
            assertThat(again.components()).allMatch(component -> component.change() == Change.UNCHANGED);
        }
        assertThat(EnvironmentDump.content(rehearsal.file())).isEqualTo(before);
    }
}
