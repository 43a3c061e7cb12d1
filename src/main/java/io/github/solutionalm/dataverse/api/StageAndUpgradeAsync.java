package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts an upgrade in one step: import as holding solution, then its promotion.
 *
 * @param with how
 * @param job the import job's id, chosen here; without one the environment chooses it
 * @param source the package
 */
public record StageAndUpgradeAsync(ImportParameters with, Optional<UUID> job, ImportSource source)
        implements Post<Started> {

    @Override
    public String describe() {
        return "start the upgrade of " + with.solution();
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("StageAndUpgradeAsync");
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
