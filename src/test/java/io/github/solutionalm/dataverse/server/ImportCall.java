package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** ImportSolutionAsync and StageAndUpgradeAsync (docs/platform-facts.md, "Actions of an import"). */
final class ImportCall implements Call {

    private final OperationKind kind;
    private final Organization organization;
    private final Operations operations;
    private final Uploads uploads;

    ImportCall(OperationKind kind, Organization organization, Operations operations, Uploads uploads) {
        this.kind = kind;
        this.organization = organization;
        this.operations = operations;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return kind.asyncMessage();
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
        JobPlan plan = exchange.plan();
        Operation operation = operations.start(
                kind,
                true,
                uploads.solutionIn(file),
                Optional.of(job),
                plan,
                new ImportWork(organization, parameters, job, plan, uploads.folder()));
        uploads.asked(operation, parameters);
        return started(exchange, job, operation);
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
        if (upload.isPresent()) {
            return uploads.find(Exchange.guidOf(upload.get()));
        }
        body.require("CustomizationFile");
        return body.file("CustomizationFile").orElseThrow();
    }

    private HttpReply started(Exchange exchange, UUID job, Operation operation) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM." + name() + "Response"));
        answer.put("ImportJobKey", job.toString());
        answer.put("AsyncOperationId", operation.id().toString());
        return HttpReply.json(200, answer);
    }
}
