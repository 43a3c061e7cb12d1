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

/** Adds the packages, and what must hold of a plan before it is carried out. */
abstract class AbstractPackagesMojo extends AbstractOperationMojo {

    /**
     * The packages, imported in this order, and their staged upgrades applied in the reverse one:
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
     * {@code <file>} is a .zip, a .cab or an unzipped folder. {@code <sha256>} pins its content: another one is refused.
     * {@code <action>} and {@code <overwriteCustomizations>} override the goal's,
     * {@code <deploymentSettingsFile>} replaces it. No package at all, and a file that
     * does not exist, fail the build; with {@code savedPlan} the packages may be left out, and are those of the plans.
     */
    @Parameter
    private List<PackageParameter> packages;

    /** Paths of packages, comma-separated; they replace {@code packages}. */
    @Parameter(property = PREFIX + "file")
    private String file;

    /** How long to wait for one operation, as an ISO-8601 duration such as {@code PT60M}; then it counts as timed out. */
    @Parameter(property = PREFIX + "timeout", defaultValue = "PT60M")
    private String timeout;

    /**
     * Refuse what would delete components, and name each of them. {@code allowedDeletes} lets some pass. What a staged
     * upgrade will delete counts when it is staged already, and again when it is applied. Embedded environments only; with
     * another one it fails the build.
     */
    @Parameter(property = PREFIX + "failOnDelete", defaultValue = "false")
    private boolean failOnDelete;

    /**
     * Deletions that {@code failOnDelete} lets pass: patterns {@code Type:key}, with {@code *} for any text, in any case:
     * <pre>
     * &lt;allowedDeletes&gt;
     *   &lt;allowedDelete&gt;Attribute:contoso_order.contoso_legacy*&lt;/allowedDelete&gt;
     *   &lt;allowedDelete&gt;SavedQuery:*&lt;/allowedDelete&gt;
     * &lt;/allowedDeletes&gt;
     * </pre>
     * On the command line comma-separated. A pattern without a colon fails the build, as does a Dataverse environment.
     */
    @Parameter(property = PREFIX + "allowedDeletes")
    private List<String> allowedDeletes;

    /**
     * Plans to keep to: paths of {@code plan.json} or {@code apply-plan.json} files that {@code solution:plan} wrote,
     * comma-separated, relative to the project's base directory. Each operation finds its plan by its solution, and is
     * refused when the package, the environment's solutions or anything that the plan touches have changed since. A
     * package without a plan among them, and a plan that is damaged, refused or blocked, fail the build.
     * {@code solution:plan} itself says whether they still hold. Embedded environments only; with another one it fails the
     * build.
     */
    @Parameter(property = PREFIX + "savedPlan")
    private String savedPlan;

    /**
     * What to do with routing rule sets, SLAs and convert rules that are active, and can't be changed or deleted as long as
     * they are: {@code fail} refuses the package; {@code deactivate} puts those of the package into draft before the import
     * and activates them again afterwards, and the result warns of each. In an embedded environment it also lets an upgrade
     * delete active rules that are no longer in the package; in Dataverse these have to be deactivated by hand.
     */
    @Parameter(property = PREFIX + "activeRules", defaultValue = "fail")
    private String activeRules;

    AbstractPackagesMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** Whether packages are named, if not in a saved plan. */
    final boolean namesPackages() {
        return packages != null && !packages.isEmpty() || file != null && !file.isBlank();
    }

    /** The packages that are named, else those of the saved plans. */
    final List<PackageSelection.Selected> selected(SavedPlans plans) throws MojoExecutionException {
        List<PackageParameter> configured = packages == null ? List.of() : packages;
        return PackageSelection.select(
                namesPackages() ? configured : plans.packages(), file == null ? "" : file, build().baseDirectory());
    }

    /**
     * The staged upgrades that are named: by solution, by package or by plan.
     *
     * @return empty when none is, so that all are meant
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

    /** The gates of the build, for the plans of a goal that may hide something. */
    final PlanGates gates(boolean failOnHidden, boolean requireInstalled) throws MojoExecutionException {
        List<String> patterns = allowedDeletes == null ? List.of() : allowedDeletes;
        for (String pattern : patterns) {
            ParameterText.typeAndKey("allowedDeletes", pattern);
        }
        return new PlanGates(failOnDelete, patterns, failOnHidden, requireInstalled);
    }

    /** Whether something is set that may refuse a plan. */
    final boolean isGated(PlanGates gates) {
        return gates.failOnDelete()
                || gates.failOnHidden()
                || gates.requireInstalled()
                || savedPlan != null && !savedPlan.isBlank();
    }

    /** Those in use that go by a plan, which is not made for every environment. */
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

    /** How the staged upgrades are applied. */
    final ImportOptions applyOptions(PlanGates gates) throws MojoExecutionException {
        return ImportOptions.ofApply(activeRules(), gates, timeout(), lockTimeout());
    }

    final ActiveRules activeRules() throws MojoExecutionException {
        return ParameterText.choice("activeRules", activeRules, ActiveRules.class);
    }
}
