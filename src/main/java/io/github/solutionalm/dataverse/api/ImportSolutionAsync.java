package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts an import; with {@code HoldingSolution} it stages an upgrade.
 *
 * @param with the parameters of the import
 * @param job the id of the import job, chosen here; empty: the environment chooses one
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
