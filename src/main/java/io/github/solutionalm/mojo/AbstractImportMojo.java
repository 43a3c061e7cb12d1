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
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds what follows from an import. */
abstract class AbstractImportMojo extends AbstractImportOptionsMojo {

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

    AbstractImportMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** In which order the packages go in, and whether their upgrades are staged first. */
    abstract Ordering ordering() throws MojoExecutionException;

    @Override
    final Optional<ImportJournal> openJournal() throws IOException {
        journal = ImportJournal.begin(goal(), outputDirectory(), build(), attachLogs);
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
        List<ImportRequest> requests = imports(plans, gates());
        OperationOrder order = new OperationOrder(ordering(), applyOptions(gates()));
        Target target = target();
        plans.checkMadeFor(target.id());
        check(target);
        requireEnvironment(target, isGated());
        journal.in(target.id());
        FailurePolicy policy = new FailurePolicy(failOnError, failOnWarning, acceptsSameVersion());
        new OperationSequence(target, journal, policy, printout(), ProgressLine.of(build(), printout()))
                .run(requests, environment -> plans.assign(order.arrange(requests, environment)));
    }
}
