package io.github.solutionalm.mojo;

import io.github.solutionalm.DeploymentSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An {@code <environment>} of the configuration. Maven sets the fields by their names. */
public final class EnvironmentParameter {

    /** Name to choose it by; its URL when absent. */
    private String id;

    /** What and where it is; the scheme tells the kind. Required. */
    private String url;

    /** Server in settings.xml that has the credentials; for Dataverse. */
    private String serverId;

    /** Name patterns ({@code *} for any text) of solutions that an embedded environment is taken to hold. */
    private List<String> providedSolutions;

    /** LCIDs that are enabled in an embedded environment; all when absent. */
    private List<Integer> languages;

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

    String id() {
        return id == null || id.isBlank() ? url() : id.strip();
    }

    String url() {
        return url == null ? "" : url.strip();
    }

    String serverId() {
        return serverId == null ? "" : serverId.strip();
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

    List<Integer> languages() {
        return languages == null ? List.of() : languages;
    }
}
