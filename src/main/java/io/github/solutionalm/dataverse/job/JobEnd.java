package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.dataverse.http.PlatformError;
import java.util.Optional;

/**
 * How a job ended, according to the job itself.
 *
 * @param error the reason of a failure; empty if the job reports success
 */
public record JobEnd(Optional<PlatformError> error) {

    static final JobEnd SUCCESS = new JobEnd(Optional.empty());
}
