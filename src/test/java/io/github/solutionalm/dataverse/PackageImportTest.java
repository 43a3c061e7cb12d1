package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.cab.CabFixture;
import io.github.solutionalm.dataverse.server.Packages;
import io.github.solutionalm.dataverse.server.ServedRequest;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.report.ImportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports into a real environment, one after the other as a release goes. */
class PackageImportTest extends AgainstContoso {

    @Test
    void installsPatchesStagesAndApplies() throws Exception {
        assertThat(imports("ContosoBase_1_0_0_0_managed").outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(imports("ContosoOrders_1_0_0_0_managed").outcome()).isEqualTo(Outcome.INSTALLED);
        ImportResult patched = imports("ContosoOrders_1_0_1_0_patch_managed");
        assertThat(patched.outcome()).isEqualTo(Outcome.PATCHED);
        ImportResult staged = contoso.imports(
                "ContosoOrders_2_0_0_0_managed", options().action(Action.STAGE).build());
        assertThat(staged.outcome()).isEqualTo(Outcome.STAGED);
        assertThat(staged.previousVersion()).contains("1.0.0.0");
        assertThat(contoso.server.installed()).contains("ContosoOrders_Upgrade 2.0.0.0");

        ImportResult applied = contoso.applies("ContosoOrders", ImportOptions.defaults());

        assertThat(applied.errors()).isEmpty();
        assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(applied.manifest().orElseThrow().version()).hasToString("2.0.0.0");
        assertThat(contoso.server.installed())
                .containsExactlyInAnyOrder("ContosoBase 1.0.0.0", "ContosoOrders 2.0.0.0");
    }

    @Test
    void upgradesInOneStep() throws Exception {
        imports("ContosoBase_1_0_0_0_managed");
        imports("ContosoOrders_1_0_0_0_managed");

        ImportResult result = imports("ContosoOrders_2_0_0_0_managed");

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.operation()).isEqualTo(Operation.UPGRADE);
        assertThat(requested("StageAndUpgradeAsync")).isEqualTo(1);
        assertThat(imports("ContosoOrders_2_0_0_0_managed").outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
    }

    @Test
    void keepsTheEnvironmentsOwnLogAndTellsOfEveryComponent() throws Exception {
        List<String> heard = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                heard.add(phase);
            }
        };

        ImportResult result = contoso.imports("ContosoBase_1_0_0_0_managed", ImportOptions.defaults(), listener);

