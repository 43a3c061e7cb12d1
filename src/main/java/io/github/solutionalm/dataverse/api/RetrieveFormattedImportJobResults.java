package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the formatted log of an import (docs/platform-facts.md, "The formatted log").
 *
 * @param job id of the import job
 * @param spool folder for the log
 */
public record RetrieveFormattedImportJobResults(UUID job, Path spool) implements DocumentGet<Optional<Path>> {

    @Override
    public String describe() {
        return "read the log of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("RetrieveFormattedImportJobResults(ImportJobId=" + job + ")");
    }

    @Override
    public Optional<Path> read(Answer answer) throws IOException {
        return spooled(answer, "FormattedResults").document();
    }
}
