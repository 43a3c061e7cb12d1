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
import io.github.solutionalm.mojo.environment.EmbeddedOnly;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.ApplySelection;
import io.github.solutionalm.mojo.operation.OperationOrder;
import io.github.solutionalm.mojo.operation.OperationSequence;
import io.github.solutionalm.mojo.operation.Ordering;
import io.github.solutionalm.mojo.operation.PlanProperties;
import io.github.solutionalm.mojo.operation.PlanSequence;
import io.github.solutionalm.mojo.operation.PlanVerdict;
import io.github.solutionalm.mojo.operation.SavedPlans;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what imports would add, change, delete, hide or be blocked by, each after the ones before it, and changes nothing.
 * Prints it, writes it as {@code <UniqueName>/plan.json} under {@code outputDirectory}, and sets the properties
 * {@code solution.plan.changes}, {@code solution.plan.deletes} and {@code solution.plan.blocked} of the project to how many
 * components change (added, changed, deleted or left to the layer below), are deleted, and are blocked.
 *
 * <p>A package that would be refused fails the build; one that is blocked does with {@code failOnBlocked}. The plans can
 * be carried out later, exactly or not at all, with {@code savedPlan}.
 *
 * <p>Plans are made for embedded environments only; for another one the goal fails the build before anything is sent.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", threadSafe = true, requiresProject = false)
public final class PlanMojo extends AbstractImportOptionsMojo {

    /**
     * What to do with a managed solution that is already installed: {@code upgrade} replaces it with its patches and
     * deletes what is no longer in the package; {@code update} deletes nothing; {@code stage} imports the package
     * beside the installed solution as its holding solution; {@code install} refuses it, unless it has the same version.
     * Unmanaged packages and first installs go without.
     */
    @Parameter(property = PREFIX + "action", defaultValue = "upgrade")
    private String action;

    /**
     * In which order several packages go in: {@code listed}, one after the other; or {@code staged}: all upgrades are
     * staged as they are listed, and then all applied in reverse, so that deletions do not fail because of what the old
     * version of another package still uses. Packages that are not upgraded go in with the first phase.
     */
    @Parameter(property = PREFIX + "ordering", defaultValue = "listed")
    private String ordering;

    /**
     * Plan what {@code solution:apply-upgrade} would do instead, with the same choice of solutions, and write it as
     * {@code <UniqueName>/apply-plan.json}.
     */
    @Parameter(property = PREFIX + "apply", defaultValue = "false")
    private boolean apply;

    /**
     * Unique names of the solutions whose staged upgrades are applied, comma-separated, in the order in which they were
     * staged; {@code packages} and {@code file} do not count then. Without the suffix {@code _Upgrade}.
     */
    @Parameter(property = PREFIX + "name")
    private String name;

    /** Fail the build when a deletion is blocked, so that the import would be refused. */
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

    /** Whether all that is planned may be new. */
    private boolean isInstall() throws MojoExecutionException {
        return ParameterText.choice("action", action, Action.class) == Action.INSTALL;
    }

    @Override
    void run() throws SolutionException, MojoExecutionException, MojoFailureException, IOException {
        SavedPlans saved = savedPlans();
        PlanVerdict verdict = new PlanVerdict(failOnBlocked);
        OperationSequence.Arrangement arrangement = arrangement(saved);
        Target target = target();
        saved.checkMadeFor(target.id());
        EmbeddedOnly.plan(target);
        requireEnvironment(target, isGated() || failOnBlocked || apply || !isInstall());
        Printout out = printout();
        target.announce(out);
        PlanHeads heads = new PlanHeads(ProgressLine.of(build(), out));
        try (SolutionEnvironment environment = target.read(out)) {
            List<OperationRequest> requests = arrangement.in(environment);
            List<OperationRequest> kept = saved.assign(requests);
            List<PlanResult> plans = environment.plan(requests, heads);
            heads.end();
            new PlanSequence(out, heads, outputDirectory()).show(kept, plans);
            PlanProperties.of(plans).forEach(build()::setProperty);
            verdict.judge(kept, plans, out);
            saved.files().forEach(file -> out.line("Saved plan", out.path(file) + " still holds"));
        }
    }

    private OperationSequence.Arrangement arrangement(SavedPlans saved)
            throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        OperationOrder order =
                new OperationOrder(ParameterText.choice("ordering", ordering, Ordering.class), applyOptions(gates()));
        if (!apply) {
            List<ImportRequest> requests = imports(saved, gates());
            return environment -> order.arrange(requests, environment);
        }
        ApplySelection selection = new ApplySelection(goal(), applyOptions(gates(false, false)), printout());
        try {
            Optional<List<ApplyRequest>> asked = applications(name == null ? "" : name, selection, saved);
            return environment -> List.copyOf(asked.isPresent() ? asked.get() : selection.staged(environment));
        } catch (ApplySelection.UnreadableException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
