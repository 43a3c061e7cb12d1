package io.github.solutionalm.mojo;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.ActiveBase;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.SavedPlans;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.SettingsSelection;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the import options. */
abstract class AbstractImportOptionsMojo extends AbstractOperationMojo {

    /**
     * Overwrite unmanaged customizations of the package's components. If {@code false}, they are kept, and may hide
     * changes of the package.
     */
    @Parameter(property = PREFIX + "overwriteCustomizations", defaultValue = "false")
    private boolean overwriteCustomizations;

    /**
     * Enable the plug-in steps and activate the workflows that were active when the package was exported; exported
     * drafts stay drafts. If {@code false}, new steps arrive disabled and new workflows as drafts, and existing ones
     * are disabled or become drafts, with a warning for each.
     */
    @Parameter(property = PREFIX + "enableSdkMessageProcessingSteps", defaultValue = "true")
    private boolean enableSdkMessageProcessingSteps;

    /**
     * Activate the workflows, flows and plug-in steps that were active when the package was exported, but that the
     * Dataverse environment left off, for example flows whose connections were missing. Warns of each one that
     * can't be activated, with the reason. Has an effect only together with {@code enableSdkMessageProcessingSteps},
     * and none in an embedded environment.
     */
    @Parameter(property = PREFIX + "activateFlows", defaultValue = "true")
    private boolean activateFlows;

    /**
     * Let Dataverse import a package that depends on updates of Microsoft products that the environment does not have.
     * Has no effect on an embedded environment.
     */
    @Parameter(property = PREFIX + "skipProductUpdateDependencies", defaultValue = "false")
    private boolean skipProductUpdateDependencies;

    /** Publish customizations after the import of an unmanaged package. A managed package needs no publishing. */
    @Parameter(property = PREFIX + "publish", defaultValue = "false")
    private boolean publish;

    /**
     * Allow the import of a managed package if the solution is unmanaged in the environment. The solution becomes
     * managed.
     */
    @Parameter(property = PREFIX + "convertToManaged", defaultValue = "false")
    private boolean convertToManaged;

    /**
     * JSON file with the values of environment variables and the connections of connection references, as written by
     * {@code solution:settings} and {@code pac solution create-settings}. A relative path starts at the project's base
     * directory. Each package receives the settings that it declares. {@code <environmentVariables>} and
     * {@code <connectionReferences>} of the {@code <environment>} override the file. Default: no settings, and missing
     * connections are warnings. With settings these are errors: names that no package has (reported before the first
     * import), missing connections, missing required values, and values of the wrong type (all reported together
     * before the import of their package).
     */
    @Parameter(property = PREFIX + "deploymentSettingsFile")
    private File deploymentSettingsFile;

    /**
     * What to do if the package has the installed version: {@code skip}, {@code import} or {@code fail}. If not set,
     * the package is skipped, and {@code solution:verify} fails the build when an embedded environment has that
     * version from another package; an explicit {@code skip} accepts any package of that version.
     */
    @Parameter(property = PREFIX + "sameVersion")
    private String sameVersion;

    /**
     * What to do if the package has a lower version than the installed one: {@code skip}, {@code import} (as an
     * update) or {@code fail}.
     */
    @Parameter(property = PREFIX + "lowerVersion", defaultValue = "fail")
    private String lowerVersion;

    /**
     * What to do if the environment lacks components that the package needs: {@code fail} or {@code warn}.
     * {@code warn} has an effect in embedded environments only; Dataverse always refuses the package.
     */
    @Parameter(property = PREFIX + "missingDependencies", defaultValue = "fail")
    private String missingDependencies;

    /**
     * What to do if an earlier upgrade left its holding solution {@code <name>_Upgrade} behind: {@code fail} refuses
     * the package, {@code apply} applies that upgrade first, {@code discard} removes the holding solution first.
     */
    @Parameter(property = PREFIX + "leftoverUpgrade", defaultValue = "fail")
    private String leftoverUpgrade;

