package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.EmbeddedOnly;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.ApplySelection;
import io.github.solutionalm.mojo.operation.FailurePolicy;
import io.github.solutionalm.mojo.operation.ImportJournal;
import io.github.solutionalm.mojo.operation.OperationSequence;
import io.github.solutionalm.mojo.operation.RequiredVerify;
import io.github.solutionalm.mojo.operation.SavedPlans;
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
 * Completes staged upgrades: uninstalls the patches and the base, renames {@code <name>_Upgrade} to the base's name, and
 * deletes what only the old version had. With packages it applies theirs, in the reverse of their order; with
 * {@code name} those; without either all that the environment has staged. When nothing is staged and the environment
 * holds the package's version, there is nothing to do. An upgrade that is blocked or refused stays as it was staged.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "apply-upgrade",
        defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
        threadSafe = true,
        requiresProject = false)
public final class ApplyUpgradeMojo extends AbstractPackagesMojo {

    /**
     * Unique names of the solutions whose staged upgrades are applied, comma-separated, in the order in which they were
     * staged; {@code packages} and {@code file} do not count then. Without the suffix {@code _Upgrade}.
     */
    @Parameter(property = PREFIX + "name")
    private String name;

    /**
     * Fail the build at the first operation that fails. When false the failure is recorded, the remaining ones are
     * carried out, and {@code solution:verify} fails the build.
     */
    @Parameter(property = PREFIX + "failOnError", defaultValue = "true")
    private boolean failOnError;

    /**
     * What to do when {@code failOnError} is false and no {@code solution:verify} follows in this Maven invocation that would
     * fail the build for what went wrong: {@code true} fails at the start, {@code false} goes on, {@code auto} fails in CI (where an
     * environment variable CI, TF_BUILD, JENKINS_URL or TEAMCITY_VERSION says so) and warns elsewhere. Set it to
     * {@code false} when {@code solution:verify} has a Maven invocation of its own.
     */
    @Parameter(property = PREFIX + "requireVerify", defaultValue = "auto")
    private String requireVerify;

    /** Treat an operation with warnings as a failure of the build, although it took effect. */
    @Parameter(property = PREFIX + "failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * Attach the import log (type {@code xml}, classifier {@code import-log-<environment>-<UniqueName>}) and the result (type
     * {@code json}, classifier {@code import-result-<environment>-<UniqueName>}) to the project, so that they are installed
     * and deployed with it. The second operation of a build on a solution there has {@code -2} at its end, and so on.
     */
    @Parameter(property = PREFIX + "attachLogs", defaultValue = "true")
    private boolean attachLogs;

    /**
     * Go on with an operation that an earlier build started in this Dataverse environment and did not see the end of, as after
     * a time-out, when it is for the same package: wait for it instead of starting another. The ids of started jobs are kept
     * for that in the folder {@code jobs} under {@code outputDirectory}. When false they are not looked at. An operation in
     * an embedded environment ends with its build.
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
        journal = ImportJournal.begin(goal(), outputDirectory(), build(), attachLogs);
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
        ApplySelection selection = new ApplySelection(goal(), applyOptions(gates(false, false)), printout());
        Target target = target();
        plans.checkMadeFor(target.id());
        EmbeddedOnly.parameters(target, planned());
        if (target.isDataverse() && activeRules() == ActiveRules.DEACTIVATE) {
            printout()
                    .warning(
                            "activeRules is 'deactivate', which counts for imports in Dataverse, not for applying an upgrade:"
                                    + " active rules that are to be deleted have to be deactivated there.");
        }
        journal.in(target.id());
        requireEnvironment(target, true);
        Optional<List<ApplyRequest>> asked = asked(selection, plans);
        if (!target.exists()) {
            nothingThere(target, asked.orElse(List.of()));
            return;
        }
        new OperationSequence(
                        target,
                        journal,
                        new FailurePolicy(failOnError, failOnWarning, false),
                        printout(),
                        ProgressLine.of(build(), printout()))
                .run(
                        asked.orElse(List.of()),
                        environment -> plans.assign(asked.isPresent() ? asked.get() : selection.staged(environment)));
    }

    /** What only applies does not make an environment. */
    private void nothingThere(Target target, List<ApplyRequest> asked) throws SolutionException, MojoFailureException {
        target.announce(printout());
        if (!asked.isEmpty()) {
            throw new MojoFailureException(
                    "Tried to " + Wording.verb(asked.get(0)) + " in "
                            + Wording.environment(target.id(), printout()) + " but failed because: it is a new, empty"
                            + " environment, so nothing is staged there. Stage the upgrade first, with solution:stage-upgrade.");
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
