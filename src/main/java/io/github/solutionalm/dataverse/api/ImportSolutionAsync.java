package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts an import; with {@code HoldingSolution} the staging of an upgrade.
 *
 * @param with how
 * @param job the import job's id, chosen here; without one the environment chooses it
 * @param source the package
 */
public record ImportSolutionAsync(ImportParameters with, Optional<UUID> job, ImportSource source)
        implements Post<Started> {

    @Override
    public String describe() {
        return "start the import of " + with.solution();
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("ImportSolutionAsync");
    }

    @Override
    public Optional<Body> body() {
        return Optional.of(source.with(with.json(job)));
    }

    @Override
    public Duration time() {
        return source.time();
    }

    @Override
    public Started read(Answer answer) throws IOException {
        return Started.importJob(answer);
    }
}
