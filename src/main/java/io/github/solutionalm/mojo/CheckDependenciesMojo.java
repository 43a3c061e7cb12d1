package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.DependencyInspection;
import io.github.solutionalm.DependencyInspection.Problem;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.mojo.artifacts.ResolvedPackage;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.packages.DependencyPackages;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.mojo.packages.RequirementCheck;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.report.DependencyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Holds what the project's package requires against what the dependencies of its POM bring. Fails the build, with all at once, if a
 * required solution is missing or brought in too low a version, if Maven takes a lower version of one than somebody wants, and
 * for a patch without its base. Warns of dependencies that nothing requires, of components that are required from unmanaged
 * customizations, and of solutions that need each other. Needs no environment. Also writes {@code dependencies.json} to
 * {@code outputDirectory}.
 *
 * <p>In a module that makes no package, the dependencies are checked among each other.
 *
 * @since 0.2.0
 */
@Mojo(name = "check-dependencies", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckDependenciesMojo extends AbstractSolutionMojo {

    /**
     * The packages to check:
     * <pre>
     * &lt;packages&gt;
     *   &lt;package&gt;
     *     &lt;file&gt;src/solutions/ContosoOrders_2_0_0_0_managed.zip&lt;/file&gt;
     *   &lt;/package&gt;
     * &lt;/packages&gt;
     * </pre>
     * {@code <file>} is a .zip, a .cab or an unzipped folder; or the package is a Maven artifact, with {@code <groupId>},
     * {@code <artifactId>} and, if the POM does not say it, {@code <version>}. Default: the package that the module makes, else the
     * dependencies among each other. The build fails for a package that is not found.
     */
    @Parameter
    private List<PackageParameter> packages;

    /**
     * Paths of packages, comma-separated. They replace {@code packages}. Relative paths start at the project's base
     * directory.
     */
    @Parameter(property = PREFIX + "file")
    private String file;

    /**
     * Packages as Maven artifacts, {@code groupId:artifactId[:version[:type[:classifier]]]}, comma-separated. They replace
     * {@code packages}. What is left out is as in {@code packages}. Together with {@code file}, or for an artifact that is not
     * found, the build fails.
     */
    @Parameter(property = PREFIX + "artifact")
    private String artifact;

    /** Fail the build for a dependency that is a solution package and that nothing requires. If {@code false}, warn. */
    @Parameter(property = PREFIX + "failOnUnusedDependencies", defaultValue = "false")
    private boolean failOnUnusedDependencies;

    /**
     * Unique names of solutions that environments have although the POM does not bring them, for example those of other makers:
     * patterns, where {@code *} stands for any text. Comma-separated on the command line. Microsoft's own solutions count as there.
     */
    @Parameter(property = PREFIX + "providedSolutions")
    private List<String> providedSolutions;

    @Inject
    CheckDependenciesMojo(MavenBuild build) {
        super("check-dependencies", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        try (OpenPackages opened = new OpenPackages()) {
            run(opened, printout());
        }
    }

    private void run(OpenPackages opened, Printout out)
            throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        PackageSelection selection = selection(opened);
        DependencyPackages dependencies = selection.dependencies();
        List<ApplyRequest.Expected> checked = new ArrayList<>();
        for (Path path : paths(selection, opened)) {
            checked.add(head(path, opened));
        }
        List<ApplyRequest.Expected> brought = new ArrayList<>();
        List<DependencyInspection.Dependency> known = new ArrayList<>();
        for (DependencyPackages.Dependency dependency : dependencies.packages()) {
            ApplyRequest.Expected head = head(dependency.declared().found().file(), opened);
            brought.add(head);
            known.add(new DependencyInspection.Dependency(
                    dependency.declared().found().artifact(),
                    dependency.declared().scope(),
                    dependency.declared().direct(),
                    head.manifest()));
        }
        boolean amongThemselves = checked.isEmpty();
        if (amongThemselves && brought.isEmpty()) {
            out.line("Checked", "nothing: the module makes no package and has no dependencies that are packages");
            return;
        }
        EmbeddedSettings environments =
                EmbeddedSettings.defaults().providing(providedSolutions == null ? List.of() : providedSolutions);
        DependencyInspection inspection = new RequirementCheck(
                        known, dependencies.lowered(), environments::provides, failOnUnusedDependencies)
                .check(amongThemselves ? brought : checked, !amongThemselves);
        print(inspection, out);
    }

    private List<Path> paths(PackageSelection selection, OpenPackages opened) throws MojoExecutionException {
        PackagesAsked asked = PackagesAsked.of(packages, file, artifact);
        if (!asked.isEmpty()) {
            return selection.select(asked).stream()
                    .map(PackageSelection.Selected::file)
                    .toList();
        }
        Optional<ResolvedPackage> own = build().artifacts().own();
        own.ifPresent(found -> opened.know(found.file(), found.artifact()));
        return own.stream().map(ResolvedPackage::file).toList();
    }

    /** What can't be read can't be checked. */
    private ApplyRequest.Expected head(Path path, OpenPackages opened) throws SolutionException, MojoFailureException {
        try {
            return opened.head(path, Optional.empty());
        } catch (RefusalException e) {
            throw new MojoFailureException(
                    "Tried to check the dependencies of " + path.getFileName() + " but failed because: "
                            + e.getMessage(),
                    e);
        }
    }

    private void print(DependencyInspection inspection, Printout out) throws IOException, MojoFailureException {
        for (DependencyInspection.Checked checked : inspection.packages()) {
            out.line("Solution", Wording.solution(checked.manifest()));
            checked.requirements().forEach(required -> out.line("Requires", text(required)));
        }
        List<Problem> failures = inspection.failures();
        inspection.problems().stream()
                .filter(problem -> !problem.fails())
                .forEach(problem -> out.warning("Warning", problem.message()));
        failures.forEach(problem -> out.error("Finding", problem.message()));
        out.line("Dependencies", out.path(DependencyReport.write(inspection, outputDirectory())));
        if (!failures.isEmpty()) {
            throw new MojoFailureException("The dependencies of the POM do not fit what the packages require"
                    + (failures.size() == 1 ? ": " : ", for " + failures.size() + " reasons. The first: ")
                    + failures.get(0).message());
        }
    }

    private static String text(DependencyInspection.Requirement required) {
        return required.solution()
                + required.version().map(version -> " " + version).orElse("") + ", "
                + Wording.count(required.components(), "component")
                + required.broughtBy()
                        .map(brought -> ": brought by " + brought.coordinates())
                        .orElse("");
    }
}
