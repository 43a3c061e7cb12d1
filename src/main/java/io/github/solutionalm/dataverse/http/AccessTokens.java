package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.time.Deadline;

/** Where the Web API's access tokens come from. Threads may share it. */
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
