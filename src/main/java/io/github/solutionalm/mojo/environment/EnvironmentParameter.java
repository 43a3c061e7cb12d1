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

    /** Name to choose it by; its URL when absent. */
    private String id;

    /** What and where it is; the scheme tells the kind. Required. */
    private String url;

    /** Server in settings.xml that has the credentials. This and what follows is for Dataverse. */
    private String serverId;

    /** How to sign in: {@code auto} when absent. */
    private String authentication;

    /** The environment's tenant; asked of the environment when absent. */
    private String tenantId;

    /** The application's client id, or that of a managed identity that the user assigned. */
    private String clientId;

    /** A PEM file with key and certificate, or a PFX file; relative to the project's base directory. */
    private String certificate;

    /** Name of the environment variable that holds an access token. */
    private String tokenVariable;

    /** Service connection of Azure DevOps, for {@code workloadIdentity}. */
    private String serviceConnectionId;

    /** Name patterns ({@code *} for any text) of solutions that an embedded environment is taken to hold. */
    private List<String> providedSolutions;

    /** LCIDs that are enabled in an embedded environment; all when absent. */
    private List<Integer> languages;

    /** Whether an embedded environment takes no unmanaged packages: {@code true} or {@code false}, as when absent. */
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

    /** An environment without anything; Maven fills it. */
    public EnvironmentParameter() {}

    /** An environment that was given by its URL alone. */
    EnvironmentParameter(String id, String url) {
        this.id = id;
        this.url = url;
    }

    /** The URL when it has no id of its own; without a user, which may come with a password. */
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

    /** What it says of deployment settings; empty when it says nothing. */
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
     * @throws MojoExecutionException when it is neither true nor false: Maven would take any other word for false
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
