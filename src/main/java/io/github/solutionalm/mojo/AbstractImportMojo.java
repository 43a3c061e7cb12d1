package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.FailurePolicy;
import io.github.solutionalm.mojo.operation.ImportJournal;
import io.github.solutionalm.mojo.operation.OperationOrder;
import io.github.solutionalm.mojo.operation.OperationSequence;
import io.github.solutionalm.mojo.operation.Ordering;
import io.github.solutionalm.mojo.operation.RequiredVerify;
import io.github.solutionalm.mojo.operation.SavedPlans;
import io.github.solutionalm.mojo.operation.SnapshotAge;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds what happens after an import: failure handling, logs, resuming. */
abstract class AbstractImportMojo extends AbstractImportOptionsMojo {

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

    AbstractImportMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** The order of the packages, and whether their upgrades are staged first. */
    abstract Ordering ordering() throws MojoExecutionException;

    @Override
    final Optional<ImportJournal> openJournal() throws IOException {
        journal = ImportJournal.begin(goal(), outputDirectory(), build(), attachLogs, ciReports());
        return Optional.of(journal);
    }

    @Override
    final boolean resume() {
        return resume;
    }

    @Override
    final void run() throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        new RequiredVerify(requireVerify, build()).check(goal(), failOnError, printout());
        SavedPlans plans = savedPlans();
        try (OpenPackages packages = openPackages()) {
            run(plans, packages);
        }
    }

    private void run(SavedPlans plans, OpenPackages packages)
            throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        List<ImportRequest> requests = imports(plans, gates(), packages);
        OperationOrder order = new OperationOrder(ordering(), applyOptions(gates()), packages, printout());
        Target target = target(packages);
        plans.checkMadeFor(target.id());
        check(target);
        requireEnvironment(target, isGated());
        journal.in(target.id());
        FailurePolicy policy = new FailurePolicy(failOnError, failOnWarning, acceptsSameVersion());
        SnapshotAge age = snapshotAge(isGated());
        new OperationSequence(
                        target, journal, policy, printout(), ProgressLine.of(build(), printout()), build().clock())
                .run(requests, environment -> {
                    age.check(environment);
                    provided().check(environment);
                    return plans.assign(order.arrange(requests, environment), packages);
                });
    }
}
