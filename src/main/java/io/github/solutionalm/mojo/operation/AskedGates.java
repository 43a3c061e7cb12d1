package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanGates;
import java.util.ArrayList;
import java.util.List;

/** The parameters of the gates that an operation has to pass. */
final class AskedGates {

    private AskedGates() {}

    static List<String> of(OperationRequest request) {
        List<String> asked = new ArrayList<>();
        PlanGates gates = request.options().gates();
        add(asked, gates.failOnDelete(), "failOnDelete");
        add(asked, gates.failOnDataLoss(), "failOnDataLoss");
        add(asked, gates.failOnHidden(), "failOnHidden");
        add(asked, gates.requireInstalled(), "requireInstalled");
        add(asked, request.savedPlan().isPresent(), "savedPlan");
        if (request instanceof ImportRequest of) {
            add(asked, of.sha256().isPresent(), "sha256");
            add(asked, of.settings().isPresent(), "settings");
            add(asked, of.options().missingDependencies() == MissingDependencies.FAIL, "missingDependencies");
        }
        return List.copyOf(asked);
    }

    private static void add(List<String> asked, boolean is, String gate) {
        if (is) {
            asked.add(gate);
        }
    }
}
