package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Reads the result of an import (docs/platform-facts.md, "The result of an import").
 *
 * @param job its id
 * @param spool folder for what it reads
 */
public record RetrieveSolutionImportResult(UUID job, Path spool) implements Get<SolutionImportResult> {

    @Override
    public String describe() {
        return "read the result of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("RetrieveSolutionImportResult(ImportJobId=" + job + ")");
    }

    /** A large import has a large log. */
    @Override
    public long answerBytes() {
        return SpooledAnswer.BYTES;
    }

    @Override
    public Duration time() {
        return Duration.ofMinutes(10);
    }

    @Override
    public SolutionImportResult read(Answer answer) throws IOException {
        SpooledAnswer spooled = SpooledAnswer.read(answer, "FormattedResults", spool);
        JsonNode result = spooled.rest().path("SolutionOperationResult");
        if (!result.isObject()) {
            throw new UnreadableAnswer("the answer has no SolutionOperationResult");
        }
        // What says nothing has not passed.
        RowShape.ANY.texts("Status").check(result, "the answer's SolutionOperationResult");
        return new SolutionImportResult(
                spooled.document(), !result.path("Status").asText("").equals("Failed"));
    }
}
