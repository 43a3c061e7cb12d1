package io.github.solutionalm.mojo;

import java.util.List;

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

    List<Integer> languages() {
        return languages == null ? List.of() : languages;
    }
}
