package io.github.solutionalm.dataverse;

import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import java.util.ArrayList;
import java.util.List;

/** Refuses options that need a plan, since operations in a Dataverse environment can't be planned yet. */
final class NeedsAPlan {

    private NeedsAPlan() {}

    /**
     * Checks the options; the environment is not asked.
     *
     * @throws RefusalException when an option needs a plan
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
            throw new RefusalException(Finding.withoutCode("A Dataverse environment can't be held to "
                    + String.join(" and ", asked)
                    + " yet, since what an operation changes there is not known beforehand; that comes with a later"
                    + " version. Nothing was sent. Leave that out for this environment, or rehearse the operation with it"
                    + " against an embedded environment."));
        }
    }
}
