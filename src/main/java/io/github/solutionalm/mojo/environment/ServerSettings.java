package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.dataverse.http.Secret;
import java.util.Optional;

/**
 * A {@code <server>} of settings.xml, decrypted.
 *
 * @param username the client id, by convention
 * @param password the client secret, by convention
 * @param privateKey path of the certificate's file, by convention
 * @param passphrase of that file
 * @param configuration sign-in elements of its {@code <configuration>}
 */
record ServerSettings(
        Optional<String> username,
        Optional<Secret> password,
        Optional<String> privateKey,
        Optional<Secret> passphrase,
        SignInParameters configuration) {

    static final ServerSettings NONE = new ServerSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), SignInParameters.NONE);
}
