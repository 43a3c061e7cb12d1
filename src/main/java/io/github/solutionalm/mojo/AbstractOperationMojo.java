package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.operation.ApplySelection;
import io.github.solutionalm.mojo.operation.SavedPlans;
import io.github.solutionalm.mojo.operation.SnapshotAge;
import io.github.solutionalm.mojo.packages.PackageSelection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds how long to wait for other operations, and the gates that a plan must pass before it is carried out. */
abstract class AbstractOperationMojo extends AbstractPackagesMojo {

    /**
     * How long to wait for another operation that is running in the environment, as an ISO-8601 duration such as
     * {@code PT10M}; {@code PT0S} does not wait. Then the build fails.
     */
    @Parameter(property = PREFIX + "lockTimeout", defaultValue = "PT10M")
    private String lockTimeout;

    /**
     * Refuse to delete components, and name each of them. {@code allowedDeletes} makes exceptions. Deletions of a
     * staged upgrade are refused when it is staged, and again when it is applied.
     */
    @Parameter(property = PREFIX + "failOnDelete", defaultValue = "false")
    private boolean failOnDelete;

    /**
     * Refuse to delete what has data, and name each: a table with rows, a column or a value of a choice that rows have, a
     * many-to-many relationship with links. What is not known counts as data; {@code dataAtRisk} says how closely to look. An
     * embedded environment has no rows, so that nothing is refused there unless it is a snapshot.
     */
    @Parameter(property = PREFIX + "failOnDataLoss", defaultValue = "false")
    private boolean failOnDataLoss;

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
     * Plans to carry out exactly: paths of {@code plan.json} or {@code apply-plan.json} files written by
     * {@code solution:plan}, comma-separated, relative to the project's base directory. Each operation uses the plan
     * of its solution. It is refused if the package, the solutions in the environment or anything that the plan
     * touches has changed since. The build fails for a package without a plan, and for a plan that is damaged, refused
     * or blocked. {@code solution:plan} with this parameter reports whether the plans are still valid.
     */
    @Parameter(property = PREFIX + "savedPlan")
    private String savedPlan;

    /**
     * How old a snapshot of a Dataverse environment may be, as an ISO-8601 duration such as {@code PT12H}. With an older one
     * a goal with a gate fails, and others warn. Has no effect on environments that are no snapshots.
     */
    @Parameter(property = PREFIX + "snapshotMaxAge", defaultValue = "P1D")
    private String snapshotMaxAge;

    /**
     * What to do with active routing rule sets, SLAs and record creation rules, which can't be changed or deleted
     * while they are active: {@code fail} refuses the package; {@code deactivate} deactivates those of the package
     * before the import and activates them again afterwards, with a warning for each. In an embedded environment
     * {@code deactivate} also lets an upgrade delete active rules that are no longer in the package; in Dataverse,
     * deactivate these by hand.
     */
    @Parameter(property = PREFIX + "activeRules", defaultValue = "fail")
    private String activeRules;

    AbstractOperationMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** The configured or given packages, else those of the saved plans. */
    final List<PackageSelection.Selected> selected(SavedPlans plans) throws MojoExecutionException, SolutionException {
        return selected(plans.packages());
    }

    /**
     * The staged upgrades to apply, given by solution, by package or by plan.
     *
     * @return empty if none is given: then all are applied
     */
    final Optional<List<ApplyRequest>> applications(String names, ApplySelection selection, SavedPlans plans)
            throws SolutionException, MojoExecutionException, ApplySelection.UnreadableException {
        if (!names.isBlank()) {
            return Optional.of(selection.named(names));
        }
        if (namesPackages() || plans.isEmpty() && hasPackages()) {
            return Optional.of(selection.ofPackages(selected(plans)));
        }
        return plans.isEmpty() ? Optional.empty() : Optional.of(selection.planned(plans.applications(), selection()));
    }

    final SavedPlans savedPlans() throws IOException {
        return SavedPlans.read(savedPlan == null ? "" : savedPlan, build().baseDirectory());
    }

    /** The gates of the build. */
    final PlanGates gates(boolean failOnHidden, boolean requireInstalled) throws MojoExecutionException {
        List<String> patterns = allowedDeletes == null ? List.of() : allowedDeletes;
        for (String pattern : patterns) {
            ParameterText.typeAndKey("allowedDeletes", pattern);
        }
        return new PlanGates(failOnDelete, patterns, failOnHidden, failOnDataLoss, requireInstalled);
    }

    /** Whether any gate is set. */
    final boolean isGated(PlanGates gates) {
        return gates.failOnDelete()
                || gates.failOnHidden()
                || gates.failOnDataLoss()
                || gates.requireInstalled()
                || savedPlan != null && !savedPlan.isBlank();
    }

    /** Refuses a snapshot that is too old for the gates, and warns of one where there are none. */
    final SnapshotAge snapshotAge(boolean gated) throws MojoExecutionException {
        return new SnapshotAge(
                ParameterText.duration("snapshotMaxAge", snapshotMaxAge), gated, build().clock(), printout());
    }

    /** Options for applying staged upgrades. */
    final ImportOptions applyOptions(PlanGates gates) throws MojoExecutionException {
        return ImportOptions.ofApply(activeRules(), gates, timeout(), lockTimeout());
    }

    final Duration lockTimeout() throws MojoExecutionException {
        return ParameterText.duration("lockTimeout", lockTimeout);
    }

    final ActiveRules activeRules() throws MojoExecutionException {
        return ParameterText.choice("activeRules", activeRules, ActiveRules.class);
    }
}
