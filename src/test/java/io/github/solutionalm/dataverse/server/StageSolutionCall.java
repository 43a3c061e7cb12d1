package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * StageSolution: keeps the package and says what would stand in the way of its import (docs/platform-facts.md, "What
 * staging finds").
 */
final class StageSolutionCall implements Call {

    /** What makes the file no package at all: then the call fails itself. */
    private static final Set<String> NO_PACKAGE = Set.of("0x80048060", "0x80048000", "0x80048491", "0x8004802C");

    /** A pending upgrade is told in the details alone. */
    private static final String PENDING_UPGRADE = "0x80048539";

    private final Organization organization;
    private final Uploads uploads;

    StageSolutionCall(Organization organization, Uploads uploads) {
        this.organization = organization;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "StageSolution";
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault, IOException {
        ActionBody body = ActionBody.read(
                        exchange, name(), Map.of("CustomizationFile", ActionBody.Kind.FILE), uploads.folder())
                .require("CustomizationFile");
        Path file = body.file("CustomizationFile").orElseThrow();
        PlanResult plan = plan(file);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM.StageSolutionResponse"));
        List<Finding> errors = plan.errors().stream()
                .filter(error -> !error.code().equals(PENDING_UPGRADE))
                .toList();
        ObjectNode results = answer.putObject("StageSolutionResults");
        results.put("StageSolutionUploadId", uploads.stage(file).toString());
        results.put("StageSolutionStatus", errors.isEmpty() ? "Passed" : "Failed");
        results.set("SolutionComponentsDetails", StagedComponents.of(plan));
        results.set("SolutionDetails", StagedDetails.of(plan.manifest().orElseThrow(), organization));
        results.set("MissingDependencies", StagedDependencies.of(plan.missingDependencies()));
        ArrayNode validation = results.putArray("SolutionValidationResults");
        errors.forEach(error -> validation.add(finding(error, plan)));
        return HttpReply.json(200, answer);
    }

    private PlanResult plan(Path file) throws ODataFault {
        try {
            PlanResult plan = organization.plans(
                    file,
                    ImportOptionsBuilder.options()
                            // What is active is not among what staging is said to check.
                            .activeRules(ActiveRules.DEACTIVATE)
                            .action(Action.UPDATE)
                            .sameVersion(SameVersion.IMPORT)
                            .lowerVersion(LowerVersion.IMPORT)
                            .convertToManaged()
                            .build());
            if (plan.manifest().isEmpty()
                    || plan.errors().stream().anyMatch(error -> NO_PACKAGE.contains(error.code()))) {
                Finding error = plan.errors().get(0);
                throw ODataFault.badRequest(error.code(), error.message());
            }
            return plan;
        } catch (SolutionException e) {
            throw new ODataFault(500, "0x80040216", e.getMessage());
        }
    }

    private static ObjectNode finding(Finding error, PlanResult plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("SolutionValidationResultType", "Error");
        json.put("Message", error.code().equals("0x8004801D") ? StagedDependencies.message(plan) : error.message());
        json.put("ErrorCode", ODataFault.signed(error.code()));
        return json.putNull("AdditionalInfo");
    }
}
