package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.auth.Credentials.Issuer;
import io.github.solutionalm.dataverse.http.Secret;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses credentials from the configuration and environment variables, and states why. POM and settings.xml take
 * precedence over variables.
 *
 * @param settings settings of the POM and settings.xml
 * @param environment the value of an environment variable, if it is set
 */
public record CredentialsChoice(AuthenticationSettings settings, Function<String, Optional<String>> environment) {

    private static final String DEFAULT_TOKEN = "DATAVERSE_ACCESS_TOKEN";
    private static final String MODES =
            "auto, clientSecret, certificate, workloadIdentity, managedIdentity, azureCli or token";

    /**
     * The chosen credentials.
     *
     * @param credentials complete credentials
     * @param reason why they were chosen, for the log: half a sentence without secrets
     */
    public record Chosen(Credentials credentials, String reason) {

        /** A warning about the credentials, a sentence without secrets; empty if there is none. */
        public Optional<String> warning() {
            return credentials instanceof Credentials.Certificate certificate
                    ? new KeyFile(certificate.file()).warning()
                    : Optional.empty();
        }
    }

    /**
     * Chooses the credentials.
     *
     * @throws SolutionException when the mode is unknown or something for it is missing; the message says how to set it
     */
    public Chosen choose() throws SolutionException {
        String mode = settings.authentication().orElse("auto");
        String named = "<authentication> is " + mode;
        return switch (mode) {
            case "auto" -> automatic();
            case "clientSecret" -> new Chosen(clientSecret(), named);
            case "certificate" -> new Chosen(certificate(), named);
            case "workloadIdentity" -> new Chosen(workloadIdentity(), named);
            case "managedIdentity" -> new Chosen(new Credentials.ManagedIdentity(clientId()), named);
            case "azureCli" -> new Chosen(new Credentials.AzureCli(tenantId()), named);
            case "token" -> new Chosen(token(), named);
            default ->
                throw new SolutionException(
                        "<environment><authentication> is '" + mode + "'. Allowed are " + MODES + ".");
        };
    }

    private Chosen automatic() throws SolutionException {
        if (settings.certificate().isPresent()) {
            return new Chosen(certificate(), "a certificate is configured");
        }
        if (settings.clientSecret().isPresent()) {
            return new Chosen(clientSecret(), "the server " + server() + " of settings.xml has a password");
        }
        Optional<String> named =
                settings.tokenVariable().filter(name -> variable(name).isPresent());
        if (named.isPresent()) {
            return new Chosen(token(), named.get() + " (named by <tokenVariable>) is set");
        }
        return ofVariables();
    }

    /**
     * Chooses among complete credentials in the order of Azure's DefaultAzureCredential. The token, which is not in that order,
     * comes after the application: it may be set for something else, and can't be renewed.
     */
    private Chosen ofVariables() throws SolutionException {
        boolean token =
                settings.tokenVariable().isEmpty() && variable(DEFAULT_TOKEN).isPresent();
        boolean complete = clientId().isPresent() || !token;
        if (complete && variable("AZURE_CLIENT_CERTIFICATE_PATH").isPresent()) {
            return new Chosen(certificate(), "AZURE_CLIENT_CERTIFICATE_PATH is set");
        }
        if (complete && variable("AZURE_CLIENT_SECRET").isPresent()) {
            return new Chosen(clientSecret(), "AZURE_CLIENT_SECRET is set");
        }
        if (token) {
            return new Chosen(token(), DEFAULT_TOKEN + " is set");
        }
        if (clientId().isPresent() && issuer().isPresent()) {
            return new Chosen(workloadIdentity(), "a client id and " + issuerName() + " are present");
        }
        for (String managed : new String[] {"IDENTITY_ENDPOINT", "MSI_ENDPOINT"}) {
            if (variable(managed).isPresent()) {
                return new Chosen(new Credentials.ManagedIdentity(clientId()), managed + " is set");
            }
        }
        if (hasAzureCli()) {
            return new Chosen(new Credentials.AzureCli(tenantId()), "nothing else is configured and az is installed");
        }
        throw new SolutionException("There are no credentials for the environment: settings.xml has no password for "
                + settings.serverId()
                        .map(id -> "the server '" + id + "'")
                        .orElse("it (<environment><serverId> is not set)")
                + ", none of " + DEFAULT_TOKEN + ", AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH,"
                + " AZURE_FEDERATED_TOKEN_FILE and IDENTITY_ENDPOINT is set, and az is not installed. Name a server with"
                + " <environment><serverId>, put the client id as its <username> and the client secret as its <password>, or"
                + " set <environment><authentication> to one of " + MODES + ".");
    }

