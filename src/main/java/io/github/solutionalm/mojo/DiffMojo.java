package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionDiff;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.details.PackageDiff;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.DiffPrintout;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.packages.PackageSelection.Selected;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.report.DiffReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what a package has, changes and lacks beside another one, or beside the version of its solution that the environment
 * has: down to the length of a column. Changes nothing. What is the same but written in another way is no difference. Prints
 * it, and writes {@code <UniqueName>/diff.json} to {@code outputDirectory}; the same packages give the same bytes.
 *
 * @since 0.2.0
 */
@Mojo(name = "diff", threadSafe = true, requiresProject = false)
public final class DiffMojo extends AbstractPackagesMojo {

    /**
     * The package to compare with: path of a .zip, a .cab, an unzipped folder or a source tree, where a relative path starts
     * at the project's base directory, or a Maven artifact, {@code groupId:artifactId[:version[:type[:classifier]]]}. The build
     * fails if it is not there, if it is of another solution, and if there is more than one package to compare. Default: what the
     * environment has of the solution.
     */
    @Parameter(property = PREFIX + "against")
    private String against;

    /** Fail the build if anything differs. */
    @Parameter(property = PREFIX + "failOnChange", defaultValue = "false")
    private boolean failOnChange;

    @Inject
    DiffMojo(MavenBuild build) {
        super("diff", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Printout out = printout();
        int differences = 0;
        try (OpenPackages opened = openPackages()) {
            for (SolutionDiff diff : diffs(opened, out)) {
                new DiffPrintout(out).print(diff, DiffReport.write(diff, outputDirectory()));
                differences += diff.differences().size();
            }
        }
        if (failOnChange && differences > 0) {
            throw new MojoFailureException("failOnChange is set, and "
                    + (differences == 1 ? "1 component differs" : differences + " components differ")
                    + ". Look at what differs above or in diff.json; take it back, or run without failOnChange.");
        }
    }

    private List<SolutionDiff> diffs(OpenPackages opened, Printout out)
            throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        List<Selected> packages = selected(List.of());
        if (against == null || against.isBlank()) {
            return installed(packages, out);
        }
        if (packages.size() != 1) {
            throw new MojoExecutionException("Tried to compare " + packages.size() + " packages with " + against.strip()
                    + " but failed because: one package can be compared with another. Name one with -Dsolution.file or"
                    + " -Dsolution.artifact.");
        }
        Path other = selection().named(against, "solution.against");
        return List.of(between(packages.get(0), other, opened));
    }

    private static SolutionDiff between(Selected selected, Path other, OpenPackages opened)
            throws SolutionException, MojoFailureException {
        try (OpenedPackage old = opened.open(other, Optional.empty());
                OpenedPackage now = opened.open(selected.file(), selected.sha256())) {
            if (!old.manifest().uniqueName().equalsIgnoreCase(now.manifest().uniqueName())) {
                throw new MojoFailureException("Tried to compare "
                        + selected.file().getFileName() + " with "
                        + other.getFileName() + " but failed because: they are of two solutions, "
                        + now.manifest().uniqueName() + " and " + old.manifest().uniqueName()
                        + ". Name two packages of one solution.");
            }
            return PackageDiff.between(old, now);
        } catch (RefusalException e) {
            throw new MojoFailureException(
                    "Tried to compare " + selected.file().getFileName() + " with " + other.getFileName()
                            + " but failed because: " + e.getMessage(),
                    e);
        }
    }

    private List<SolutionDiff> installed(List<Selected> packages, Printout out)
            throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Target target = target(openPackages());
        target.announce(out);
        requireEnvironment(target, true);
        List<SolutionDiff> diffs = new ArrayList<>();
        try (SolutionEnvironment environment = target.read(out)) {
            for (Selected selected : packages) {
                ImportRequest request = new ImportRequest(
                        goal(), selected.file(), selected.sha256(), ImportOptions.ofComparison(timeout()));
                PlanResult plan =
                        environment.plan(List.of(request), ImportListener.NONE).get(0);
                if (!plan.errors().isEmpty()) {
                    throw new MojoFailureException("Tried to compare "
                            + selected.file().getFileName() + " with what is installed but failed because: "
                            + plan.errors().stream().map(Finding::toString).collect(Collectors.joining("; ")));
                }
                diffs.add(SolutionDiff.of(plan));
            }
        }
        return diffs;
    }
}
