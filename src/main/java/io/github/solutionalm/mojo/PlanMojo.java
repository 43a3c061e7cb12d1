package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.console.PlanHeads;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.ApplySelection;
import io.github.solutionalm.mojo.operation.OperationOrder;
import io.github.solutionalm.mojo.operation.OperationSequence;
import io.github.solutionalm.mojo.operation.Ordering;
import io.github.solutionalm.mojo.operation.PlanProperties;
import io.github.solutionalm.mojo.operation.PlanSequence;
import io.github.solutionalm.mojo.operation.PlanVerdict;
import io.github.solutionalm.mojo.operation.SavedPlans;
import io.github.solutionalm.mojo.operation.SnapshotAge;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what imports would add, change, delete or hide, and what would block them. Changes nothing. Each package is planned as
 * if the ones before it were imported. Prints the plan, writes it to {@code <UniqueName>/plan.json} in
 * {@code outputDirectory}, and sets the project properties {@code solution.plan.changes}, {@code solution.plan.deletes} and
 * {@code solution.plan.blocked} to the numbers of components that change (added, changed, deleted or reverted to the layer
 * below), are deleted, and are blocked.
 *
 * <p>A package that would be refused fails the build; a blocked one fails it with {@code failOnBlocked}. Use
 * {@code savedPlan} to carry out exactly this plan later.
 *
 * <p>Of a Dataverse environment, what the plan has to know is read first; nothing is written there. The plan says what is
 * not certain, and gates take it for what they refuse (docs/snapshots.md).
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", threadSafe = true, requiresProject = false)
public final class PlanMojo extends AbstractImportOptionsMojo {

    /**
     * What to do with a managed solution that is already installed: {@code upgrade} replaces it and its patches, and
     * deletes what is no longer in the package; {@code update} deletes nothing; {@code stage} imports the package
     * beside it as its holding solution; {@code install} refuses the package, unless the same version is installed.
     * Has no effect on unmanaged packages and first installs.
     */
    @Parameter(property = PREFIX + "action", defaultValue = "upgrade")
    private String action;

    /**
     * Order of several packages: {@code listed} imports one after the other; {@code staged} stages all upgrades in the
     * listed order and then applies them in reverse, so that no deletion fails because of the old version of another
     * package. Packages that are not upgraded are imported in the first phase. {@code dependencies} imports one after the other,
     * each after those that it needs according to its manifest, and prints what is not in the listed order. Dependencies of the
     * project are always sorted so, before they are imported or staged.
     */
    @Parameter(property = PREFIX + "ordering", defaultValue = "listed")
    private String ordering;

    /**
     * Plan what {@code solution:apply-upgrade} would do, with the same choice of solutions, and write it as
     * {@code <UniqueName>/apply-plan.json}.
     */
    @Parameter(property = PREFIX + "apply", defaultValue = "false")
    private boolean apply;

    /**
     * Unique names of the solutions whose staged upgrades are applied, without the suffix {@code _Upgrade}:
     * comma-separated, in the order in which they were staged. If set, {@code packages} and {@code file} are ignored.
     */
    @Parameter(property = PREFIX + "name")
    private String name;

    /**
     * Fail the build if a planned deletion is blocked, which means that the import would be refused, and if nobody knows
     * whether it is.
     */
    @Parameter(property = PREFIX + "failOnBlocked", defaultValue = "false")
    private boolean failOnBlocked;

    @Inject
    PlanMojo(MavenBuild build) {
        super("plan", build);
    }

    @Override
    String action() {
        return action;
    }

    @Override
    boolean tellsCiSystems() {
        return true;
    }

    /** Whether the action is {@code install}, which needs no existing environment. */
    private boolean isInstall() throws MojoExecutionException {
        return ParameterText.choice("action", action, Action.class) == Action.INSTALL;
    }

    @Override
    void run() throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        SavedPlans saved = savedPlans();
        try (OpenPackages packages = openPackages()) {
            run(saved, packages);
        }
    }

    private void run(SavedPlans saved, OpenPackages packages)
            throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        PlanVerdict verdict = new PlanVerdict(failOnBlocked);
        OperationSequence.Arrangement arrangement = arrangement(saved, packages);
        Target target = target(packages);
        saved.checkMadeFor(target.id());
        check(target);
        requireEnvironment(target, isGated() || failOnBlocked || apply || !isInstall());
        SnapshotAge age = snapshotAge(isGated() || failOnBlocked);
        Printout out = printout();
        target.announce(out);
        PlanHeads heads = new PlanHeads(ProgressLine.of(build(), out));
        try (SolutionEnvironment environment = target.read(out)) {
            age.check(environment);
            provided().check(environment);
            List<OperationRequest> requests = arrangement.in(environment);
            List<OperationRequest> kept = saved.assign(requests, packages);
            List<PlanResult> plans = environment.plan(requests, heads);
            heads.end();
            new PlanSequence(out, heads, outputDirectory())
                    .with(ciReports(), verdict)
                    .show(kept, plans);
            PlanProperties.of(plans).forEach(build()::setProperty);
            verdict.judge(kept, plans, out);
            saved.files().forEach(file -> out.line("Saved plan", out.path(file) + " is still valid"));
        }
    }

    private OperationSequence.Arrangement arrangement(SavedPlans saved, OpenPackages packages)
            throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        OperationOrder order = new OperationOrder(
                ParameterText.choice("ordering", ordering, Ordering.class),
                applyOptions(gates()),
                packages,
                printout());
        if (!apply) {
            List<ImportRequest> requests = imports(saved, gates(), packages);
            return environment -> order.arrange(requests, environment);
        }
        ApplySelection selection = new ApplySelection(goal(), applyOptions(gates(false, false)), printout(), packages);
        try {
            Optional<List<ApplyRequest>> asked = applications(name == null ? "" : name, selection, saved);
            return environment -> List.copyOf(asked.isPresent() ? asked.get() : selection.staged(environment));
        } catch (ApplySelection.UnreadableException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
