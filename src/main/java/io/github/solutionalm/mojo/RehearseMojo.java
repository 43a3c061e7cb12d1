package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.mojo.artifacts.Coordinates;
import io.github.solutionalm.mojo.artifacts.ReleasedVersions;
import io.github.solutionalm.mojo.artifacts.ResolvedPackage;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.operation.PlanProperties;
import io.github.solutionalm.mojo.operation.Rehearsal;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.IOException;
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
 * Shows what the release of this module would change for who has the last one: installs the dependencies and the last released
 * version from the repositories into a new embedded environment, and plans the upgrade to the package that the module has just
 * made. Prints the plan, writes it to {@code rehearse/<UniqueName>/plan.json} in {@code outputDirectory}, sets the same project
 * properties as {@code solution:plan}, and fails the build if the upgrade would be refused, skipped or blocked or does not pass a gate.
 * If nothing is released yet, it says so and plans an installation. A parent POM may bind it for all modules: those with the
 * packaging {@code pom} are passed over.
 *
 * <p>Needs no environment of the build. The one that it makes, {@code rehearse/environment.db}, stays until the next run.
 *
 * @since 0.2.0
 */
@Mojo(name = "rehearse", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class RehearseMojo extends AbstractSolutionMojo {

    /**
     * The version of this module's artifact to upgrade from. Default: the highest one in the repositories that is lower than the
     * module's and no snapshot. The build fails for a version that is not found, and if it can't be known which is the last one.
     */
    @Parameter(property = PREFIX + "baseVersion")
    private String baseVersion;

    /**
     * Refuse to delete components, and name each of them. {@code allowedDeletes} makes exceptions. Deletions of a
     * staged upgrade are refused when it is staged, and again when it is applied.
     */
    @Parameter(property = PREFIX + "failOnDelete", defaultValue = "false")
    private boolean failOnDelete;

    /**
     * Deletions that {@code failOnDelete} allows: patterns {@code Type:key}, where {@code *} stands for any text and case
     * is ignored:
     * <pre>
     * &lt;allowedDeletes&gt;
     *   &lt;allowedDelete&gt;Attribute:contoso_order.contoso_legacy*&lt;/allowedDelete&gt;
     *   &lt;allowedDelete&gt;SavedQuery:*&lt;/allowedDelete&gt;
     * &lt;/allowedDeletes&gt;
     * </pre>
     * Comma-separated on the command line. A pattern without a colon fails the build.
     */
    @Parameter(property = PREFIX + "allowedDeletes")
    private List<String> allowedDeletes;

    /**
     * Refuse changes without effect, that is, changes hidden by a layer above, and name each of them. What may be
     * hidden counts.
     */
    @Parameter(property = PREFIX + "failOnHidden", defaultValue = "false")
    private boolean failOnHidden;

    /**
     * Unique names of solutions that environments have although the POM does not bring them, for example those of other makers:
     * patterns, where {@code *} stands for any text. Comma-separated on the command line. Microsoft's own solutions count as there.
     */
    @Parameter(property = PREFIX + "providedSolutions")
    private List<String> providedSolutions;

    @Inject
    RehearseMojo(MavenBuild build) {
        super("rehearse", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Printout out = printout();
        PlanGates gates = gates();
        Optional<ResolvedPackage> own = build().artifacts().own();
        if (own.isEmpty() && isPassedOver()) {
            out.line("Rehearsed", "nothing: this module makes no package");
            return;
        }
        if (own.isEmpty()) {
            throw new MojoExecutionException("Tried to rehearse a release but failed because: the module "
                    + build().project() + " makes no package. Run solution:rehearse in a module whose artifact is a"
                    + " solution package, with the packaging solution; or rehearse packages with solution:plan.");
        }
        try (OpenPackages opened = new OpenPackages()) {
            rehearse(own.get(), gates, opened, out);
        }
    }

    @Override
    boolean tellsCiSystems() {
        return true;
    }

    /** In a round over the modules of a reactor, and where a parent POM binds the goal for all modules. */
    private boolean isPassedOver() {
        return build().modules().isRunning()
                || !build().isFromCommandLine() && build().packaging().equals("pom");
    }

    private void rehearse(ResolvedPackage own, PlanGates gates, OpenPackages opened, Printout out)
            throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        opened.know(own.file(), own.artifact());
        requireSolution(own, opened);
        PackageSelection selection = selection(opened);
        PackagesAsked none = PackagesAsked.of(null, null, null);
        List<ResolvedPackage> before = new ArrayList<>(selection.dependencies().rehearsed());
        base(own, out).ifPresent(before::add);
        before.forEach(one -> opened.know(one.file(), one.artifact()));
        List<String> provided = new ArrayList<>(selection.provided(none).names());
        provided.addAll(providedSolutions == null ? List.of() : providedSolutions);
        Rehearsal rehearsal = new Rehearsal(
                outputDirectory().resolve("rehearse"),
                provided,
                opened,
                out,
                ProgressLine.of(build(), out),
                ciReports());
        PlanProperties.of(rehearsal.of(new Rehearsal.Release(
                        before, own, ImportOptions.defaults().withGates(gates))))
                .forEach(build()::setProperty);
    }

    /** What is upgraded from, and why it is that one; empty when nothing is released yet. */
    private Optional<ResolvedPackage> base(ResolvedPackage own, Printout out) throws MojoExecutionException {
        Optional<String> named = Optional.ofNullable(baseVersion).map(String::strip);
        if (named.isPresent()) {
            return Optional.of(base(own, named, "as baseVersion says", out));
        }
        ReleasedVersions released = build().artifacts().released(own.artifact());
        released.remark().ifPresent(out::warning);
        if (released.last().isPresent()) {
            return Optional.of(base(
                    own,
                    released.last(),
                    "the last release below " + own.artifact().version(),
                    out));
        }
        out.line(
                "Base",
                "none: no version of " + own.artifact().groupId() + ":"
                        + own.artifact().artifactId() + " below "
                        + own.artifact().version()
                        + " is released yet, so an installation is rehearsed");
        return Optional.empty();
    }

    private ResolvedPackage base(ResolvedPackage own, Optional<String> version, String why, Printout out)
            throws MojoExecutionException {
        PackageArtifact artifact = own.artifact();
        ResolvedPackage base = build().artifacts()
                .resolve(Coordinates.of(artifact.groupId(), artifact.artifactId(), version, artifact.type(), ""));
        out.line("Base", base.artifact().coordinates() + ", " + why);
        return base;
    }

    private void requireSolution(ResolvedPackage own, OpenPackages opened)
            throws SolutionException, MojoFailureException {
        try {
            ApplyRequest.Expected head = opened.head(own.file(), Optional.empty());
            if (!head.manifest().managed()) {
                printout()
                        .warning(own.artifact().coordinates() + " is unmanaged: its import deletes nothing, so that the"
                                + " plan does not show what the upgrade of a managed solution would delete.");
            }
        } catch (RefusalException e) {
            throw new MojoFailureException(
                    "Tried to rehearse the release of " + own.file().getFileName() + " but failed because: "
                            + e.getMessage(),
                    e);
        }
    }

    private PlanGates gates() throws MojoExecutionException {
        List<String> patterns = allowedDeletes == null ? List.of() : allowedDeletes;
        for (String pattern : patterns) {
            ParameterText.typeAndKey("allowedDeletes", pattern);
        }
        return new PlanGates(failOnDelete, patterns, failOnHidden, false, false);
    }
}
