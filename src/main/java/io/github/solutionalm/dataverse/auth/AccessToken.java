package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.dataverse.http.Secret;
import java.time.Instant;

/**
 * What signing in gives.
 *
 * @param value for the environment
 * @param expires the first moment in which it is refused
 */
record AccessToken(Secret value, Instant expires) {}
