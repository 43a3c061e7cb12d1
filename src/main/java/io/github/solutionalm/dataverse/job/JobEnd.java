package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.dataverse.http.PlatformError;
import java.util.Optional;

/**
 * How a job ended, by its own word.
 *
 * @param error why it did not succeed; empty when it says that it did
 */
public record JobEnd(Optional<PlatformError> error) {

    static final JobEnd SUCCESS = new JobEnd(Optional.empty());
}
