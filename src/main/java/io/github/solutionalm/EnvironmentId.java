package io.github.solutionalm;

/**
 * Names an environment.
 *
 * @param id as declared in the POM, or the URL when it was given directly
 * @param kind {@code embedded} or {@code dataverse}
 * @param url such as {@code jdbc:sqlite:…} or {@code https://…}
 */
public record EnvironmentId(String id, String kind, String url) {}
