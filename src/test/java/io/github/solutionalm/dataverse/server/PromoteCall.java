package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PlatformCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** DeleteAndPromoteAsync (docs/platform-facts.md, "Update, upgrade, stage"). */
final class PromoteCall implements Call {

    private final Organization organization;
    private final Operations operations;
    private final Path folder;

    PromoteCall(Organization organization, Operations operations, Path folder) {
        this.organization = organization;
        this.operations = operations;
        this.folder = folder;
    }

    @Override
    public String name() {
        return OperationKind.DELETE_AND_PROMOTE.asyncMessage();
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
                true,
                solution,
                Optional.empty(),
                exchange.plan(),
                () -> promoted(solution));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM." + name() + "Response"));
        return HttpReply.json(200, answer.put("AsyncOperationId", operation.id().toString()));
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
