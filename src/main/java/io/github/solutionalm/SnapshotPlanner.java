package io.github.solutionalm;

import java.util.List;

/** Plans operations on what was captured of an environment, by the rules of embedded environments. */
@FunctionalInterface
public interface SnapshotPlanner {

    /**
     * Plans as {@link SolutionEnvironment#plan} does. The results name the environment that was captured.
     *
     * @throws SolutionException as for {@link SolutionEnvironment#plan}
     */
    List<PlanResult> plan(EnvironmentSnapshot snapshot, List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException;
}
