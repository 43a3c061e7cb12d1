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
import io.github.solutionalm.mojo.environment.EmbeddedOnly;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.SavedPlans;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.SettingsSelection;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds how packages are imported. */
abstract class AbstractImportOptionsMojo extends AbstractPackagesMojo {

    /**
     * Overwrite unmanaged customizations of the package's components. Otherwise they are maintained, and may hide
     * what the package changes.
     */
    @Parameter(property = PREFIX + "overwriteCustomizations", defaultValue = "false")
    private boolean overwriteCustomizations;

    /**
     * Enable the package's plug-in steps and activate its workflows, as far as they were on when it was exported: what was
     * exported as a draft stays one. Otherwise new ones arrive disabled or as drafts, and those that are there are disabled
     * and become drafts, with a warning for each.
     */
    @Parameter(property = PREFIX + "enableSdkMessageProcessingSteps", defaultValue = "true")
    private boolean enableSdkMessageProcessingSteps;

    /**
     * Switch on the workflows, flows and plug-in steps of the package that were on when it was exported and that a Dataverse
     * environment left off, such as flows whose connections it did not find at the time. What cannot be switched on is warned of
     * with the reason. Only with {@code enableSdkMessageProcessingSteps}; an embedded environment leaves nothing off.
     */
    @Parameter(property = PREFIX + "activateFlows", defaultValue = "true")
    private boolean activateFlows;

    /**
     * Let a Dataverse environment import the package although it depends on updates of Microsoft's products that the
     * environment does not have. An embedded environment knows no such updates and is not concerned.
     */
    @Parameter(property = PREFIX + "skipProductUpdateDependencies", defaultValue = "false")
    private boolean skipProductUpdateDependencies;

    /** Publish customizations after an import that needs it: that of an unmanaged package. */
    @Parameter(property = PREFIX + "publish", defaultValue = "false")
    private boolean publish;

    /** Allow a managed package over the same solution when that is unmanaged in the environment; it becomes managed. */
    @Parameter(property = PREFIX + "convertToManaged", defaultValue = "false")
    private boolean convertToManaged;

    /**
     * A JSON file with values of environment variables and connections for connection references, as {@code solution:settings}
     * and {@code pac solution create-settings} write it; relative to the project's base directory. With several packages each
     * gets what it declares. What {@code <environment>} says in {@code <environmentVariables>} and
     * {@code <connectionReferences>} overrides it. By default no settings are given, and connections that are missing are
     * warned of; with settings, names that no package has, missing connections and required values, and values of the wrong
     * type are errors: names before anything is imported, the rest, all of it at once, before the package that it concerns is.
     */
    @Parameter(property = PREFIX + "deploymentSettingsFile")
    private File deploymentSettingsFile;

    /**
     * What to do when the package has the installed version: {@code skip}, {@code import} or {@code fail}. By default it is
     * skipped, and {@code solution:verify} fails the build when an embedded environment has that version from another package;
     * {@code skip} says that any package of the version will do.
     */
    @Parameter(property = PREFIX + "sameVersion")
    private String sameVersion;

    /**
     * What to do when the package has a lower version than the installed one: {@code skip}, {@code import} (as an
     * update) or {@code fail}.
     */
    @Parameter(property = PREFIX + "lowerVersion", defaultValue = "fail")
    private String lowerVersion;

    /**
     * What to do when the environment lacks what the package needs: {@code fail} or {@code warn}. Embedded environments
     * only; Dataverse always refuses, and {@code warn} is warned of there.
     */
    @Parameter(property = PREFIX + "missingDependencies", defaultValue = "fail")
    private String missingDependencies;

    /**
     * What to do when an earlier upgrade left its holding solution {@code <name>_Upgrade} behind: {@code fail} refuses
     * the package, {@code apply} completes that upgrade first, {@code discard} removes it first.
     */
    @Parameter(property = PREFIX + "leftoverUpgrade", defaultValue = "fail")
    private String leftoverUpgrade;

    /**
     * What to do when a managed package brings a component of which the environment has only unmanaged customizations:
     * {@code fail} refuses the package, as Dataverse does (0x8004F016); {@code warn} puts the package's layer under them,
     * where it is hidden. Embedded environments only; Dataverse always refuses, and {@code warn} is warned of there.
     */
    @Parameter(property = PREFIX + "activeBase", defaultValue = "fail")
    private String activeBase;

    /**
     * Refuse changes that would not show, since a layer above covers them, and name each of them. Embedded environments
     * only; with another one it fails the build.
     */
    @Parameter(property = PREFIX + "failOnHidden", defaultValue = "false")
    private boolean failOnHidden;

    /**
     * Refuse packages whose solutions the environment does not hold already, so that a wrong environment is not taken for a
     * new one. A patch needs its base in any case.
     */
    @Parameter(property = PREFIX + "requireInstalled", defaultValue = "false")
    private boolean requireInstalled;

    AbstractImportOptionsMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** The goal's action, for packages that do not say their own. */
    abstract String action();

    final PlanGates gates() throws MojoExecutionException {
        return gates(failOnHidden, requireInstalled);
    }

    final boolean isGated() throws MojoExecutionException {
        return isGated(gates());
    }

    /** Whether it was said that a package which is skipped may differ from what is installed. */
    final boolean acceptsSameVersion() {
        return sameVersion != null;
    }

    /** Refuses, or warns of, what the environment does not do. */
    final void check(Target target) throws MojoExecutionException {
        List<String> planned = planned();
        if (failOnHidden) {
            planned.add("failOnHidden");
        }
        EmbeddedOnly.parameters(target, planned);
        boolean warn = ParameterText.choice("missingDependencies", missingDependencies, MissingDependencies.class)
                == MissingDependencies.WARN;
        if (target.isDataverse() && warn) {
            printout()
                    .warning("missingDependencies is 'warn', which counts in embedded environments only: Dataverse"
                            + " refuses a package whose dependencies are missing.");
        }
        boolean under = ParameterText.choice("activeBase", activeBase, ActiveBase.class) == ActiveBase.WARN;
        if (target.isDataverse() && under) {
            printout()
                    .warning(
                            "activeBase is 'warn', which counts in embedded environments only: Dataverse refuses a managed"
                                    + " package over components that have unmanaged customizations only.");
        }
    }

    /** One request for each package. */
    final List<ImportRequest> imports(SavedPlans plans, PlanGates gates)
            throws MojoExecutionException, IOException, SolutionException {
        List<PackageSelection.Selected> packages = selected(plans);
        List<ImportOptions> options = new ArrayList<>();
        for (PackageSelection.Selected selected : packages) {
            options.add(options(selected.parameter(), gates));
        }
        List<Optional<DeploymentSettings>> settings = settings(packages);
        List<ImportRequest> requests = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            PackageSelection.Selected selected = packages.get(i);
            requests.add(new ImportRequest(goal(), selected.file(), selected.sha256(), options.get(i))
                    .with(settings.get(i)));
        }
        return requests;
    }

    private List<Optional<DeploymentSettings>> settings(List<PackageSelection.Selected> packages)
            throws MojoExecutionException, IOException, SolutionException {
        return new SettingsSelection(
                        Optional.ofNullable(deploymentSettingsFile),
                        environments().settings(),
                        build().baseDirectory())
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
