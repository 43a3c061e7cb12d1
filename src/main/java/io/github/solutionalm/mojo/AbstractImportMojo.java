package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.report.ImportReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the packages and how they are imported. */
abstract class AbstractImportMojo extends AbstractOperationMojo {

    /**
     * The packages, imported in this order:
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
     * {@code <action>} and {@code <overwriteCustomizations>} override the goal's. No package at all, and a file that
     * does not exist, fail the build.
     */
    @Parameter
    private List<PackageParameter> packages;

    /** Paths of packages, comma-separated; they replace {@code packages}. */
    @Parameter(property = PREFIX + "file")
    private String file;

    /**
     * Overwrite unmanaged customizations of the package's components. Otherwise they are maintained, and may hide
     * what the package changes.
     */
    @Parameter(property = PREFIX + "overwriteCustomizations", defaultValue = "false")
    private boolean overwriteCustomizations;

    /**
     * Enable the package's plug-in steps and activate its workflows. Otherwise new ones arrive disabled or as draft,
     * and existing workflows go back to draft.
     */
    @Parameter(property = PREFIX + "enableSdkMessageProcessingSteps", defaultValue = "true")
    private boolean enableSdkMessageProcessingSteps;

    /** Publish customizations after an import that needs it: that of an unmanaged package. */
    @Parameter(property = PREFIX + "publish", defaultValue = "false")
    private boolean publish;

    /** Allow a managed package over the same solution when that is unmanaged in the environment; it becomes managed. */
    @Parameter(property = PREFIX + "convertToManaged", defaultValue = "false")
    private boolean convertToManaged;

    /** What to do when the package has the installed version: {@code skip}, {@code import} or {@code fail}. */
    @Parameter(property = PREFIX + "sameVersion", defaultValue = "skip")
    private String sameVersion;

    /**
     * What to do when the package has a lower version than the installed one: {@code skip}, {@code import} (as an
     * update) or {@code fail}.
     */
    @Parameter(property = PREFIX + "lowerVersion", defaultValue = "fail")
    private String lowerVersion;

    /**
     * What to do when the environment lacks what the package needs: {@code fail} or {@code warn}. Embedded environments
     * only; Dataverse always refuses.
     */
    @Parameter(property = PREFIX + "missingDependencies", defaultValue = "fail")
    private String missingDependencies;

    /**
     * Fail the build at the first package that fails. When false the failure is recorded, the remaining packages are
     * imported, and {@code solution:verify} fails the build.
     */
    @Parameter(property = PREFIX + "failOnError", defaultValue = "true")
    private boolean failOnError;

    /** Treat an import with warnings as a failure of the build, although it took effect. */
    @Parameter(property = PREFIX + "failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** How long to wait for one operation, as an ISO-8601 duration such as {@code PT60M}; then it counts as timed out. */
    @Parameter(property = PREFIX + "timeout", defaultValue = "PT60M")
    private String timeout;

    /**
     * Attach the import log (type {@code xml}, classifier {@code import-log-<UniqueName>}) and the result (type
     * {@code json}, classifier {@code import-result-<UniqueName>}) to the project, so that they are installed and
     * deployed with it.
     */
    @Parameter(property = PREFIX + "attachLogs", defaultValue = "true")
    private boolean attachLogs;

    AbstractImportMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** The goal's action, for packages that do not say their own. */
    abstract String action();

    @Override
    final void run() throws MojoExecutionException, MojoFailureException, IOException {
        List<ImportRequest> requests = requests();
        Target target = target();
        ImportReport.checkWritable(outputDirectory());
        ImportJournal journal = new ImportJournal(goal(), target.id(), outputDirectory(), build(), attachLogs);
        FailurePolicy policy = new FailurePolicy(failOnError, failOnWarning);
        new ImportSequence(target, journal, policy, printout(), ProgressLine.of(build(), printout())).run(requests);
    }

    private List<ImportRequest> requests() throws MojoExecutionException {
        List<ImportRequest> requests = new ArrayList<>();
        for (PackageSelection.Selected selected : PackageSelection.select(
                packages == null ? List.of() : packages, file == null ? "" : file, build().baseDirectory())) {
            requests.add(new ImportRequest(
                    goal(), selected.file(), selected.sha256(), options(selected.parameter()), Optional.empty()));
        }
        return requests;
    }

    private ImportOptions options(PackageParameter parameter) throws MojoExecutionException {
        return new ImportOptions(
                ParameterText.choice("action", parameter.action().orElse(action()), Action.class),
                parameter.overwriteCustomizations().orElse(overwriteCustomizations),
                enableSdkMessageProcessingSteps,
                publish,
                convertToManaged,
                ParameterText.choice("sameVersion", sameVersion, SameVersion.class),
                ParameterText.choice("lowerVersion", lowerVersion, LowerVersion.class),
                ParameterText.choice("missingDependencies", missingDependencies, MissingDependencies.class),
                LeftoverUpgrade.FAIL,
                PlanGates.NONE,
                ParameterText.duration("timeout", timeout),
                lockTimeout());
    }
}
