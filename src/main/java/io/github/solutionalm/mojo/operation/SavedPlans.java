package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.mojo.artifacts.Coordinates;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.report.PlanReport;
import io.github.solutionalm.report.json.PlanFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** The saved plans of a build. They are carried out exactly, or not at all. */
public final class SavedPlans {

    private final List<PlanFile> plans;

    private SavedPlans(List<PlanFile> plans) {
        this.plans = List.copyOf(plans);
    }

    /**
     * Reads them.
     *
     * @param files comma-separated paths, may be empty
     * @throws IOException if a plan can't be carried out in any environment; the message says why and what to do
     */
    public static SavedPlans read(String files, BaseDirectory base) throws IOException {
        List<PlanFile> plans = new ArrayList<>();
        for (String file : files.split(",")) {
            if (!file.isBlank()) {
                plans.add(PlanReport.read(base.resolve(Path.of(file.strip()))));
            }
        }
        return new SavedPlans(plans);
    }

    /** The paths of the plans. */
    public List<Path> files() {
        return plans.stream().map(saved -> Path.of(saved.plan().file())).toList();
    }

    /**
     * Refuses plans that were made for another environment, before the environment is opened.
     *
     * @throws MojoExecutionException naming both
     */
    public void checkMadeFor(EnvironmentId environment) throws MojoExecutionException {
        for (PlanFile saved : plans) {
            if (!saved.plan().url().equals(environment.url())) {
                throw new MojoExecutionException("The saved plan "
                        + saved.plan().file()
                        + " was made for the environment " + saved.plan().url() + ", but this build uses "
                        + environment.url() + ". Choose the plan's environment with -Dsolution.environment, or"
                        + " make a plan for this one with solution:plan.");
            }
        }
    }

    public boolean isEmpty() {
        return plans.isEmpty();
    }

    /** The packages that they import, each once. */
    public List<PackageParameter> packages() {
        Map<String, PackageParameter> packages = new LinkedHashMap<>();
        plans.stream().filter(saved -> !applies(saved)).forEach(saved -> packageOf(saved)
                .ifPresent(of -> packages.putIfAbsent(saved.packageFile().orElseThrow(), of)));
        return List.copyOf(packages.values());
    }

    /** An artifact is found again, on this machine; the plan itself holds what it must be. */
    private static Optional<PackageParameter> packageOf(PlanFile saved) {
        return saved.artifact()
                .map(artifact -> new PackageParameter(Coordinates.of(artifact)))
                .or(() -> saved.packageFile().map(file -> new PackageParameter(new File(file))));
    }

    /**
     * A plan to apply a staged upgrade.
     *
     * @param solution unique name
     * @param packaged the package that it was staged from, if the plan was made for one
     */
    public record Application(String solution, Optional<PackageParameter> packaged) {}

    /**
     * The plans to apply a staged upgrade.
     *
     * @throws MojoExecutionException when there is none
     */
    public List<Application> applications() throws MojoExecutionException {
        List<Application> applications = plans.stream()
                .filter(SavedPlans::applies)
                .map(saved -> new Application(saved.plan().solution(), packageOf(saved)))
                .toList();
        if (applications.isEmpty()) {
            throw missing("apply a staged upgrade", true);
        }
        return applications;
    }

    /**
     * Gives each operation its plan, if there are plans.
     *
     * @throws MojoExecutionException when there is none for one of them
     */
    public List<OperationRequest> assign(List<? extends OperationRequest> requests, OpenPackages packages)
            throws SolutionException, MojoExecutionException {
        if (plans.isEmpty()) {
            return List.copyOf(requests);
        }
        List<OperationRequest> assigned = new ArrayList<>();
        for (OperationRequest request : requests) {
            assigned.add(assign(request, packages));
        }
        refuseUnused(assigned);
        return List.copyOf(assigned);
    }

    /** Fails if a saved plan is not used by any operation. */
    private void refuseUnused(List<OperationRequest> assigned) throws MojoExecutionException {
        Set<String> used = new LinkedHashSet<>();
        assigned.forEach(request -> request.savedPlan().ifPresent(plan -> used.add(plan.file())));
        boolean imports = assigned.stream().anyMatch(ImportRequest.class::isInstance);
        boolean applies = assigned.stream().anyMatch(ApplyRequest.class::isInstance);
        List<String> unused = plans.stream()
                .filter(saved -> applies(saved) ? applies : imports)
                .map(saved -> saved.plan().file())
                .filter(file -> !used.contains(file))
                .toList();
        boolean allCanBeRead =
                assigned.stream().allMatch(request -> request.savedPlan().isPresent());
        if (allCanBeRead && !unused.isEmpty()) {
            throw new MojoExecutionException("This goal carries out nothing that is planned"
                    + " in " + String.join(", ", unused)
                    + ". Also name the package that it was made for, or remove that plan from savedPlan.");
        }
    }

    private OperationRequest assign(OperationRequest request, OpenPackages packages)
            throws SolutionException, MojoExecutionException {
        try {
            Optional<Path> imported = request.importedFile();
            String solution = imported.isPresent()
                    ? packages.head(imported.get(), Optional.empty()).manifest().uniqueName()
                    : request.solution();
            return request.keepingTo(plan(solution, request.appliesUpgrade()));
        } catch (RefusalException e) {
            return request; // the import refuses it too, and keeps a log of it
        }
    }

    /** The plan of an operation on a solution; one that does nothing stands for either kind. */
    private SavedPlan plan(String solution, boolean apply) throws MojoExecutionException {
        List<SavedPlan> ofSolution = plans.stream()
                .map(PlanFile::plan)
                .filter(plan -> UniqueName.same(plan.solution(), solution))
                .toList();
        return ofSolution.stream()
                .filter(plan -> (plan.operation() == Operation.APPLY_UPGRADE) == apply)
                .filter(plan -> plan.operation() != Operation.NONE)
                .findFirst()
                .or(() -> ofSolution.stream()
                        .filter(plan -> plan.operation() == Operation.NONE)
                        .findFirst())
                .orElseThrow(() -> missing((apply ? "apply the upgrade of " : "import ") + solution, apply));
    }

    private MojoExecutionException missing(String what, boolean apply) {
        return new MojoExecutionException("There is no plan to " + what + " among the saved plans ("
                + plans.stream().map(saved -> saved.plan().file()).collect(Collectors.joining(", "))
                + "). Make one with solution:plan" + (apply ? " -Dsolution.apply" : "")
                + " and add it to <savedPlan> or -Dsolution.savedPlan, or remove all saved plans.");
    }

    private static boolean applies(PlanFile saved) {
        return saved.plan().operation() == Operation.APPLY_UPGRADE;
    }
}
