package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
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
        implements ImportPost {

    @Override
    public String describe() {
        return "start the import of " + with.solution();
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("ImportSolutionAsync");
    }
}
