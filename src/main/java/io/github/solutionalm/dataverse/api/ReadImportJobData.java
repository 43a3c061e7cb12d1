package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the document of an import job (docs/platform-facts.md, "The job document").
 *
 * @param job id of the import job
 * @param spool folder for the document
 */
public record ReadImportJobData(UUID job, Path spool) implements DocumentGet<Optional<Path>> {

    @Override
    public String describe() {
        return "read the document of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("importjobs(" + job + ")").with("$select", "data");
    }

    @Override
    public Optional<Path> read(Answer answer) throws IOException {
        return spooled(answer, "data").document();
    }
}
