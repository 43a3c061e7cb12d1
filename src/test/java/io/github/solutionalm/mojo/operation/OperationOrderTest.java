package io.github.solutionalm.mojo.operation;

import static io.github.solutionalm.mojo.Packages.imports;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.mojo.FakeEnvironment;
import io.github.solutionalm.mojo.Packages;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.packaging.OpenPackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationOrderTest {

    private final FakeEnvironment environment = new FakeEnvironment()
            .holding("FabrikamWarehouse", Optional.empty())
            .holding("FabrikamPicking", Optional.empty())
            .holding("ContosoOrders", Optional.empty());

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();

    @Test
    void asListedIsAsListed() throws Exception {
        assertThat(arranged(Ordering.LISTED, imports(Packages.NEXT_WAREHOUSE, Packages.NEXT_PICKING)))
                .containsExactly(
                        "upgrade FabrikamWarehouse_2_0_0_0_managed", "upgrade FabrikamPicking_2_0_0_0_managed");
    }

    @Test
    void asTheyNeedEachOtherIsSaid() throws Exception {
        assertThat(arranged(Ordering.DEPENDENCIES, imports(Packages.ORDERS, Packages.BASE)))
                .containsExactly("upgrade ContosoBase_1_0_0_0_managed", "upgrade ContosoOrders_1_0_0_0_managed");
        assertThat(log.lines()).containsExactly("[INFO] Order        ContosoBase before ContosoOrders, which needs it");
    }

    @Test
    void upgradesAreStagedInOrderAndAppliedInReverse() throws Exception {
        assertThat(arranged(Ordering.STAGED, imports(Packages.NEXT_WAREHOUSE, Packages.NEXT_PICKING)))
                .containsExactly(
                        "stage FabrikamWarehouse_2_0_0_0_managed",
                        "stage FabrikamPicking_2_0_0_0_managed",
                        "apply FabrikamPicking",
                        "apply FabrikamWarehouse");
    }

    @Test
    void whatIsNotInstalledIsInstalled() throws Exception {
        assertThat(arranged(Ordering.STAGED, imports(Packages.BASE, Packages.NEXT_ORDERS)))
                .containsExactly(
                        "upgrade ContosoBase_1_0_0_0_managed",
                        "stage ContosoOrders_2_0_0_0_managed",
                        "apply ContosoOrders");
    }

    @Test
    void onlyTheLastPackageOfASolutionIsStaged() throws Exception {
        assertThat(arranged(Ordering.STAGED, imports(Packages.ORDERS, Packages.NEXT_ORDERS)))
                .containsExactly(
                        "upgrade ContosoOrders_1_0_0_0_managed",
                        "stage ContosoOrders_2_0_0_0_managed",
                        "apply ContosoOrders");
    }

    @Test
    void aPatchOfWhatIsStagedComesAfterIt() throws Exception {
        assertThat(arranged(Ordering.STAGED, imports(Packages.NEXT_ORDERS, Packages.PATCH, Packages.NEXT_PICKING)))
                .containsExactly(
                        "stage ContosoOrders_2_0_0_0_managed",
                        "stage FabrikamPicking_2_0_0_0_managed",
                        "apply FabrikamPicking",
                        "apply ContosoOrders",
                        "upgrade ContosoOrders_1_0_1_0_patch_managed");
    }

    @Test
    void otherActionsAndUnmanagedPackagesGoInAsTheyAre() throws Exception {
        assertThat(arranged(
                        Ordering.STAGED,
                        List.of(
                                imports(Packages.NEXT_PICKING, Action.UPDATE),
                                imports(Packages.TWEAKS, Action.UPGRADE))))
                .containsExactly("update FabrikamPicking_2_0_0_0_managed", "upgrade ContosoTweaks_1_0_0_0");
    }

    @Test
    void whatCannotBeReadIsLeftToTheImport() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no package");

        assertThat(arranged(Ordering.STAGED, imports(broken))).containsExactly("upgrade broken.zip");
    }

    private List<String> arranged(Ordering ordering, List<ImportRequest> requests) throws Exception {
        return new OperationOrder(ordering, ImportOptions.defaults(), new OpenPackages(), log.printout())
                .arrange(requests, environment).stream()
                        .map(OperationOrderTest::text)
                        .toList();
    }

    private static String text(OperationRequest request) {
        return request instanceof ImportRequest imported
                ? imported.options().action().name().toLowerCase(Locale.ROOT) + " "
                        + imported.file().getFileName()
                : "apply " + ((ApplyRequest) request).solution();
    }
}
