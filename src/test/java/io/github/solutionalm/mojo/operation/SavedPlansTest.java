package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.mojo.Packages;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.environment.EmbeddedTarget;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.report.PlanReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are made, kept and carried out in an environment. */
class SavedPlansTest {

    private final List<String> files = new ArrayList<>();
    private final OpenPackages packages = new OpenPackages();
    private SolutionEnvironment environment;

    @TempDir
    private Path folder;

    @BeforeEach
    void anEnvironmentWithTheOldRelease() throws Exception {
        EnvironmentId id = new EnvironmentId("r", "embedded", "jdbc:sqlite:" + folder.resolve("r.db"));
        environment = new EmbeddedTarget(id, EmbeddedSettings.defaults()).open(new RecordingLog().printout());
        for (ImportRequest request : Packages.imports(Packages.WAREHOUSE, Packages.PICKING)) {
            carriedOut(request);
        }
    }

    @Test
    void aStagedOrderIsCarriedOutExactly() throws Exception {
        List<OperationRequest> requests = staged();
        plan(requests);

        for (OperationRequest request : saved().assign(requests, packages)) {
            assertThat(request.savedPlan()).isPresent();
            assertThat(carriedOut(request).errors()).isEmpty();
        }
        assertThat(environment.list(false).solutions())
                .extracting(solution -> solution.uniqueName() + " " + solution.version())
                .containsExactly("FabrikamWarehouse 2.0.0.0", "FabrikamPicking 2.0.0.0");
    }

    @Test
    void aPlanThatWasCarriedOutNoLongerHolds() throws Exception {
        List<OperationRequest> requests = staged();
        plan(requests);
        for (OperationRequest request : requests) {
            carriedOut(request);
        }

        ImportResult again = carriedOut(saved().assign(requests, packages).get(0));

        assertThat(again.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(again.errors().get(0).message()).contains("the operation was stage upgrade and is none");
    }

    @Test
    void theirPackagesAreThoseOfTheImports() throws Exception {
        plan(staged());

        assertThat(new TestBuild(folder, true)
                        .selection(packages, new RecordingLog())
                        .select(PackagesAsked.of(saved().packages(), "", "")))
                .extracting(PackageSelection.Selected::file)
                .containsExactly(Packages.NEXT_WAREHOUSE, Packages.NEXT_PICKING);
        assertThat(saved().applications())
                .extracting(SavedPlans.Application::solution)
                .containsExactly("FabrikamPicking", "FabrikamWarehouse");
    }

    @Test
    void anOperationWithoutAPlanIsAnError() throws Exception {
        plan(staged().subList(0, 1));

        assertThatThrownBy(() -> saved().assign(Packages.imports(Packages.NEXT_PICKING), packages))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "There is no plan to import FabrikamPicking among the saved plans (" + files.get(0));
        assertThatThrownBy(() -> saved().assign(
                                List.of(new ApplyRequest(
                                        "apply-upgrade", "FabrikamWarehouse", ImportOptions.defaults())),
                                packages))
                .hasMessageContaining("no plan to apply the upgrade of FabrikamWarehouse")
                .hasMessageContaining("solution:plan -Dsolution.apply");
        assertThatThrownBy(() -> saved().applications()).isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void withoutPlansNothingIsKeptTo() throws Exception {
        SavedPlans none = SavedPlans.read(" , ", new BaseDirectory(folder));

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.assign(Packages.imports(Packages.NEXT_PICKING), packages))
                .allMatch(request -> request.savedPlan().isEmpty());
    }

    private List<OperationRequest> staged() throws Exception {
        return new OperationOrder(Ordering.STAGED, ImportOptions.defaults(), packages, new RecordingLog().printout())
                .arrange(Packages.imports(Packages.NEXT_WAREHOUSE, Packages.NEXT_PICKING), environment);
    }

    private void plan(List<OperationRequest> requests) throws Exception {
        List<PlanResult> plans = environment.plan(requests, ImportListener.NONE);
        for (int i = 0; i < plans.size(); i++) {
            files.add(PlanReport.write(plans.get(i), requests.get(i), folder).toString());
        }
    }

    private SavedPlans saved() throws Exception {
        String relative = files.stream()
                .map(file -> folder.relativize(Path.of(file)).toString())
                .collect(Collectors.joining(", "));
        return SavedPlans.read(relative, new BaseDirectory(folder));
    }

    private ImportResult carriedOut(OperationRequest request) throws Exception {
        return request instanceof ApplyRequest apply
                ? environment.applyUpgrade(apply, ImportListener.NONE)
                : environment.importSolution((ImportRequest) request, ImportListener.NONE);
    }
}
