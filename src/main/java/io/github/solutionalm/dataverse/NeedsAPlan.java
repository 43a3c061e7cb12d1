package io.github.solutionalm.dataverse;

import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import java.util.ArrayList;
import java.util.List;

/** What only a plan could answer, and this kind of environment cannot plan yet. */
final class NeedsAPlan {

    private NeedsAPlan() {}

    /**
     * Asks no environment.
     *
     * @throws RefusalException when something of that is asked for
     */
    static void refuse(OperationRequest request) throws RefusalException {
        PlanGates gates = request.options().gates();
        List<String> asked = new ArrayList<>();
        if (gates.failOnDelete() || !gates.allowedDeletes().isEmpty()) {
            asked.add("failOnDelete and allowedDeletes");
        }
        if (gates.failOnHidden()) {
            asked.add("failOnHidden");
        }
        if (request.savedPlan().isPresent()) {
            asked.add("a saved plan");
        }
        if (!asked.isEmpty()) {
            throw new RefusalException(Finding.withoutCode("A Dataverse environment cannot be held to "
                    + String.join(" and ", asked)
                    + " yet, since what an operation changes there is not known beforehand; that comes with a later"
                    + " version. Nothing was sent. Leave that out for this environment, or rehearse the operation with it"
                    + " against an embedded environment."));
        }
    }
}
