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
 * Asks for tokens with msal4j's client applications: a new one for each sign-in, past their caches, which also keep tokens
 * that an environment refused. Nothing goes out but over the exchange, and nothing is repeated.
 *
 * @param exchange carries the requests
 * @param url what the tokens are for
 */
record ClientApplications(TokenExchange exchange, DataverseUrl url) {

    /** Of an application that proves with a secret, a certificate or a federated token who it is. */
    AccessToken confidential(Authority authority, String clientId, IClientCredential credential) throws Exception {
        ConfidentialClientApplication application = ConfidentialClientApplication.builder(clientId, credential)
                .authority(encrypted(authority.host()) + "/" + authority.tenant())
                // The host was checked by Authority; asking login.microsoftonline.com about it fails in other clouds.
                .instanceDiscovery(false)
                // The certificate itself was uploaded; its chain is for those that are known by their issuer.
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

    /** Of the machine itself, or of an identity that is assigned to it. */
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
                        // This cache is one for the whole JVM.
                        .forceRefresh(true)
                        .build())
                .get());
    }

    private static AccessToken token(IAuthenticationResult result) {
        return new AccessToken(
                Secret.of(result.accessToken()), result.expiresOnDate().toInstant());
    }

    /** They take no other authority, not even on this machine; {@link SignIn} sends the request to the address that is meant. */
    private static String encrypted(URI host) {
        return "https://" + host.getRawAuthority();
    }
}
