package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.mojo.Packages;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.environment.EmbeddedTarget;
import io.github.solutionalm.mojo.packages.SettingsSelection;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.packaging.OpenedPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A goal opens and hashes each package once, however many of its steps ask for it. */
class PackagesOpenedOnceTest {

    private final List<String> opened = new ArrayList<>();
    private final OpenPackages packages = new OpenPackages((path, sha256) -> {
        opened.add(path.getFileName().toString());
        return OpenedPackage.open(path, sha256);
    });

    @TempDir
    private Path folder;

    @Test
    void forOrderSettingsPlanAndImport() throws Exception {
        List<ImportRequest> requests = Packages.imports(Packages.NEXT_WAREHOUSE, Packages.NEXT_PICKING);
        OperationOrder order =
                new OperationOrder(Ordering.STAGED, ImportOptions.defaults(), packages, new RecordingLog().printout());
        try (SolutionEnvironment environment = environment()) {
            for (ImportRequest request : Packages.imports(Packages.WAREHOUSE, Packages.PICKING)) {
                environment.importSolution(request, ImportListener.NONE);
            }
            opened.clear();

            settings(requests);
            List<OperationRequest> arranged = order.arrange(requests, environment);
            SavedPlans.read("", new BaseDirectory(folder)).assign(arranged, packages);
            for (OperationRequest request : arranged) {
                ImportResult result = request.carryOut(environment, ImportListener.NONE);
                assertThat(result.errors()).isEmpty();
            }
        }

        assertThat(opened)
                .containsExactly(
                        Packages.NEXT_WAREHOUSE.getFileName().toString(),
                        Packages.NEXT_PICKING.getFileName().toString());
    }

    @Test
    void whatNoOperationTakesIsClosedInTheEnd() throws Exception {
        packages.head(Packages.ORDERS, Optional.empty());

        packages.close();
        packages.open(Packages.ORDERS, Optional.empty()).close();

        assertThat(opened).hasSize(2);
    }

    @Test
    void aPinHoldsForOneThatIsOpenAlready() throws Exception {
        packages.head(Packages.ORDERS, Optional.empty());

        assertThatThrownBy(() -> packages.open(Packages.ORDERS, Optional.of("0".repeat(64))))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("but the POM pins");
    }

    private SolutionEnvironment environment() throws Exception {
        EnvironmentId id = new EnvironmentId("r", "embedded", "jdbc:sqlite:" + folder.resolve("r.db"));
        return new EmbeddedTarget(id, EmbeddedSettings.defaults())
                .taking(packages)
                .open(new RecordingLog().printout());
    }

    /** Shared settings are distributed by what each package declares. */
    private void settings(List<ImportRequest> requests) throws Exception {
        Path[] files = requests.stream().map(ImportRequest::file).toArray(Path[]::new);
        DeploymentSettings none = new DeploymentSettings("the POM", List.of(), List.of());
        new SettingsSelection(Optional.empty(), Optional.of(none), new BaseDirectory(folder), packages)
                .of(Packages.selected(files));
    }
}