    /**
     * What to do if a managed package contains a component that exists in the environment only as an unmanaged
     * customization: {@code fail} refuses the package, as Dataverse does (0x8004F016); {@code warn} puts the package's
     * layer below the unmanaged one, which hides it. {@code warn} has an effect in embedded environments only.
     */
    @Parameter(property = PREFIX + "activeBase", defaultValue = "fail")
    private String activeBase;

    /**
     * Refuse changes without effect, that is, changes hidden by a layer above, and name each of them. What may be
     * hidden counts.
     */
    @Parameter(property = PREFIX + "failOnHidden", defaultValue = "false")
    private boolean failOnHidden;

    /**
     * Refuse a package whose solution is not installed yet, so that a wrong environment is not taken for a new one. A
     * patch always needs its base.
     */
    @Parameter(property = PREFIX + "requireInstalled", defaultValue = "false")
    private boolean requireInstalled;

    AbstractImportOptionsMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** The goal's action, for packages without an action of their own. */
    abstract String action();

    final PlanGates gates() throws MojoExecutionException {
        return gates(failOnHidden, requireInstalled);
    }

    final boolean isGated() throws MojoExecutionException {
        return isGated(gates());
    }

    /** Whether a skipped package may differ from the installed one: {@code sameVersion} is set explicitly. */
    final boolean acceptsSameVersion() {
        return sameVersion != null;
    }

    /** Warns about options that have no effect in the environment. */
    final void check(Target target) throws MojoExecutionException {
        boolean warn = ParameterText.choice("missingDependencies", missingDependencies, MissingDependencies.class)
                == MissingDependencies.WARN;
        if (target.isDataverse() && warn) {
            printout()
                    .warning("missingDependencies=warn has an effect in embedded environments only: Dataverse"
                            + " refuses a package with missing dependencies.");
        }
        boolean under = ParameterText.choice("activeBase", activeBase, ActiveBase.class) == ActiveBase.WARN;
        if (target.isDataverse() && under) {
            printout()
                    .warning("activeBase=warn has an effect in embedded environments only: Dataverse refuses a"
                            + " managed package over components that exist only as unmanaged"
                            + " customizations.");
        }
    }

    /** One request for each package. */
    final List<ImportRequest> imports(SavedPlans plans, PlanGates gates, OpenPackages opened)
            throws MojoExecutionException, IOException, SolutionException {
        List<PackageSelection.Selected> packages = selected(plans);
        List<ImportOptions> options = new ArrayList<>();
        for (PackageSelection.Selected selected : packages) {
            options.add(options(selected.parameter(), gates));
        }
        List<Optional<DeploymentSettings>> settings = settings(packages, opened);
        List<ImportRequest> requests = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            PackageSelection.Selected selected = packages.get(i);
            requests.add(new ImportRequest(goal(), selected.file(), selected.sha256(), options.get(i))
                    .with(settings.get(i))
                    .of(selected.artifact()));
        }
        return requests;
    }

    private List<Optional<DeploymentSettings>> settings(List<PackageSelection.Selected> packages, OpenPackages opened)
            throws MojoExecutionException, IOException, SolutionException {
        return new SettingsSelection(
                        Optional.ofNullable(deploymentSettingsFile),
                        environments().settings(),
                        build().baseDirectory(),
                        opened)
                .of(packages);
    }

    private ImportOptions options(PackageParameter parameter, PlanGates gates) throws MojoExecutionException {
        return new ImportOptions(
                ParameterText.choice("action", parameter.action().orElse(action()), Action.class),
                parameter.overwriteCustomizations().orElse(overwriteCustomizations),
                enableSdkMessageProcessingSteps,
                activateFlows,
                skipProductUpdateDependencies,
                publish,
                convertToManaged,
                sameVersion == null
                        ? SameVersion.SKIP
                        : ParameterText.choice("sameVersion", sameVersion, SameVersion.class),
                ParameterText.choice("lowerVersion", lowerVersion, LowerVersion.class),
                ParameterText.choice("missingDependencies", missingDependencies, MissingDependencies.class),
                ParameterText.choice("leftoverUpgrade", leftoverUpgrade, LeftoverUpgrade.class),
                ParameterText.choice("activeBase", activeBase, ActiveBase.class),
                activeRules(),
                gates,
                timeout(),
                lockTimeout());
    }
}
