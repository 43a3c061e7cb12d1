package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.dataverse.http.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The sign-in settings of the POM and settings.xml; all are optional.
 *
 * @param authentication the mode: {@code auto} (default), {@code clientSecret}, {@code certificate},
 *     {@code workloadIdentity}, {@code managedIdentity}, {@code azureCli} or {@code token}
 * @param serverId the server of settings.xml that the secrets come from, for messages
 * @param tenantId the environment's tenant; found by asking the environment when absent
 * @param clientId the application, or the managed identity that the user assigned
 * @param clientSecret the server's password
 * @param certificate a PEM file with key and certificate, or a PFX file
 * @param certificatePassword password of the PFX file
 * @param serviceConnectionId id of the service connection of Azure DevOps, for {@code workloadIdentity}
 * @param tokenVariable the environment variable that holds the access token, for {@code token}
 */
public record AuthenticationSettings(
        Optional<String> authentication,
        Optional<String> serverId,
        Optional<String> tenantId,
        Optional<String> clientId,
        Optional<Secret> clientSecret,
        Optional<Path> certificate,
        Optional<Secret> certificatePassword,
        Optional<String> serviceConnectionId,
        Optional<String> tokenVariable) {

    /** Settings of which none is set. */
    public static final AuthenticationSettings NONE = new AuthenticationSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
