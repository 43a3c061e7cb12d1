package io.github.solutionalm.mojo.console;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.ImportListener.Installed;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImportConsoleTest {

    private final RecordingLog log = new RecordingLog();
    private final ImportConsole console = new ImportConsole(
            log.printout(),
            new ProgressLine(log.printout(), Clock.systemUTC(), Optional.empty()),
            new ImportRequest("import", Path.of("x.zip"), Optional.empty(), ImportOptions.defaults()));

    @Test
    void tellsOfAnUpgrade() {
        console.packageOpened(Samples.FILE);
        console.manifestRead(
                Samples.manifest(true, Optional.empty()),
                Optional.of(
                        new Installed(SolutionVersion.parse("1.0.0.0"), List.of(SolutionVersion.parse("1.0.1.0")))));
        console.planned(new PlanSummary(
                Operation.UPGRADE,
                List.of(
                        new PlannedChange("Entity", "contoso_a", Change.ADD, false),
                        new PlannedChange("Entity", "contoso_b", Change.CHANGE, false),
                        new PlannedChange("Attribute", "contoso_order.contoso_legacycode", Change.DELETE, false)),
                240,
                new TreeMap<>(Map.of("Active", 1, "ContosoAddOn", 2)),
                List.of()));
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Package      ContosoOrders_2_0_0_0_managed.zip (zip, 184 KB, sha256 1f3c9a…)",
                        "[INFO] Solution     Contoso Orders (ContosoOrders) 2.0.0.0, managed, publisher Contoso (contoso)",
                        "[INFO] This solution package contains an update for a solution that is already installed:"
                                + " 1.0.0.0 and its patch 1.0.1.0",
                        "[INFO] Action       upgrade, customizations maintained, SDK message processing steps enabled",
                        "[INFO] Plan         1 added, 1 changed, 240 unchanged, 1 deleted; 1 hidden by unmanaged customizations, 2 hidden by the solution ContosoAddOn",
                        "[INFO]                delete  Attribute  contoso_order.contoso_legacycode");
    }

    @Test
    void anEnvironmentThatDoesNotPlanTellsAfterwardsWhatChanged() {
        console.changed(new PlanSummary(
                Operation.UPGRADE,
                List.of(
                        new PlannedChange("Entity", "contoso_a", Change.ADD, false),
                        new PlannedChange("Attribute", "contoso_order.contoso_legacycode", Change.DELETE, false)),
                240,
                Map.of(),
                List.of()));

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Changes      1 added, 0 changed, 240 unchanged, 1 deleted",
                        "[INFO]                deleted  Attribute  contoso_order.contoso_legacycode");
    }

    @Test
    void theSettingsOfASkippedPackageAreNotSet() {
        DeploymentSettings settings = new DeploymentSettings(
                "test.json", List.of(new DeploymentSettings.Variable("contoso_a", "1")), List.of());
        ImportRequest request = new ImportRequest(
                        "import", Path.of("x.zip"), Optional.empty(), ImportOptions.defaults())
                .with(Optional.of(settings));
        ImportConsole given = new ImportConsole(
                log.printout(), new ProgressLine(log.printout(), Clock.systemUTC(), Optional.empty()), request);

        given.manifestRead(
                Samples.manifest(true, Optional.empty()),
                Optional.of(new Installed(SolutionVersion.parse("2.0.0.0"), List.of())));

        assertThat(log.lines())
                .endsWith(
                        "[INFO] Action       skip: this version is installed (sameVersion)",
                        "[INFO] Settings     1 value, 0 connections from test.json: not set, because the package"
                                + " is skipped");
    }

    @Test
    void listsTwentyDeletionsAndCountsTheRest() {
        List<PlannedChange> changes = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            changes.add(new PlannedChange("Attribute", "contoso_order.contoso_" + i, Change.DELETE, false));
        }
        console.planned(new PlanSummary(Operation.UPGRADE, changes, 0, Map.of(), List.of()));
        assertThat(log.lines())
                .hasSize(22)
                .endsWith("[INFO]                … and 5 more, all listed in import-result.json");
    }

    @Test
    void whatIsStagedIsDeletedLater() {
        console.planned(new PlanSummary(
                Operation.STAGE_UPGRADE,
                List.of(new PlannedChange("Attribute", "contoso_order.contoso_legacycode", Change.KEEP, false)),
                240,
                Map.of(),
                List.of(
                        new PlannedChange("Attribute", "contoso_order.contoso_legacycode", Change.DELETE, true),
                        new PlannedChange("Role", "agent", Change.UNLAYER, false))));

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Plan         0 added, 0 changed, 240 unchanged, 0 deleted, 1 kept until"
                                + " apply-upgrade deletes it, 1 kept until apply-upgrade reverts it to the layer"
                                + " below",
                        "[INFO]                delete later  Attribute  contoso_order.contoso_legacycode"
                                + "  (currently blocked)");
    }

    @Test
    void whatIsBlockedSaysSo() {
        console.planned(new PlanSummary(
                Operation.UPGRADE,
                List.of(
                        new PlannedChange("Attribute", "a", Change.DELETE, true),
                        new PlannedChange("Role", "r", Change.KEEP, false),
                        new PlannedChange("Role", "s", Change.UNLAYER, false)),
                0,
                Map.of(),
                List.of()));

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Plan         0 added, 0 changed, 0 unchanged, 1 deleted, 1 reverted to the layer"
                                + " below, 1 kept"
                                + " because the new version still lists them, 1 blocked",
                        "[INFO]                delete  Attribute  a  (blocked)");
    }

    @Test
    void anUpdateKeepsWhatIsGoneFromThePackage() {
        console.planned(new PlanSummary(
                Operation.UPDATE, List.of(new PlannedChange("Role", "r", Change.KEEP, false)), 0, Map.of(), List.of()));

        assertThat(log.lines()).singleElement().asString().endsWith("1 kept although no longer in the package");
    }

    @Test
    void tellsOfTheCompletionOfAnUpgrade() {
        ApplyRequest request = new ApplyRequest(
                "apply-upgrade",
                "ContosoOrders",
                Optional.of(new ApplyRequest.Expected(Samples.FILE, Samples.manifest(true, Optional.empty()))),
                ImportOptions.defaults(),
                Optional.empty());
        new ImportConsole(
                        log.printout(), new ProgressLine(log.printout(), Clock.systemUTC(), Optional.empty()), request)
                .applying(
                        Samples.manifest(true, Optional.empty()),
                        new Installed(SolutionVersion.parse("1.0.0.0"), List.of(SolutionVersion.parse("1.0.1.0"))));

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Package      ContosoOrders_2_0_0_0_managed.zip (zip, 184 KB, sha256 1f3c9a…)",
                        "[INFO] Solution     Contoso Orders (ContosoOrders) 2.0.0.0, managed, publisher Contoso (contoso)",
                        "[INFO] Action       apply upgrade: ContosoOrders_Upgrade 2.0.0.0 replaces 1.0.0.0 and"
                                + " its patch 1.0.1.0");
    }

    @Test
    void theActionSaysWhatBecomesOfTheInstalledSolution() {
        Installed older = new Installed(SolutionVersion.parse("1.0"), List.of());
        Installed unmanaged = new Installed(SolutionVersion.parse("1.0"), List.of(), false);

        assertThat(action(Optional.empty(), older, options())).startsWith("upgrade, ");
        assertThat(action(Optional.empty(), older, options().action(Action.UPDATE)))
                .startsWith("update, ");
        assertThat(action(Optional.empty(), older, options().action(Action.STAGE)))
                .startsWith("stage for upgrade as ContosoOrders_Upgrade, ");
        assertThat(action(Optional.empty(), unmanaged, options().convertToManaged()))
                .startsWith("update, which makes the unmanaged solution managed, ");
        assertThat(action(Optional.empty(), older, options().convertToManaged()))
                .startsWith("upgrade, ");
        assertThat(action(Optional.of("ContosoBase"), older, options())).startsWith("patch of ContosoBase, ");
    }

    private static String action(Optional<String> patchOf, Installed installed, ImportOptionsBuilder options) {
        return ActionText.of(Samples.manifest(true, patchOf), Optional.of(installed), options.build());
    }

    @Test
    void theFirstInstallIsNoUpdate() {
        console.manifestRead(Samples.manifest(true, Optional.empty()), Optional.empty());
        assertThat(log.lines())
                .noneMatch(line -> line.contains("already installed"))
                .anyMatch(line -> line.contains("install, "));
    }

    @Test
    void theSameVersionIsNoUpdate() {
        console.manifestRead(
                Samples.manifest(true, Optional.empty()),
                Optional.of(new Installed(SolutionVersion.parse("2.0"), List.of())));
        assertThat(log.lines())
                .noneMatch(line -> line.contains("already installed"))
                .contains("[INFO] Action       skip: this version is installed (sameVersion)");
    }

    @Test
    void aLowerVersionIsNoUpdateEither() {
        console.manifestRead(
                Samples.manifest(true, Optional.empty()),
                Optional.of(new Installed(SolutionVersion.parse("3.0"), List.of())));
        assertThat(log.lines())
                .noneMatch(line -> line.contains("already installed"))
                .anyMatch(line -> line.startsWith("[INFO] Action       update, "));
    }

    @Test
    void anUnmanagedPackageHasNoAction() {
        console.manifestRead(Samples.manifest(false, Optional.empty()), Optional.empty());
        assertThat(log.lines())
                .contains(
                        "[INFO] Action       import of unmanaged customizations, SDK message processing steps enabled");
    }

    @Test
    void saysWhatItGoesOnWaitingFor() {
        console.resumed("import job 1, system job 2", Instant.parse("2026-11-22T10:00:00.123Z"));

        assertThat(log.lines())
                .containsExactly("[INFO] Resuming     import job 1, system job 2, started by an earlier build"
                        + " (2026-11-22T10:00:00Z)");
    }

    @Test
    void saysWhatItWaitsFor() {
        console.waiting("import of ContosoBase", Duration.ofSeconds(30));
        assertThat(log.lines())
                .containsExactly("[INFO] Waiting      for import of ContosoBase to end, 30.0 s of at most 10 min"
                        + " (lockTimeout)");
    }
}
