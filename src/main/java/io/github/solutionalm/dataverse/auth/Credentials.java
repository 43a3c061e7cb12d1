package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.dataverse.http.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The credentials of a build: one complete record per mode. */
public sealed interface Credentials {

    /** The mode, as {@code <authentication>} names it. */
    String mode();

    /** The secrets, which must never be shown. */
    default Stream<Secret> secrets() {
        return Stream.empty();
    }

    /** An application with a secret. */
    record ClientSecret(Optional<String> tenantId, String clientId, Secret secret) implements Credentials {
        @Override
        public String mode() {
            return "clientSecret";
        }

        @Override
        public Stream<Secret> secrets() {
            return Stream.of(secret);
        }
    }

    /** An application with a certificate: a PEM file with key and certificate, or a PFX file. */
    record Certificate(Optional<String> tenantId, String clientId, Path file, Optional<Secret> password)
            implements Credentials {
        @Override
        public String mode() {
            return "certificate";
        }

        @Override
        public Stream<Secret> secrets() {
            return password.stream();
        }
    }

    /** An application that trusts another issuer of tokens; there is no secret to keep. */
    record WorkloadIdentity(Optional<String> tenantId, String clientId, Issuer issuer) implements Credentials {
        @Override
        public String mode() {
            return "workloadIdentity";
        }

        @Override
        public Stream<Secret> secrets() {
            return issuer.secrets();
        }
    }

    /** The identity of the machine in Azure: its own, or one that is assigned to it. */
    record ManagedIdentity(Optional<String> clientId) implements Credentials {
        @Override
        public String mode() {
            return "managedIdentity";
        }
    }

    /** The user of {@code az login}. */
    record AzureCli(Optional<String> tenantId) implements Credentials {
        @Override
        public String mode() {
            return "azureCli";
        }
    }

    /** An access token that the build was given. */
    record Token(String variable, Secret token) implements Credentials {
        @Override
        public String mode() {
            return "token";
        }

        @Override
        public Stream<Secret> secrets() {
            return Stream.of(token);
        }
    }

    /** The issuer of a federated token. */
    sealed interface Issuer {

        /** The secrets, which must never be shown. */
        default Stream<Secret> secrets() {
            return Stream.empty();
        }

        /** A file that the platform keeps up to date, as Kubernetes does. */
        record TokenFile(Path file) implements Issuer {}

        /** GitHub Actions; the job needs {@code permissions: id-token: write}. */
        record GitHub(URI requestUrl, Secret requestToken) implements Issuer {
            @Override
            public Stream<Secret> secrets() {
                return Stream.of(requestToken);
            }
        }

        /** Azure Pipelines, by a service connection. */
        record AzureDevOps(URI requestUri, String serviceConnectionId, Secret accessToken) implements Issuer {
            @Override
            public Stream<Secret> secrets() {
                return Stream.of(accessToken);
            }
        }
    }
}
