package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.capture.EnvironmentCapture;
import io.github.solutionalm.dataverse.capture.EnvironmentCapture.Planned;
import io.github.solutionalm.model.Finding;
import java.util.List;
import java.util.Optional;

/** Plans an operation before it is started, where a gate or a saved plan asks for that, and refuses it if the plan does not pass. */
final class PlannedOperation {

    private PlannedOperation() {}

    /**
     * Plans and checks; nothing is written.
     *
     * @return the plan; empty when nobody asked for one
     * @throws RefusalException when the environment is not that of the saved plan, something blocks the plan, or a gate does not
     *     let it pass
     */
    static Optional<Planned> check(OperationRequest request, EnvironmentCapture capture, ImportListener listener)
            throws SolutionException {
        if (!isAskedFor(request)) {
            return Optional.empty();
        }
        Planned planned = capture.plan(List.of(request), listener);
        PlanResult plan = planned.plans().get(0);
        if (!plan.errors().isEmpty()) {
            throw new RefusalException(plan.errors(), plan.missingDependencies());
        }
        Optional<SavedPlan> saved = request.savedPlan();
        refuse(saved.map(made -> made.differences(plan)).orElse(List.of()));
        refuse(plan.blockers());
        refuse(plan.gateFindings());
        return Optional.of(planned);
    }

    private static boolean isAskedFor(OperationRequest request) {
        PlanGates gates = request.options().gates();
        return gates.failOnDelete()
                || gates.failOnHidden()
                || gates.failOnDataLoss()
                || request.savedPlan().isPresent();
    }

    private static void refuse(List<Finding> findings) throws RefusalException {
        if (!findings.isEmpty()) {
            throw new RefusalException(findings, List.of());
        }
    }
}
