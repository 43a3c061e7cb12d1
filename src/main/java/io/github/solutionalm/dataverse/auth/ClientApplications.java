package io.github.solutionalm.dataverse.auth;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for tokens with msal4j's client applications: a new one for each sign-in, without their caches, which also keep tokens
 * that an environment refused. Everything is sent over the exchange, and nothing is repeated.
 *
 * @param exchange carries the requests
 * @param url the environment that the tokens are for
 */
record ClientApplications(TokenExchange exchange, DataverseUrl url) {

    /** The token of an application with a secret, a certificate or a federated token. */
    AccessToken confidential(Authority authority, String clientId, IClientCredential credential) throws Exception {
        ConfidentialClientApplication application = ConfidentialClientApplication.builder(clientId, credential)
                .authority(encrypted(authority.host()) + "/" + authority.tenant())
                // The host was checked by Authority; asking login.microsoftonline.com about it fails in other clouds.
                .instanceDiscovery(false)
                // The certificate itself was uploaded; the chain is only for certificates that are known by their
                // issuer.
                .sendX5c(false)
                .httpClient(exchange)
                .executorService(new SameThread())
                .disableInternalRetries()
                .build();
        return token(application
                .acquireToken(ClientCredentialParameters.builder(Set.of(authority.scope()))
                        .skipCache(true)
                        .build())
                .get());
    }

    /** The token of the machine itself, or of an identity that is assigned to it. */
    AccessToken managedIdentity(Optional<String> clientId) throws Exception {
        ManagedIdentityApplication application = ManagedIdentityApplication.builder(
                        clientId.map(ManagedIdentityId::userAssignedClientId)
                                .orElseGet(ManagedIdentityId::systemAssigned))
                .httpClient(exchange)
                .executorService(new SameThread())
                .disableInternalRetries()
                .build();
        return token(application
                .acquireTokenForManagedIdentity(ManagedIdentityParameters.builder(url.toString())
                        // This cache is shared by the whole JVM.
                        .forceRefresh(true)
                        .build())
                .get());
    }

    private static AccessToken token(IAuthenticationResult result) {
        return new AccessToken(
                Secret.of(result.accessToken()), result.expiresOnDate().toInstant());
    }

    /** The host with https: msal4j takes no other scheme, not even on this machine. {@link SignIn} sends to the real address. */
    private static String encrypted(URI host) {
        return "https://" + host.getRawAuthority();
    }
}
