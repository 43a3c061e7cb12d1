package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.time.Deadline;

/** The source of access tokens for the Web API. Thread-safe. */
public interface AccessTokens {

    /**
     * Returns a token that is still valid for some minutes.
     *
     * @throws WebApiException when there is none; nothing was sent to the environment then
     */
    Secret current(Deadline deadline) throws WebApiException;

    /**
     * Forgets a token that the environment refused, so that {@link #current} returns a new one.
     *
     * @return false when there can be no other
     */
    boolean refused(Secret token);
}
