package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener.Installed;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.SolutionVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
    void listsTwentyDeletionsAndCountsTheRest() {
        List<PlannedChange> changes = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            changes.add(new PlannedChange("Attribute", "contoso_order.contoso_" + i, Change.DELETE, false));
        }
        console.planned(new PlanSummary(Operation.UPGRADE, changes, 0, Map.of(), List.of()));
        assertThat(log.lines())
                .hasSize(22)
                .endsWith("[INFO]                … and 5 more, all of them in import-result.json");
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
                .contains("[INFO] Action       skip, since this version is installed (sameVersion)");
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
    void saysWhatItWaitsFor() {
        console.waiting("import of ContosoBase", Duration.ofSeconds(30));
        assertThat(log.lines())
                .containsExactly("[INFO] Waiting      for import of ContosoBase to end, 30.0 s of at most 10 min"
                        + " (lockTimeout)");
    }
}
