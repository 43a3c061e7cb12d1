package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the formatted log of an import (docs/platform-facts.md, "The formatted log").
 *
 * @param job its id
 * @param spool folder for what it reads
 */
public record RetrieveFormattedImportJobResults(UUID job, Path spool) implements Get<Optional<Path>> {

    @Override
    public String describe() {
        return "read the log of the import job " + job;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("RetrieveFormattedImportJobResults(ImportJobId=" + job + ")");
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
    public Optional<Path> read(Answer answer) throws IOException {
        return SpooledAnswer.read(answer, "FormattedResults", spool).document();
    }
}
