package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.mojo.FakeEnvironment;
import io.github.solutionalm.mojo.Packages;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.packaging.OpenPackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplySelectionTest {

    private final RecordingLog log = new RecordingLog();
    private final ApplySelection selection =
            new ApplySelection("apply-upgrade", ImportOptions.defaults(), log.printout(), new OpenPackages());

    @TempDir
    private Path folder;

    @Test
    void packagesAreAppliedInReverseAndEachSolutionOnce() throws Exception {
        List<ApplyRequest> requests = selection.ofPackages(
                Packages.selected(Packages.ORDERS, Packages.NEXT_WAREHOUSE, Packages.PATCH, Packages.NEXT_ORDERS));

        assertThat(requests).extracting(ApplyRequest::solution).containsExactly("ContosoOrders", "FabrikamWarehouse");
        assertThat(requests.get(0).expectedPackage().orElseThrow().manifest().version())
                .hasToString("2.0.0.0");
        assertThat(log.lines())
                .containsExactly("[INFO] Skipped      ContosoOrders_Patch_5d1c7a20 1.0.1.0: a patch is not staged");
    }

    @Test
    void namesAreAppliedInReverseToo() {
        assertThat(selection.named(" A, B ,,A"))
                .extracting(ApplyRequest::solution)
                .containsExactly("B", "A");
    }

    @Test
    void withoutEitherAllThatIsStagedIs() throws Exception {
        FakeEnvironment environment = new FakeEnvironment()
                .holding("A", Optional.empty())
                .holding("A_Upgrade", Optional.of("A"))
                .holding("B_Upgrade", Optional.of("B"));

        assertThat(selection.staged(environment))
                .extracting(ApplyRequest::solution)
                .containsExactly("B", "A");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void nothingStagedIsOneLine() throws Exception {
        assertThat(selection.staged(new FakeEnvironment())).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Result       nothing is staged in this environment, so there is no upgrade to apply");
    }

    @Test
    void aPackageThatCannotBeReadIsNamed() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no package");

        assertThatThrownBy(() -> selection.ofPackages(Packages.selected(broken)))
                .isInstanceOf(ApplySelection.UnreadableException.class)
                .hasMessageStartingWith("Tried to apply the upgrade of broken.zip but failed because: 0x80048060");
    }
}
