package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SnapshotPlanner;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.packaging.PackageOpener;
import java.util.List;

/**
 * Captures of an environment what operations have to know of it. It is looked at twice: a first plan says of which components
 * the layers and the users matter, and only of those they are read. If a solution changes meanwhile, all is captured again, once.
 */
public final class EnvironmentCapture {

    private final OperationContext access;
    private final PackageOpener packages;
    private final SnapshotPlanner planner;
    private final CaptureOptions options;

    /**
     * Asks for nothing yet.
     *
     * @param packages opens the packages of the operations
     * @param planner makes the plans
     * @param options how closely to look
     */
    public EnvironmentCapture(
            OperationContext access, PackageOpener packages, SnapshotPlanner planner, CaptureOptions options) {
        this.access = access;
        this.packages = packages;
        this.planner = planner;
        this.options = options;
    }

    /**
     * Plans, and what they were made from.
     *
     * @param plans one for each operation, as far as they go
     * @param basis what the environment held
     */
    public record Planned(List<PlanResult> plans, Basis basis) {}

    /**
     * Looks at the environment, which it does not change.
     *
     * @throws SolutionException when the solutions or their lists can't be read; any other look that fails is a gap
     */
    public EnvironmentSnapshot of(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        return seen(sequence, listener).snapshot();
    }

    /**
     * Plans operations on what was captured.
     *
     * @throws SolutionException as for {@link #of}
     */
    public Planned plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        Seen seen = seen(sequence, listener);
        return new Planned(planner.plan(seen.snapshot(), sequence, listener), seen.basis());
    }

    private record Seen(EnvironmentSnapshot snapshot, Basis basis, List<String> changes) {}

    private Seen seen(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        Seen seen = look(sequence, List.of(), listener);
        return seen.changes().isEmpty() ? seen : look(sequence, seen.changes(), listener);
    }

    private Seen look(List<OperationRequest> sequence, List<String> earlier, ImportListener listener)
            throws SolutionException {
        Gaps gaps = new Gaps(options.maxRequests(), listener);
        Captured first = Capture.of(access, sequence, packages, options.scope(), gaps);
        List<PlanResult> plans = planner.plan(first.snapshot(), sequence, ImportListener.NONE);
        SecondLook second = new SecondLook(access, first, options.dataAtRisk());
        second.at(plans);
        List<String> changes = first.basis().changedSolutions(InstalledRows.of(access.api(), access.deadline()));
        if (!changes.isEmpty() && !earlier.isEmpty()) {
            gaps.add(
                    "the environment as it was at one time",
                    "it changed while it was captured, twice: " + String.join("; ", changes));
        }
        return new Seen(second.snapshot(), first.basis(), changes);
    }
}
