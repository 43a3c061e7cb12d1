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
import io.github.solutionalm.model.SolutionManifest;
import java.util.List;
import java.util.Optional;

/** Plans an operation before it is started, where a gate or a saved plan asks for that, and refuses it if the plan does not pass. */
final class PlannedOperation {

    /** More looks than that fail for one reason, which those before have told. */
    private static final int NAMED = 10;

    private PlannedOperation() {}

    /**
     * Plans an operation whose package is open, and checks the plan; nothing is written. Does nothing where nobody asked for it.
     *
     * @throws RefusalException when the environment is not that of the saved plan, something blocks the plan, or a gate does not
     *     let it pass
     */
    static void check(Attempt attempt, EnvironmentCapture capture) throws SolutionException {
        OperationRequest request = attempt.request();
        if (!isAskedFor(request)) {
            return;
        }
        Planned planned = capture.plan(List.of(request), new AfterOpening(attempt.listener()));
        attempt.planned(planned);
        PlanResult plan = planned.plans().get(0);
        plan.captured().ifPresent(captured -> captured.gaps().stream()
                .limit(NAMED)
                .forEach(gap -> attempt.warn(
                        Finding.withoutCode("Before the start, " + gap.what() + " could not be seen: " + gap.why()))));
        if (!plan.errors().isEmpty()) {
            throw new RefusalException(plan.errors(), plan.missingDependencies());
        }
        Optional<SavedPlan> saved = request.savedPlan();
        refuse(saved.map(made -> made.differences(plan)).orElse(List.of()));
        refuse(plan.blockers());
        refuse(plan.gateFindings());
    }

    /** Hears all but that the package is opened, which was told before. */
    private record AfterOpening(ImportListener listener) implements ImportListener {

        @Override
        public void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {
            listener.manifestRead(manifest, installed);
        }

        @Override
        public void applying(SolutionManifest staged, Installed replaced) {
            listener.applying(staged, replaced);
        }

        @Override
        public void planned(PlanSummary plan) {
            listener.planned(plan);
        }

        @Override
        public void progress(String phase, int done, int total) {
            listener.progress(phase, done, total);
        }
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
