package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.embedded.SolutionRemoval;
import io.github.solutionalm.model.InstalledSolution;
import java.util.Optional;

/**
 * {@code DELETE solutions(id)}: removes a holding solution, which is how a staged upgrade is discarded, or the container
 * of an unmanaged solution. The engine does not uninstall other solutions.
 */
final class DeleteSolutionCall implements Call {

    private final Organization organization;
    private final Operations operations;

    DeleteSolutionCall(Organization organization, Operations operations) {
        this.organization = organization;
        this.operations = operations;
    }

    @Override
    public String name() {
        return "solutions";
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault {
        String id = exchange.key().toString();
        InstalledSolution solution = organization.solutions().stream()
                .filter(candidate -> SolutionRows.idOf(candidate.uniqueName()).equals(id))
                .findFirst()
                .orElseThrow(() -> ODataFault.notFound("solution", id));
        if (solution.managed() && solution.holdingFor().isEmpty()) {
            throw new ODataFault(501, "0x80040216", "The test server does not uninstall installed solutions.");
        }
        Operation operation = operations.start(
                OperationKind.UNINSTALL,
                false,
                solution.uniqueName(),
                Optional.empty(),
                exchange.plan().lasting(0),
                () -> {
                    SolutionRemoval.remove(organization.store(), solution);
                    return Ended.done("REMOVED");
                });
        Optional<Failure> failure = operation.ended(operations.now()).flatMap(Ended::failure);
        if (failure.isPresent()) {
            throw failure.get().fault(400);
        }
        return HttpReply.empty(204);
    }
}
