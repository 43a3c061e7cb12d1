package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.util.UUID;

/**
 * Reads the formatted log of an import (facts/dataverse.md 3.3).
 *
 * @param job its id
 */
record RetrieveFormattedImportJobResults(UUID job) implements Get<SolutionImportResult> {

    @Override
    public String describe() {
        return "read the log of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("RetrieveFormattedImportJobResults(ImportJobId=" + job + ")");
    }

    @Override
    public SolutionImportResult read(Answer answer) throws IOException {
        return new SolutionImportResult(answer.json().path("FormattedResults").asText(""), true);
    }
}
