package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** ImportSolution, ImportSolutionAsync, StageAndUpgrade and StageAndUpgradeAsync (facts/dataverse.md 4.3). */
final class ImportCall implements Call {

    private final OperationKind kind;
    private final boolean async;
    private final Organization organization;
    private final Operations operations;
    private final Uploads uploads;

    ImportCall(OperationKind kind, boolean async, Organization organization, Operations operations, Uploads uploads) {
        this.kind = kind;
        this.async = async;
        this.organization = organization;
        this.operations = operations;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return async ? kind.asyncMessage() : kind.message();
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault, IOException {
        boolean upgrade = kind == OperationKind.STAGE_AND_UPGRADE;
        ActionBody body = ActionBody.read(exchange, name(), ImportParameters.known(upgrade), uploads.folder());
        body.require("OverwriteUnmanagedCustomizations", "PublishWorkflows");
        Path file = file(body);
        if (body.value("ComponentParameters").isPresent()) {
            ComponentParameters.check(body.value("ComponentParameters").get());
        }
        ImportParameters parameters = ImportParameters.of(body, file, upgrade);
        UUID job = parameters.job().orElseGet(UUID::randomUUID);
        JobPlan plan = async ? exchange.plan() : exchange.plan().waitedFor();
        Operation operation = operations.start(
                kind,
                async,
                uploads.solutionIn(file),
                Optional.of(job),
                plan,
                new ImportWork(organization, parameters, job, plan, uploads.folder()));
        uploads.asked(operation, parameters);
        return async ? started(exchange, job, operation) : finished(operation);
    }

    /** The file itself, or the one that was staged before. */
    private Path file(ActionBody body) throws ODataFault {
        Optional<JsonNode> solution = body.value("SolutionParameters");
        if (solution.isPresent()) {
            ComponentParameters.checkSolutionParameters(solution.get());
        }
        Optional<String> upload = solution.map(
                        node -> node.path("StageSolutionUploadId").asText(""))
                .filter(id -> !id.isEmpty());
        if (async && upload.isPresent()) {
            return uploads.find(Exchange.guidOf(upload.get()));
        }
        body.require("CustomizationFile");
        if (!async) {
            body.require("ImportJobId");
        }
        return body.file("CustomizationFile").orElseThrow();
    }

    private HttpReply started(Exchange exchange, UUID job, Operation operation) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM." + name() + "Response"));
        answer.put("ImportJobKey", job.toString());
        answer.put("AsyncOperationId", operation.id().toString());
        return HttpReply.json(200, answer);
    }

    private HttpReply finished(Operation operation) throws ODataFault {
        Optional<Ended> ended = operation.ended(operations.now());
        if (ended.isEmpty()) {
            // The front end cuts the wait, and the import goes on (facts/dataverse.md 4.3).
            return HttpReply.html(504);
        }
        if (ended.get().failure().isPresent()) {
            throw ended.get().failure().get().fault(400);
        }
        return HttpReply.empty(204);
    }
}
