package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.ApplySelection;
import io.github.solutionalm.mojo.operation.FailurePolicy;
import io.github.solutionalm.mojo.operation.ImportJournal;
import io.github.solutionalm.mojo.operation.OperationSequence;
import io.github.solutionalm.mojo.operation.RequiredVerify;
import io.github.solutionalm.mojo.operation.SavedPlans;
import io.github.solutionalm.mojo.operation.SnapshotAge;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Applies staged upgrades: uninstalls the old solution and its patches, renames {@code <name>_Upgrade} to the solution's
 * name, and deletes what only the old version had. Takes the upgrades of {@code packages} in reverse order, or those of
 * {@code name}, or else all that are staged in the environment. Does nothing if no upgrade is staged and the package's
 * version is installed. An upgrade that is blocked or refused stays staged.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "apply-upgrade",
        defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
        threadSafe = true,
        requiresProject = false)
public final class ApplyUpgradeMojo extends AbstractOperationMojo {

    /**
     * Unique names of the solutions whose staged upgrades are applied, without the suffix {@code _Upgrade}:
     * comma-separated, in the order in which they were staged. If set, {@code packages} and {@code file} are ignored.
     */
    @Parameter(property = PREFIX + "name")
    private String name;

    /**
     * Fail the build at the first operation that fails. If {@code false}, record the failure, carry out the remaining
     * operations, and let {@code solution:verify} fail the build.
     */
    @Parameter(property = PREFIX + "failOnError", defaultValue = "true")
    private boolean failOnError;

    /**
     * What to do if {@code failOnError} is {@code false} and no {@code solution:verify} follows in this Maven
     * invocation to fail the build: {@code true} fails at the start, {@code false} continues, {@code auto} fails in CI
     * (if one of the environment variables CI, TF_BUILD, JENKINS_URL and TEAMCITY_VERSION is set) and warns elsewhere.
     * Set it to {@code false} if you run {@code solution:verify} in a Maven invocation of its own.
     */
    @Parameter(property = PREFIX + "requireVerify", defaultValue = "auto")
    private String requireVerify;

    /** Fail the build for an operation that succeeded with warnings. The operation has taken effect. */
    @Parameter(property = PREFIX + "failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * Attach the import log (type {@code xml}, classifier {@code import-log-<environment>-<UniqueName>}) and the
     * result (type {@code json}, classifier {@code import-result-<environment>-<UniqueName>}) to the project, so that
     * they are installed and deployed with it. The classifier of a second operation on the same solution in the same
     * environment ends with {@code -2}, and so on.
     */
    @Parameter(property = PREFIX + "attachLogs", defaultValue = "true")
    private boolean attachLogs;

    /**
     * Continue an operation on the same package that an earlier build started in this Dataverse environment and whose
     * end it did not see, for example after a timeout: wait for it instead of starting it again. The ids of started
     * jobs are kept in the folder {@code jobs} in {@code outputDirectory}. If {@code false}, these are ignored. Has no
     * effect on an embedded environment.
     */
    @Parameter(property = PREFIX + "resume", defaultValue = "true")
    private boolean resume;

    /** Open while the goal runs. */
    private ImportJournal journal;

    @Inject
    ApplyUpgradeMojo(MavenBuild build) {
        super("apply-upgrade", build);
    }

    @Override
    Optional<ImportJournal> openJournal() throws IOException {
        journal = ImportJournal.begin(goal(), outputDirectory(), build(), attachLogs, ciReports());
        return Optional.of(journal);
    }

    @Override
    boolean resume() {
        return resume;
    }

    @Override
    void run() throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        new RequiredVerify(requireVerify, build()).check(goal(), failOnError, printout());
        SavedPlans plans = savedPlans();
        try (OpenPackages packages = openPackages()) {
            run(plans, packages);
        }
    }

    private void run(SavedPlans plans, OpenPackages packages)
            throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        ApplySelection selection = new ApplySelection(goal(), applyOptions(gates(false, false)), printout(), packages);
        Target target = target(packages);
        plans.checkMadeFor(target.id());
        if (target.isDataverse() && activeRules() == ActiveRules.DEACTIVATE) {
            printout()
                    .warning("activeRules=deactivate has an effect on imports into Dataverse, not on applying an"
                            + " upgrade: deactivate the active rules that are to be deleted in the"
                            + " environment first.");
        }
        journal.in(target.id());
        requireEnvironment(target, true);
        Optional<List<ApplyRequest>> asked = asked(selection, plans);
        SnapshotAge age = snapshotAge(isGated(gates(false, false)));
        if (!target.exists()) {
            nothingThere(target, asked.orElse(List.of()));
            return;
        }
        new OperationSequence(
                        target,
                        journal,
                        new FailurePolicy(failOnError, failOnWarning, false),
                        printout(),
                        ProgressLine.of(build(), printout()),
                        build().clock())
                .run(asked.orElse(List.of()), environment -> {
                    age.check(environment);
                    return plans.assign(asked.isPresent() ? asked.get() : selection.staged(environment), packages);
                });
    }

    /** Handles an environment that does not exist: applying does not create it. */
    private void nothingThere(Target target, List<ApplyRequest> asked) throws SolutionException, MojoFailureException {
        target.announce(printout());
        if (!asked.isEmpty()) {
            throw new MojoFailureException("Tried to " + Wording.verb(asked.get(0)) + " in "
                    + Wording.environment(target.id(), printout()) + " but failed because: it is a new,"
                    + " empty environment, and nothing is staged in it. Stage the upgrade first, with"
                    + " solution:stage-upgrade.");
        }
        printout().line("Result", "nothing is staged in this environment, so there is no upgrade to apply");
    }

    private Optional<List<ApplyRequest>> asked(ApplySelection selection, SavedPlans plans)
            throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        try {
            return applications(name == null ? "" : name, selection, plans);
        } catch (ApplySelection.UnreadableException e) {
            journal.record(e.file(), e.getMessage());
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
