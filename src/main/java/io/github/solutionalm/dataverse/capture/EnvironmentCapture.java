package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SnapshotPlanner;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.packaging.PackageOpener;
import java.util.List;

/**
 * Captures of an environment what operations have to know of it. It is looked at twice: a first plan says of which components
 * the layers and the users matter, and only of those they are read.
 */
public final class EnvironmentCapture {

    /** Of so many components the layers are read; each takes a call. */
    private static final int MOST_LAYERS = 500;

    private final OperationContext access;
    private final PackageOpener packages;
    private final SnapshotPlanner planner;

    /**
     * Asks for nothing yet.
     *
     * @param packages opens the packages of the operations
     * @param planner makes the plans
     */
    public EnvironmentCapture(OperationContext access, PackageOpener packages, SnapshotPlanner planner) {
        this.access = access;
        this.packages = packages;
        this.planner = planner;
    }

    /**
     * Looks at the environment, which it does not change.
     *
     * @throws SolutionException when the solutions or their lists can't be read; any other look that fails is a gap
     */
    public EnvironmentSnapshot of(List<OperationRequest> sequence) throws SolutionException {
        Captured first = Capture.of(access, sequence, packages);
        List<PlanResult> plans = planner.plan(first.snapshot(), sequence, ImportListener.NONE);
        return new SecondLook(access, first, MOST_LAYERS).after(plans);
    }

    /**
     * Plans operations on what was captured.
     *
     * @throws SolutionException as for {@link #of}
     */
    public List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        return planner.plan(of(sequence), sequence, listener);
    }
}
