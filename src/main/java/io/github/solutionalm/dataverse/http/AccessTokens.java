package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.time.Deadline;

/** The source of access tokens for the Web API. Thread-safe. */
public interface AccessTokens {

    /**
     * A token that is valid for some minutes yet.
     *
     * @throws WebApiException when none is to be had; nothing was sent to the environment then
     */
    Secret current(Deadline deadline) throws WebApiException;

    /**
     * The environment refused a token that should be valid: forgets it, so that the next {@link #current} brings a new one.
     *
     * @return false when there can be no other
     */
    boolean refused(Secret token);
}
