package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Reads the result of an import (docs/platform-facts.md, "The result of an import").
 *
 * @param job id of the import job
 * @param spool folder for the log
 */
public record RetrieveSolutionImportResult(UUID job, Path spool) implements DocumentGet<SolutionImportResult> {

    @Override
    public String describe() {
        return "read the result of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("RetrieveSolutionImportResult(ImportJobId=" + job + ")");
    }

    @Override
    public SolutionImportResult read(Answer answer) throws IOException {
        SpooledAnswer spooled = spooled(answer, "FormattedResults");
        JsonNode result = spooled.rest().path("SolutionOperationResult");
        if (!result.isObject()) {
            throw new UnreadableAnswer("the answer has no SolutionOperationResult");
        }
        // A result without a status is not a success.
        RowShape.ANY.texts("Status").check(result, "the answer's SolutionOperationResult");
        return new SolutionImportResult(
                spooled.document(), !result.path("Status").asText("").equals("Failed"));
    }
}
