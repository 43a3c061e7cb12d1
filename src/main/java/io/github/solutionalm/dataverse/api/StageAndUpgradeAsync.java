package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
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
