package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.SolutionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** DeleteAndPromote and DeleteAndPromoteAsync (facts/dataverse.md 2.3). */
final class PromoteCall implements Call {

    private final boolean async;
    private final Organization organization;
    private final Operations operations;
    private final Path folder;

    PromoteCall(boolean async, Organization organization, Operations operations, Path folder) {
        this.async = async;
        this.organization = organization;
        this.operations = operations;
        this.folder = folder;
    }

    @Override
    public String name() {
        return async ? "DeleteAndPromoteAsync" : "DeleteAndPromote";
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault, IOException {
        String solution = ActionBody.read(exchange, name(), Map.of("UniqueName", ActionBody.Kind.TEXT), folder)
                .require("UniqueName")
                .text("UniqueName");
        Operation operation = operations.start(
                OperationKind.DELETE_AND_PROMOTE,
                async,
                solution,
                Optional.empty(),
                async ? exchange.plan() : exchange.plan().waitedFor(),
                () -> promoted(solution));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM." + name() + "Response"));
        if (async) {
            return HttpReply.json(
                    200, answer.put("AsyncOperationId", operation.id().toString()));
        }
        Optional<Ended> ended = operation.ended(operations.now());
        Optional<Failure> failure = ended.flatMap(Ended::failure);
        if (failure.isPresent()) {
            throw failure.get().fault(400);
        }
        return ended.isEmpty()
                ? HttpReply.html(504)
                : HttpReply.json(200, answer.put("SolutionId", SolutionRows.idOf(solution)));
    }

    private Ended promoted(String solution) throws SolutionException {
        ImportResult result =
                organization.promotes(solution, ImportOptionsBuilder.options().build());
        if (result.outcome() == Outcome.NOTHING_TO_APPLY) {
            return Ended.failed(new Failure(
                    PlatformCode.UPGRADE_NOT_AVAILABLE.code(), solution + " has no upgrade that could be applied."));
        }
        if (result.outcome().isSuccess()) {
            return Ended.done(result.outcome().name());
        }
        return Ended.failed(PlatformText.of(result));
    }
}