    private Credentials clientSecret() throws SolutionException {
        Optional<Secret> secret =
                settings.clientSecret().or(() -> variable("AZURE_CLIENT_SECRET").map(Secret::of));
        return new Credentials.ClientSecret(
                tenantId(),
                requireClientId("clientSecret"),
                secret.filter(value -> !value.isBlank())
                        .orElseThrow(() -> missing(
                                "clientSecret",
                                "a client secret",
                                "as <password> of the server " + server()
                                        + " in settings.xml, or in AZURE_CLIENT_SECRET")));
    }

    private Credentials certificate() throws SolutionException {
        Optional<Path> file = settings.certificate()
                .or(() -> variable("AZURE_CLIENT_CERTIFICATE_PATH").map(Path::of));
        return new Credentials.Certificate(
                tenantId(),
                requireClientId("certificate"),
                file.orElseThrow(() -> missing(
                        "certificate",
                        "a PEM or PFX file",
                        "as <privateKey> of the server " + server() + " in settings.xml, or in"
                                + " AZURE_CLIENT_CERTIFICATE_PATH")),
                settings.certificatePassword()
                        .or(() -> variable("AZURE_CLIENT_CERTIFICATE_PASSWORD").map(Secret::of)));
    }

    private Credentials workloadIdentity() throws SolutionException {
        return new Credentials.WorkloadIdentity(
                tenantId(),
                requireClientId("workloadIdentity"),
                issuer().orElseThrow(() -> missing(
                        "workloadIdentity",
                        "a federated token",
                        "by AZURE_FEDERATED_TOKEN_FILE; on GitHub by 'permissions: id-token: write' of the job; on Azure"
                                + " DevOps by SYSTEM_ACCESSTOKEN (env: SYSTEM_ACCESSTOKEN: $(System.AccessToken)) and the id"
                                + " of the service connection in <serviceConnectionId> or"
                                + " AZURESUBSCRIPTION_SERVICE_CONNECTION_ID")));
    }

    private Credentials token() throws SolutionException {
        String name = settings.tokenVariable().orElse(DEFAULT_TOKEN);
        return new Credentials.Token(
                name,
                Secret.of(variable(name)
                        .map(String::strip)
                        .orElseThrow(
                                () -> missing("token", "an access token", "in the environment variable " + name))));
    }

    private Optional<Issuer> issuer() {
        Optional<String> connection =
                settings.serviceConnectionId().or(() -> variable("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID"));
        if (variable("AZURE_FEDERATED_TOKEN_FILE").isPresent()) {
            return variable("AZURE_FEDERATED_TOKEN_FILE").map(Path::of).map(Issuer.TokenFile::new);
        }
        Optional<String> github = variable("ACTIONS_ID_TOKEN_REQUEST_URL");
        Optional<String> githubToken = variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
        if (github.isPresent() && githubToken.isPresent()) {
            return Optional.of(new Issuer.GitHub(URI.create(github.get()), Secret.of(githubToken.get())));
        }
        Optional<String> pipelines = variable("SYSTEM_OIDCREQUESTURI");
        Optional<String> pipelinesToken = variable("SYSTEM_ACCESSTOKEN");
        if (pipelines.isPresent() && pipelinesToken.isPresent() && connection.isPresent()) {
            return Optional.of(new Issuer.AzureDevOps(
                    URI.create(pipelines.get()), connection.get(), Secret.of(pipelinesToken.get())));
        }
        return Optional.empty();
    }

    private String issuerName() {
        return issuer().map(issuer -> issuer instanceof Issuer.TokenFile
                        ? "AZURE_FEDERATED_TOKEN_FILE"
                        : issuer instanceof Issuer.GitHub ? "GitHub's id tokens" : "Azure DevOps' id tokens")
                .orElse("");
    }

    private Optional<String> tenantId() {
        return settings.tenantId().or(() -> variable("AZURE_TENANT_ID"));
    }

    private Optional<String> clientId() {
        return settings.clientId().or(() -> variable("AZURE_CLIENT_ID"));
    }

    private String requireClientId(String mode) throws SolutionException {
        return clientId()
                .orElseThrow(() -> missing(
                        mode,
                        "the application's client id",
                        "in <environment><clientId>, as <username> of the server " + server()
                                + " in settings.xml, or in" + " AZURE_CLIENT_ID"));
    }

    private SolutionException missing(String mode, String what, String where) {
        return new SolutionException("Authentication by " + mode + " needs " + what + ": give it " + where + ".");
    }

    private String server() {
        return settings.serverId().map(id -> "'" + id + "'").orElse("that <environment><serverId> names");
    }

    private Optional<String> variable(String name) {
        return environment.apply(name).filter(value -> !value.isBlank());
    }

    private boolean hasAzureCli() {
        return variable("PATH").stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.exists(Path.of(folder, "az")) || Files.exists(Path.of(folder, "az.cmd")));
    }
}