        assertThat(result.documents().log().orElseThrow())
                .content()
                .contains("<Workbook", result.importJobId().orElseThrow());
        assertThat(result.documents().data().orElseThrow()).content().contains("<importexportxml");
        assertThat(result.components()).isNotEmpty().allSatisfy(component -> assertThat(component.status())
                .isEqualTo(ComponentResult.Status.SUCCESS));
        assertThat(result.file().orElseThrow().sha256()).hasSize(64);
        assertThat(heard).contains("Uploading", "Import job");
        assertThat(contoso.jobs).isEmptyDirectory();
        ImportReport.Files files = ImportReport.write(result, folder.resolve("reports"));
        assertThat(files.log()).hasSameTextualContentAs(result.documents().log().orElseThrow());
        assertThat(files.job())
                .hasSameTextualContentAs(result.documents().data().orElseThrow());
    }

    @Test
    void newWorkflowsThatWereExportedAsDraftsAreNamed() throws Exception {
        Path file = managed("Flows", "1.0.0.0")
                .workflow("on")
                .draftWorkflow("later")
                .zip(folder);

        ImportResult result = contoso.environment()
                .importSolution(Contoso.importing(file, ImportOptions.defaults()), ImportListener.NONE);

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.leftOff()).extracting(LeftOff::name).containsExactly("later");
    }

    @Test
    void sendsACabinetOrAFolderAsAZip() throws Exception {
        Path unzipped = Path.of("src/it/quickstart/solutions/ContosoBase_1_0_0_0_managed");

        ImportResult result = contoso.environment()
                .importSolution(Contoso.importing(unzipped, ImportOptions.defaults()), ImportListener.NONE);

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.file().orElseThrow().format()).isEqualTo("folder");
    }

    @Test
    void sendsTheZipOfACabinetAsItIs() throws Exception {
        Path zip = contoso.zip("ContosoBase_1_0_0_0_managed");
        Path cabinet = CabFixture.cab()
                .folder(CabFixture.MSZIP)
                .with("ContosoBase.zip", Files.readAllBytes(zip))
                .at(folder.resolve("ContosoBase.cab"));

        ImportResult result = contoso.environment()
                .importSolution(Contoso.importing(cabinet, ImportOptions.defaults()), ImportListener.NONE);

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        try (Stream<Path> uploads = Files.list(folder.resolve("server/uploads"))) {
            assertThat(uploads.filter(Files::isRegularFile)).singleElement().satisfies(sent -> assertThat(sent)
                    .hasSameBinaryContentAs(zip));
        }
    }

    @Test
    void reportsAllThatIsMissingBeforeItStartsAnything() throws Exception {
        ImportResult result = imports("FabrikamBroken_1_0_0_0_managed");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).first().satisfies(error -> {
            assertThat(error.code()).isEqualTo("0x8004801D");
            assertThat(error.name()).isEqualTo("ImportMissingDependenciesError");
            assertThat(error.message())
                    .startsWith("The following solution cannot be imported: FabrikamBroken.")
                    .contains("First import: ")
                    .doesNotContain("<MissingDependencies", "ProductUpdatesOnly", "providedSolutions");
        });
        assertThat(result.missingDependencies()).isNotEmpty();
        assertThat(contoso.server.started()).isEmpty();
    }

    @Test
    void reportsTheSameWhenTheImportItselfFindsIt() throws Exception {
        contoso.script().on("StageSolution").always().answer(504);

        ImportResult result = imports("FabrikamBroken_1_0_0_0_managed");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).first().satisfies(error -> assertThat(error.message())
                .contains("First import: ")
                .doesNotContain("<MissingDependencies", "ProductUpdatesOnly"));
        assertThat(result.missingDependencies()).isNotEmpty();
    }

    @Test
    void goesByTheSameRulesAsTheEmbeddedEnvironment() throws Exception {
        ImportResult withoutBase = imports("ContosoOrders_1_0_1_0_patch_managed");

        assertThat(withoutBase.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(withoutBase.errors())
                .extracting(Finding::code)
                .containsExactly(PlatformCode.PATCH_MISSING_BASE.code());
        assertThat(requested("StageSolution")).isZero();
    }

    @Test
    void settlesAnUpgradeThatWasLeftBehind() throws Exception {
        imports("ContosoBase_1_0_0_0_managed");
        imports("ContosoOrders_1_0_0_0_managed");
        contoso.imports(
                "ContosoOrders_2_0_0_0_managed", options().action(Action.STAGE).build());
        assertThat(imports("ContosoOrders_2_0_0_0_managed").errors())
                .extracting(Finding::code)
                .containsExactly(PlatformCode.CLONE_SOLUTION.code());

        ImportResult result = contoso.imports(
                "ContosoOrders_2_0_0_0_managed",
                options().leftoverUpgrade(ImportOptions.LeftoverUpgrade.DISCARD).build());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("discarded"));
    }

    @Test
    void aJobThatSucceededWithAFailedComponentIsNoSuccess() throws Exception {
        contoso.script().on("ImportSolutionAsync").jobSucceedsWithFailedComponents(1);

        ImportResult result = imports("ContosoBase_1_0_0_0_managed");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).hasSize(2);
        assertThat(result.errors().get(1).message())
                .contains("holds ContosoBase 1.0.0.0 nevertheless", "sameVersion=import");
        assertThat(result.count(ComponentResult.Status.FAILURE)).isEqualTo(1);
        assertThat(result.count(ComponentResult.Status.UNPROCESSED)).isZero();
    }

    @Test
    void aJobThatFailsSaysWhy() throws Exception {
        contoso.script()
                .on("ImportSolutionAsync")
                .jobFails("0x80048033", "An error occurred while importing a Solution.");

        ImportResult result = imports("ContosoBase_1_0_0_0_managed");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).extracting(Finding::code).containsExactly("0x80048033");
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void refusesAnotherContentThanThePinnedOne() throws Exception {
        ImportRequest pinned = new ImportRequest(
                "import",
                contoso.zip("ContosoBase_1_0_0_0_managed"),
                Optional.of("0".repeat(64)),
                ImportOptions.defaults());

        ImportResult result = contoso.environment().importSolution(pinned, ImportListener.NONE);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(contoso.server.requests()).isEmpty();
    }

    @Test
    void refusesPlatformsThatLackWhatImportsAreMadeOf() throws Exception {
        try (Contoso old = new Contoso(folder.resolve("old"), settings -> settings.version("9.1.0.20000"))) {
            assertThatExceptionOfType(SolutionException.class)
                    .isThrownBy(() -> old.imports("ContosoBase_1_0_0_0_managed", ImportOptions.defaults()))
                    .withMessageContaining("9.1.0.20000")
                    .withMessageContaining("on-premises is not supported")
                    .withMessageContaining("Nothing was started");
            assertThat(old.server.started()).isEmpty();
        }
    }

    @Test
    void publishesAfterAnUnmanagedImport() throws Exception {
        imports("ContosoBase_1_0_0_0_managed");
        imports("ContosoOrders_1_0_0_0_managed");
        ImportResult unpublished = imports("ContosoTweaks_1_0_0_0");
        assertThat(unpublished.errors()).isEmpty();
        assertThat(unpublished.unpublished()).isPositive();

        ImportResult result = contoso.imports(
                "ContosoTweaks_1_0_0_0",
                options()
                        .sameVersion(ImportOptions.SameVersion.IMPORT)
                        .publish()
                        .build());

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.unpublished()).isZero();
        assertThat(requested("PublishAllXmlAsync")).as("for its web resource").isEqualTo(1);
        assertThat(contoso.server.unpublished()).isEmpty();
    }

    @Test
    void saysThatTheImportSucceededWherePublishingIsRefused() throws Exception {
        imports("ContosoBase_1_0_0_0_managed");
        imports("ContosoOrders_1_0_0_0_managed");
        contoso.script()
                .on("PublishAllXmlAsync")
                .always()
                .refuse(403, "0x80040220", "Principal user is missing prvPublishCustomization privilege");

        ImportResult result =
                contoso.imports("ContosoTweaks_1_0_0_0", options().publish().build());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("The import succeeded, but", "prvPublishCustomization", "solution:publish");
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void publishesNothingOfOthersWhereWhatWasImportedCanBeNamed() throws Exception {
        imports("ContosoBase_1_0_0_0_managed");
        imports("ContosoOrders_1_0_0_0_managed");
        imports("ContosoTweaks_1_0_0_0");
        assertThat(contoso.server.unpublished()).hasSizeGreaterThan(1);

        ImportResult result = contoso.environment()
                .importSolution(
                        Contoso.importing(
                                Packages.withoutWebResources("ContosoTweaks_1_0_0_0", folder),
                                options()
                                        .sameVersion(ImportOptions.SameVersion.IMPORT)
                                        .publish()
                                        .build()),
                        ImportListener.NONE);

        assertThat(result.errors()).isEmpty();
        assertThat(result.unpublished()).isZero();
        assertThat(requested("PublishXml")).isEqualTo(1);
        assertThat(requested("PublishAllXmlAsync")).isZero();
        assertThat(contoso.server.unpublished())
                .containsExactly(new ComponentKey(ComponentType.WEB_RESOURCE, "contoso_/scripts/order.form.js"));
    }

    private long requested(String call) {
        return contoso.server.requests().stream()
                .map(ServedRequest::call)
                .filter(call::equals)
                .count();
    }

    private ImportResult imports(String name) throws Exception {
        return contoso.imports(name, ImportOptions.defaults());
    }
}
