package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts an upgrade in one step: the environment stages it and then applies it.
 *
 * @param with the parameters of the import
 * @param job the id of the import job, chosen here; empty: the environment chooses one
 * @param source the package
 */
public record StageAndUpgradeAsync(ImportParameters with, Optional<UUID> job, ImportSource source)
        implements ImportPost {

    @Override
    public String describe() {
        return "start the upgrade of " + with.solution();
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("StageAndUpgradeAsync");
    }
}
