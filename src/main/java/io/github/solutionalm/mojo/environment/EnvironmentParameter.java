package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.DeploymentSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** An {@code <environment>} of the configuration. Maven sets the fields by their names. */
public final class EnvironmentParameter {

    /** Id of the environment. Default: its URL. */
    private String id;

    /** URL of the environment; the scheme determines its kind. Required. */
    private String url;

    /** Id of the server in settings.xml with the credentials. This and the following elements are for Dataverse. */
    private String serverId;

    /** How to sign in. Default: {@code auto}. */
    private String authentication;

    /** Tenant of the environment. Default: the environment tells it. */
    private String tenantId;

    /** Client id of the application, or of a user-assigned managed identity. */
    private String clientId;

    /** A PEM file with key and certificate, or a PFX file; relative to the project's base directory. */
    private String certificate;

    /** Name of the environment variable with an access token. */
    private String tokenVariable;

    /** Service connection of Azure DevOps, for {@code workloadIdentity}. */
    private String serviceConnectionId;

    /** Name patterns ({@code *} for any text) of solutions that count as installed in an embedded environment. */
    private List<String> providedSolutions;

    /** LCIDs that are enabled in an embedded environment. Default: all. */
    private List<Integer> languages;

    /** Whether an embedded environment refuses unmanaged packages: {@code true} or {@code false} (default). */
    private String blockUnmanagedCustomizations;

    /**
     * Values of environment variables by schema name: {@code <contoso_Url>https://…</contoso_Url>}. They override those of the
     * deployment settings file; an empty one is not set.
     */
    private Map<String, String> environmentVariables;

    /**
     * Ids of connections by the logical name of the connection reference. They override those of the deployment settings file;
     * an empty one is not set.
     */
    private Map<String, String> connectionReferences;

    /** An empty environment for Maven to fill. */
    public EnvironmentParameter() {}

    /** An environment given by its URL only. */
    EnvironmentParameter(String id, String url) {
        this.id = id;
        this.url = url;
    }

    /** Its id, or its URL without user and password. */
    String id() {
        return hasOwnId() ? id.strip() : shownUrl();
    }

    boolean hasOwnId() {
        return id != null && !id.isBlank();
    }

    /** The URL for messages. */
    String shownUrl() {
        return url().replaceAll("//[^/@]*@", "//");
    }

    String url() {
        return url == null ? "" : url.strip();
    }

    SignInParameters signIn() {
        Map<String, String> said = new HashMap<>();
        said.put(SignInParameters.SERVER, serverId);
        said.put(SignInParameters.AUTHENTICATION, authentication);
        said.put(SignInParameters.TENANT, tenantId);
        said.put(SignInParameters.CLIENT, clientId);
        said.put(SignInParameters.CERTIFICATE, certificate);
        said.put(SignInParameters.TOKEN_VARIABLE, tokenVariable);
        said.put(SignInParameters.SERVICE_CONNECTION, serviceConnectionId);
        return new SignInParameters(said);
    }

    List<String> providedSolutions() {
        return providedSolutions == null ? List.of() : providedSolutions;
    }

    /** Its deployment settings, if any. */
    Optional<DeploymentSettings> settings() {
        if (environmentVariables == null && connectionReferences == null) {
            return Optional.empty();
        }
        return Optional.of(new DeploymentSettings(
                "the <environment> '" + id() + "' of the POM",
                filled(environmentVariables)
                        .map(entry -> new DeploymentSettings.Variable(entry.getKey(), entry.getValue()))
                        .toList(),
                filled(connectionReferences)
                        .map(entry -> new DeploymentSettings.Connection(
                                entry.getKey(), entry.getValue().strip(), ""))
                        .toList()));
    }

    private static Stream<Map.Entry<String, String>> filled(Map<String, String> entries) {
        return entries == null
                ? Stream.empty()
                : entries.entrySet().stream()
                        .filter(entry ->
                                entry.getValue() != null && !entry.getValue().isBlank());
    }

    /**
     * Whether unmanaged packages are refused.
     *
     * @throws MojoExecutionException if it is neither true nor false, which Maven would read as false
     */
    boolean blocksUnmanagedCustomizations() throws MojoExecutionException {
        String word = blockUnmanagedCustomizations == null ? "false" : blockUnmanagedCustomizations.strip();
        if (!word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
            throw new MojoExecutionException(
                    "Invalid value '" + word + "' for <blockUnmanagedCustomizations> of the <environment> '" + id()
                            + "'. Allowed: true, false.");
        }
        return Boolean.parseBoolean(word);
    }

    List<Integer> languages() {
        return languages == null ? List.of() : languages;
    }
}
