package io.github.solutionalm.dataverse.server;

import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * The registered application that may sign in.
 *
 * @param clientId its id
 * @param secrets secrets that are valid
 * @param expiredSecrets secrets that were valid once
 * @param certificates certificates that it may sign assertions with
 * @param federated assertions of another identity provider that are trusted as they stand
 */
public record Application(
        String clientId,
        Set<String> secrets,
        Set<String> expiredSecrets,
        Set<X509Certificate> certificates,
        Set<String> federated) {

    static Application withSecret(String clientId, String secret) {
        return new Application(clientId, Set.of(secret), Set.of(), Set.of(), Set.of());
    }

    public Application expiredSecret(String secret) {
        return new Application(clientId, secrets, Set.of(secret), certificates, federated);
    }

    public Application certificate(X509Certificate certificate) {
        return new Application(clientId, secrets, expiredSecrets, Set.of(certificate), federated);
    }

    /** Trusts an assertion of another identity provider; which one signed it is not looked at. */
    public Application federated(String assertion) {
        return new Application(clientId, secrets, expiredSecrets, certificates, Set.of(assertion));
    }
}
