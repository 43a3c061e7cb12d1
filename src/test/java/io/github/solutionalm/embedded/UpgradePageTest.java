package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.APP_MODULE;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.SDK_MESSAGE_PROCESSING_STEP;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportListener.Installed;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.ActiveBase;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.ImportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sentences of the page "Import, update, and upgrade a solution" from "Update or upgrade a solution" on, in their order.
 * Those of "Import a solution" are in {@link ImportPageTest}, with the page's address.
 */
class UpgradePageTest {

    private static final String SCRIPT = "contoso_/a.js";
    private static final String OLD = "contoso_order.contoso_old";
    private static final String PATCHED = "contoso_order.contoso_patched";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path next;

    @BeforeEach
    void aManagedSolutionWithAPatch() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                orders("1.0.0.0", "1")
                        .column("contoso_order", "contoso_old", "Old")
                        .zip(folder),
                managed("Orders_Patch", "1.0.1.0")
                        .patchOf("Orders")
                        .column("contoso_order", "contoso_patched", "Patched")
                        .webResource(SCRIPT, "1 patched")
                        .zip(folder));
        next = orders("2.0.0.0", "2")
                .column("contoso_order", "contoso_new", "New")
                .zip(folder);
    }

    // Update or upgrade a solution

    @Test
    void youMayWishToInstallAnUpdateToAnExistingManagedSolution() throws Exception {
        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.content().solutions()).singleElement().satisfies(solution -> {
            assertThat(solution.managed()).isTrue();
            assertThat(solution.version()).isEqualTo("2.0.0.0");
        });
    }

    @Test
    void browseToTheCompressedZipOrCabFileThatContainsTheSolutionYouWantToUpdate() throws Exception {
        assertThat(rehearsal.imports(orders("2.0.0.0", "2").cab(folder)).outcome())
                .isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.imports(orders("3.0.0.0", "3").zip(folder)).outcome())
                .isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void youCanViewInformationAboutTheSolutionBeforeAndWhatWouldHappen() throws Exception {
        assertThat(rehearsal.plans(options(), next)).singleElement().satisfies(plan -> {
            assertThat(plan.manifest().orElseThrow().uniqueName()).isEqualTo("Orders");
            assertThat(plan.count(Change.DELETE)).isEqualTo(2);
        });
        assertThat(rehearsal.solutions()).contains("Orders 1.0.0.0");
    }

    @Test
    void thisSolutionPackageContainsAnUpdateForASolutionThatIsAlreadyInstalled() throws Exception {
        List<String> heard = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {
                heard.add(manifest.version() + " over "
                        + installed.orElseThrow().version() + " with "
                        + installed.orElseThrow().patches());
            }

            @Override
            public void planned(PlanSummary plan) {
                heard.add("planned");
            }
        };

        rehearsal.imports(next, options().build(), listener);
        assertThat(heard).containsExactly("2.0.0.0 over 1.0.0.0 with [1.0.1.0]", "planned");
    }

    // Solution Action: Upgrade

    @Test
    void upgradeIsTheRecommendedOption() {
        assertThat(ImportOptions.defaults().action()).isEqualTo(Action.UPGRADE);
    }

    @Test
    void upgradeUpgradesToTheLatestVersionAndRollsUpAllPreviousPatchesInOneStep() throws Exception {
        ImportResult result = rehearsal.imports(next);

        assertThat(result.operation()).isEqualTo(Operation.UPGRADE);
        assertThat(rehearsal.solutions()).containsExactly("Orders 2.0.0.0");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("2");
        assertThat(rehearsal.jobs()).hasSize(3);
    }

    @Test
    void upgradeDeletesComponentsOfThePreviousVersionThatAreNotInTheNewerOne() throws Exception {
        rehearsal.imports(next);

        assertThat(rehearsal.component(ATTRIBUTE, OLD)).isEmpty();
        assertThat(rehearsal.component(ATTRIBUTE, PATCHED)).isEmpty();
    }

    @Test
    void upgradeEnsuresThatTheConfigurationStateIsConsistentWithTheImportingSolution() throws Exception {
        Rehearsal fresh = Rehearsal.at(folder.resolve("fresh.db"));
        fresh.holding(next);
        rehearsal.imports(next);

        assertThat(EnvironmentDump.content(rehearsal.file())).isEqualTo(EnvironmentDump.content(fresh.file()));
    }

    // Stage for Upgrade

    @Test
    void stageForUpgradeDefersTheDeletionOfThePreviousVersionAndPatchesUntilYouApply() throws Exception {
        ImportResult staged = rehearsal.stages(next);

        assertThat(staged.outcome()).isEqualTo(Outcome.STAGED);
        assertThat(staged.count(Change.DELETE)).isZero();
        assertThat(rehearsal.layers(ATTRIBUTE, OLD)).containsExactly("Orders");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("2");
        assertThat(rehearsal.applies("Orders").count(Change.DELETE)).isEqualTo(2);
    }

    @Test
    void withStageBothOldAndNewSolutionsAreInstalledConcurrentlySoThatYouCanDoSomeDataMigration() throws Exception {
        rehearsal.stages(next);

        assertThat(rehearsal.solutions())
                .containsExactly("Orders 1.0.0.0", "Orders_Patch 1.0.1.0", "Orders_Upgrade 2.0.0.0");
        assertThat(rehearsal.component(ATTRIBUTE, OLD)).isPresent();
        assertThat(rehearsal.component(ATTRIBUTE, "contoso_order.contoso_new")).isPresent();
    }

    // Update

    @Test
    void updateReplacesYourSolutionWithThisVersion() throws Exception {
        ImportResult result = imports(next, options().action(Action.UPDATE));

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(rehearsal.solutions()).contains("Orders 2.0.0.0");
        assertThat(rehearsal.text(SCRIPT, "Orders")).isEqualTo("2");
    }

    @Test
    void withUpdateComponentsThatAreNotInTheNewerSolutionWillNotBeDeletedAndWillRemain() throws Exception {
        ImportResult result = imports(next, options().action(Action.UPDATE));

        assertThat(result.count(Change.DELETE)).isZero();
        assertThat(rehearsal.layers(ATTRIBUTE, OLD)).containsExactly("Orders");
        assertThat(rehearsal.layers(ATTRIBUTE, PATCHED)).containsExactly("Orders_Patch");
    }

    @Test
    void withUpdateYourDestinationEnvironmentWillDifferInConfigurationFromYourSource() throws Exception {
        Rehearsal source = Rehearsal.at(folder.resolve("source.db"));
        source.holding(next);
        imports(next, options().action(Action.UPDATE));

        assertThat(keys(rehearsal))
                .containsAll(keys(source))
                .hasSizeGreaterThan(keys(source).size());
    }

    // Customization options, with each action

    @Test
    void maintainMaintainsUnmanagedCustomizationsSoThatSomeOfTheUpdatesWillNotTakeEffect() throws Exception {
        customize();
        ImportResult result = rehearsal.imports(next);

        assertThat(ImportOptions.defaults().overwriteCustomizations()).isFalse();
        assertThat(result.hidden()).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Active");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("mine");
    }

    @Test
    void overwriteOverwritesUnmanagedCustomizationsOnComponentsIncludedInThisSolution() throws Exception {
        customize();
        ImportResult result = imports(next, options().overwriteCustomizations());

        assertThat(result.hidden()).isZero();
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("2");
        assertThat(rehearsal.shown("contoso_/mine.js")).isEqualTo("mine");
    }

    @Test
    void overwriteDoesNotAffectFormsSitemapRibbonAndAppModules() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0.0.0").merging("mine").zip(folder));
        List<Object> before = definitions("Active");
        ImportResult result = imports(
                orders("2.0.0.0", "2").merging("theirs").zip(folder),
                options().overwriteCustomizations().activeBase(ActiveBase.WARN));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(definitions("Active")).hasSize(4).isEqualTo(before);
        assertThat(definitions("Orders")).hasSize(4).doesNotContainAnyElementsOf(before);
    }

    @Test
    void componentsThatHaveOtherManagedSolutionsOnTopStillRemainOnTopAndAreNotAffected() throws Exception {
        rehearsal.holding(
                managed("Later", "1.0.0.0").webResource(SCRIPT, "later").zip(folder));
        customize();
        imports(next, options().overwriteCustomizations());

        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Later", "Active");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("mine");
        assertThat(rehearsal.text(SCRIPT, "Later")).isEqualTo("later");
    }

    // Post Import Actions

    @Test
    void enableAnySdkMessageProcessingStepsEnablesPluginsAndWorkflowsThatAreIncluded() throws Exception {
        Path withCode = orders("2.0.0.0", "2").step("step").workflow("flow").zip(folder);
        imports(withCode, options().withoutSteps());
        assertThat(state(SDK_MESSAGE_PROCESSING_STEP, "step")).isEqualTo(ActivationState.DISABLED);
        assertThat(state(WORKFLOW, "flow")).isEqualTo(ActivationState.DRAFT);

        rehearsal.imports(orders("3.0.0.0", "3").step("step").workflow("flow").zip(folder));
        assertThat(state(SDK_MESSAGE_PROCESSING_STEP, "step")).isEqualTo(ActivationState.ENABLED);
        assertThat(state(WORKFLOW, "flow")).isEqualTo(ActivationState.ACTIVATED);
    }

    @Test
    void ifItIsSuccessfulYouCanViewTheResults() throws Exception {
        ImportResult result = rehearsal.imports(next);

        assertThat(result.components())
                .hasSize(5)
                .allMatch(component -> component.at().isPresent());
        assertThat(Files.readString(ImportReport.write(result, folder).log())).contains("contoso_order.contoso_old");
    }

    @Test
    void changesThatRequirePublishingMustBePublishedBeforeTheyWillBeAvailable() throws Exception {
        customize();
        ImportResult update = rehearsal.imports(
                unmanaged("Mine", "1.1.0.0").webResource(SCRIPT, "mine again").zip(folder));
        assertThat(update.unpublished()).isEqualTo(1);
        assertThat(rehearsal.imports(next).unpublished()).isEqualTo(1);

        rehearsal.publish();
        assertThat(rehearsal.content().unpublished()).hasValue(0);
    }

    // Completing Solution Upgrade

    @Test
    void theNewSolutionHasTheSameNameAsTheBaseSolutionSuffixedWithUpgrade() throws Exception {
        rehearsal.stages(next);

        assertThat(rehearsal.content().solutions())
                .filteredOn(solution -> solution.holdingFor().isPresent())
                .singleElement()
                .satisfies(solution -> {
                    assertThat(solution.uniqueName()).isEqualTo("Orders_Upgrade");
                    assertThat(solution.holdingFor()).contains("Orders");
                });
    }

    @Test
    void ifTheSystemHadAnIssueCompletingAnUpgradeTheOriginalIsStillInstalledAndYouCanApplyLater() throws Exception {
        rehearsal.holding(managed("Reports", "1.0.0.0")
                .view("contoso_order", "Old", "contoso_old")
                .zip(folder));
        rehearsal.stages(next);
        assertThat(codes(rehearsal.applies("Orders").errors())).contains("0x8004F01D");
        assertThat(rehearsal.solutions()).contains("Orders 1.0.0.0", "Orders_Upgrade 2.0.0.0");

        rehearsal.imports(
                managed("Reports", "2.0.0.0").view("contoso_order", "Old").zip(folder));
        assertThat(rehearsal.applies("Orders").outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void selectTheBaseSolutionToApplySolutionUpgrade() throws Exception {
        rehearsal.stages(next);

        assertThat(codes(rehearsal.applies("Orders_Upgrade").errors())).containsExactly("0x8004853C");
        assertThat(rehearsal.applies("Orders").outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void applyUninstallsAllPreviousPatchesAndTheBaseThenRenamesUpgradeToTheNameOfThePreviousBase() throws Exception {
        rehearsal.stages(next);
        rehearsal.applies("Orders");

        assertThat(rehearsal.solutions()).containsExactly("Orders 2.0.0.0");
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("2");
    }

    @Test
    void applyDeletesComponentsOfTheOriginalSolutionAndPatchesThatAreNotInTheUpgradeSolution() throws Exception {
        rehearsal.stages(next);
        rehearsal.applies("Orders");

        assertThat(rehearsal.component(ATTRIBUTE, OLD)).isEmpty();
        assertThat(rehearsal.component(ATTRIBUTE, PATCHED)).isEmpty();
        assertThat(rehearsal.component(ATTRIBUTE, "contoso_order.contoso_new")).isPresent();
    }

    private void customize() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0.0.0")
                .webResource(SCRIPT, "mine")
                .webResource("contoso_/mine.js", "mine")
                .zip(folder));
    }

    private ImportResult imports(Path solution, ImportOptionsBuilder options) throws Exception {
        return rehearsal.imports(solution, options);
    }

    private ActivationState state(ComponentType type, String name) throws Exception {
        return rehearsal.component(type, id(name)).orElseThrow().state().orElseThrow();
    }

    private static Set<ComponentKey> keys(Rehearsal environment) throws Exception {
        return environment.content().components().stream()
                .map(component -> component.key())
                .collect(Collectors.toSet());
    }

    /** What an owner has of each type that merges. */
    private List<Object> definitions(String owner) throws Exception {
        List<ComponentKey> merging = rehearsal.content().components().stream()
                .map(component -> component.key())
                .filter(key -> key.type().merges())
                .toList();
        assertThat(merging).extracting(ComponentKey::type).contains(APP_MODULE);
        return rehearsal.store().read(tx -> merging.stream()
                .<Object>map(
                        key -> tx.layers().definition(key, owner).orElseThrow().hash())
                .toList());
    }

    private static PackageBuilder orders(String version, String content) {
        return managed("Orders", version).webResource(SCRIPT, content);
    }
}
