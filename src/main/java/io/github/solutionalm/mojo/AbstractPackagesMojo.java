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
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the packages and the gates that a plan must pass before it is carried out. */
abstract class AbstractPackagesMojo extends AbstractOperationMojo {

    /**
     * The packages. They are imported in this order; their staged upgrades are applied in reverse order:
     * <pre>
     * &lt;packages&gt;
     *   &lt;package&gt;
     *     &lt;file&gt;src/solutions/ContosoOrders_2_0_0_0_managed.zip&lt;/file&gt;
     *     &lt;sha256&gt;…&lt;/sha256&gt;
     *     &lt;action&gt;update&lt;/action&gt;
     *     &lt;overwriteCustomizations&gt;true&lt;/overwriteCustomizations&gt;
     *   &lt;/package&gt;
     * &lt;/packages&gt;
     * </pre>
     * {@code <file>} is a .zip, a .cab or an unzipped folder; a relative path starts at the project's base directory.
     * {@code <sha256>} pins its content: a file with another hash is refused. {@code <action>},
     * {@code <overwriteCustomizations>} and {@code <deploymentSettingsFile>} override the goal's parameters. The build
     * fails without a package and for a file that does not exist. With {@code savedPlan} the packages are optional and
     * default to those of the plans.
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
     * Time limit of one operation, as an ISO-8601 duration such as {@code PT60M}. After it, the operation counts as
     * timed out: an embedded environment rolls it back, Dataverse may still complete it.
     */
    @Parameter(property = PREFIX + "timeout", defaultValue = "PT60M")
    private String timeout;

    /**
     * Refuse to delete components, and name each of them. {@code allowedDeletes} makes exceptions. Deletions of a
     * staged upgrade are refused when it is staged, and again when it is applied. Embedded environments only; fails
     * the build with a Dataverse environment.
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
     * Comma-separated on the command line. A pattern without a colon fails the build. Embedded environments only; fails
     * the build with a Dataverse environment.
     */
    @Parameter(property = PREFIX + "allowedDeletes")
    private List<String> allowedDeletes;

    /**
     * Plans to carry out exactly: paths of {@code plan.json} or {@code apply-plan.json} files written by
     * {@code solution:plan}, comma-separated, relative to the project's base directory. Each operation uses the plan
     * of its solution. It is refused if the package, the solutions in the environment or anything that the plan
     * touches has changed since. The build fails for a package without a plan, and for a plan that is damaged, refused
     * or blocked. {@code solution:plan} with this parameter reports whether the plans are still valid. Embedded
     * environments only; fails the build with a Dataverse environment.
     */
    @Parameter(property = PREFIX + "savedPlan")
    private String savedPlan;

    /**
     * What to do with active routing rule sets, SLAs and record creation rules, which can't be changed or deleted
     * while they are active: {@code fail} refuses the package; {@code deactivate} deactivates those of the package
     * before the import and activates them again afterwards, with a warning for each. In an embedded environment
     * {@code deactivate} also lets an upgrade delete active rules that are no longer in the package; in Dataverse,
     * deactivate these by hand.
     */
    @Parameter(property = PREFIX + "activeRules", defaultValue = "fail")
    private String activeRules;

    AbstractPackagesMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** Whether packages are configured or given on the command line. */
    final boolean namesPackages() {
        return packages != null && !packages.isEmpty() || file != null && !file.isBlank();
    }

    /** The configured or given packages, else those of the saved plans. */
    final List<PackageSelection.Selected> selected(SavedPlans plans) throws MojoExecutionException {
        List<PackageParameter> configured = packages == null ? List.of() : packages;
        return PackageSelection.select(
                namesPackages() ? configured : plans.packages(), file == null ? "" : file, build().baseDirectory());
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
        if (namesPackages()) {
            return Optional.of(selection.ofPackages(selected(plans)));
        }
        return plans.isEmpty() ? Optional.empty() : Optional.of(selection.planned(plans.applications()));
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
        return new PlanGates(failOnDelete, patterns, failOnHidden, false, requireInstalled);
    }

    /** Whether any gate is set. */
    final boolean isGated(PlanGates gates) {
        return gates.failOnDelete()
                || gates.failOnHidden()
                || gates.requireInstalled()
                || savedPlan != null && !savedPlan.isBlank();
    }

    /** Names of the parameters in use that need a plan; not every environment can plan. */
    final List<String> planned() {
        List<String> inUse = new ArrayList<>();
        if (failOnDelete) {
            inUse.add("failOnDelete");
        }
        if (allowedDeletes != null && !allowedDeletes.isEmpty()) {
            inUse.add("allowedDeletes");
        }
        if (savedPlan != null && !savedPlan.isBlank()) {
            inUse.add("savedPlan");
        }
        return inUse;
    }

    final Duration timeout() throws MojoExecutionException {
        return ParameterText.duration("timeout", timeout);
    }

    /** Options for applying staged upgrades. */
    final ImportOptions applyOptions(PlanGates gates) throws MojoExecutionException {
        return ImportOptions.ofApply(activeRules(), gates, timeout(), lockTimeout());
    }

    final ActiveRules activeRules() throws MojoExecutionException {
        return ParameterText.choice("activeRules", activeRules, ActiveRules.class);
    }
}
