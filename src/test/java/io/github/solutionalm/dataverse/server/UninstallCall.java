package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.model.InstalledSolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * {@code DELETE solutions(id)} and UninstallSolutionAsync: removes a holding solution, which is how a staged upgrade is
 * discarded, or the container of an unmanaged solution. The engine does not uninstall other solutions.
 */
final class UninstallCall implements Call {

    private final boolean async;
    private final Organization organization;
    private final Operations operations;
    private final Path folder;

    UninstallCall(boolean async, Organization organization, Operations operations, Path folder) {
        this.async = async;
        this.organization = organization;
        this.operations = operations;
        this.folder = folder;
    }

    @Override
    public String name() {
        return async ? "UninstallSolutionAsync" : "solutions";
    }

    @Override
    public String method() {
        return async ? "POST" : "DELETE";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault, IOException {
        InstalledSolution solution = async ? named(exchange) : identified(exchange);
        if (solution.managed() && solution.holdingFor().isEmpty()) {
            throw new ODataFault(501, "0x80040216", "The test server does not uninstall installed solutions.");
        }
        Operation operation = operations.start(
                OperationKind.UNINSTALL,
                async,
                solution.uniqueName(),
                Optional.empty(),
                async ? exchange.plan() : exchange.plan().lasting(0),
                () -> {
                    organization.removes(solution);
                    return Ended.done("REMOVED");
                });
        if (async) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM." + name() + "Response"));
            return HttpReply.json(
                    200, answer.put("AsyncOperationId", operation.id().toString()));
        }
        Optional<Failure> failure = operation.ended(operations.now()).flatMap(Ended::failure);
        if (failure.isPresent()) {
            throw failure.get().fault(400);
        }
        return HttpReply.empty(204);
    }

    private InstalledSolution identified(Exchange exchange) throws ODataFault {
        String id = exchange.key().toString();
        return organization.solutions().stream()
                .filter(candidate -> SolutionRows.idOf(candidate.uniqueName()).equals(id))
                .findFirst()
                .orElseThrow(() -> ODataFault.notFound("solution", id));
    }

    private InstalledSolution named(Exchange exchange) throws ODataFault, IOException {
        String name = ActionBody.read(exchange, name(), Map.of("SolutionUniqueName", ActionBody.Kind.TEXT), folder)
                .require("SolutionUniqueName")
                .text("SolutionUniqueName");
        return organization.solution(name).orElseThrow(() -> ODataFault.notFound("solution", name));
    }
}
