package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.util.UUID;

/**
 * Reads the document of an import job (facts/dataverse.md 3.2).
 *
 * @param job its id
 */
record ReadImportJobData(UUID job) implements Get<String> {

    @Override
    public String describe() {
        return "read the document of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("importjobs(" + job + ")").with("$select", "data");
    }

    @Override
    public String read(Answer answer) throws IOException {
        return answer.json().path("data").asText("");
    }
}
