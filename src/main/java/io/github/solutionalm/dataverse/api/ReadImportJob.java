package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.util.UUID;

/**
 * Reads the progress of an import.
 *
 * @param job id of the import job
 */
public record ReadImportJob(UUID job) implements Get<ImportJobRow> {

    @Override
    public String describe() {
        return "read the progress of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("importjobs(" + job + ")").with("$select", "progress,completedon");
    }

    @Override
    public ImportJobRow read(Answer answer) throws IOException {
        JsonNode json = answer.json();
        return new ImportJobRow(
                json.path("progress").asDouble(),
                SolutionRow.time(json, "completedon").isPresent());
    }
}
