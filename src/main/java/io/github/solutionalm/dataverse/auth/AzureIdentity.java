package io.github.solutionalm.dataverse.auth;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.util.Configuration;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.github.solutionalm.dataverse.http.Secret;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Optional;

/**
 * Makes azure-identity's credentials. A new one for each sign-in, since they keep tokens, also those that an environment
 * refused. Nothing goes through it but over the exchange: no policies that log or repeat.
 */
final class AzureIdentity {

    private final HttpPipeline pipeline;

    AzureIdentity(TokenExchange exchange) {
        this.pipeline = new HttpPipelineBuilder().httpClient(exchange).build();
    }

    TokenCredential clientSecret(Authority authority, String clientId, Secret secret) {
        return at(authority, clientId, new ClientSecretCredentialBuilder().clientSecret(secret.reveal()))
                .build();
    }

    TokenCredential certificate(
            Authority authority, String clientId, CertificateFile certificate, Optional<Secret> password) {
        ClientCertificateCredentialBuilder builder = at(authority, clientId, new ClientCertificateCredentialBuilder());
        ByteArrayInputStream content = new ByteArrayInputStream(certificate.content());
        if (!certificate.pfx()) {
            return builder.pemCertificate(content).build();
        }
        return builder.pfxCertificate(content)
                .clientCertificatePassword(password.map(Secret::reveal).orElse(""))
                .build();
    }

    TokenCredential assertion(Authority authority, String clientId, Secret assertion) {
        return at(authority, clientId, new ClientAssertionCredentialBuilder().clientAssertion(assertion::reveal))
                .build();
    }

    TokenCredential managedIdentity(Optional<String> clientId) {
        ManagedIdentityCredentialBuilder builder =
                new ManagedIdentityCredentialBuilder().pipeline(pipeline).executorService(new SameThread());
        clientId.ifPresent(builder::clientId);
        return builder.build();
    }

    static TokenCredential azureCli(Optional<String> tenantId) {
        AzureCliCredentialBuilder builder = new AzureCliCredentialBuilder();
        tenantId.ifPresent(builder::tenantId);
        return builder.build();
    }

    private <T extends AadCredentialBuilderBase<T>> T at(Authority authority, String clientId, T builder) {
        // First of all: it takes back what was set before. Variables are read in one place, and not here.
        return builder.configuration(Configuration.NONE)
                .authorityHost(encrypted(authority.host()))
                // The host was checked by Authority; asking login.microsoftonline.com about it fails in other clouds.
                .disableInstanceDiscovery()
                .tenantId(authority.tenant())
                .clientId(clientId)
                .pipeline(pipeline)
                .executorService(new SameThread());
    }

    /** It takes no other, not even on this machine; {@link SignIn} sends the request to the address that is meant. */
    private static String encrypted(URI host) {
        return "https://" + host.getRawAuthority();
    }
}
