package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * RetrieveFormattedImportJobResults and RetrieveSolutionImportResult (docs/platform-facts.md, "The formatted log" and "The
 * result of an import").
 */
final class ImportResultCalls {

    private static final String NO_SUCH_JOB = "0x80044252";

    private final Operations operations;

    ImportResultCalls(Operations operations) {
        this.operations = operations;
    }

    Call formatted() {
        return new FunctionCall(
                "RetrieveFormattedImportJobResults",
                (answer, exchange) -> answer.put(
                        "FormattedResults", files(exchange.guid("ImportJobId")).log()));
    }

    Call result() {
        return new FunctionCall("RetrieveSolutionImportResult", this::fill);
    }

    private void fill(ObjectNode answer, Exchange exchange) throws ODataFault {
        UUID job = exchange.guid("ImportJobId");
        JobFiles files = files(job);
        Optional<Failure> failure = operations
                .ofJob(job)
                .flatMap(operation -> operation.ended(operations.now()))
                .flatMap(Ended::failure);
        ObjectNode result = answer.putObject("SolutionOperationResult");
        result.put("FormattedResults", files.log());
        result.put("Type", "Import");
        result.put("Status", failure.isPresent() || !files.succeeded() ? "Failed" : "Passed");
        result.putArray("WarningMessages");
        // What stands in them is stated nowhere.
        result.putArray("ErrorMessages");
        result.putObject("ActionLink").putNull("Label").putNull("Target");
    }

    private JobFiles files(UUID job) throws ODataFault {
        return operations
                .ofJob(job)
                .flatMap(operation -> operation.ended(operations.now()))
                .flatMap(Ended::files)
                .orElseThrow(() -> ODataFault.badRequest(NO_SUCH_JOB, "The requested importjob does not exist."));
    }
}
