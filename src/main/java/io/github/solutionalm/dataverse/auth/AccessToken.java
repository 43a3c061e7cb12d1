package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.dataverse.http.Secret;
import java.time.Instant;

/**
 * The result of a sign-in.
 *
 * @param value the token for the environment
 * @param expires the first moment at which it is refused
 */
record AccessToken(Secret value, Instant expires) {}
