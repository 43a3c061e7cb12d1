package io.github.solutionalm;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Names an environment.
 *
 * @param id as declared in the POM, or the URL when it was given directly
 * @param kind {@code embedded} or {@code dataverse}
 * @param url such as {@code jdbc:sqlite:…} or {@code https://…}
 */
public record EnvironmentId(String id, String kind, String url) {

    /** Kind of an environment in a file, simulated by this plugin. */
    public static final String EMBEDDED = "embedded";

    /** Kind of a real Dataverse environment. */
    public static final String DATAVERSE = "dataverse";

    private static final String SQLITE = "jdbc:sqlite:";

    /** The id of the embedded environment in a file. */
    public static EnvironmentId embedded(String id, Path file) {
        return new EnvironmentId(id, EMBEDDED, SQLITE + file);
    }

    public boolean isDataverse() {
        return kind.equals(DATAVERSE);
    }

    /** The file of an embedded environment; empty for others. */
    public Optional<Path> file() {
        return url.startsWith(SQLITE) ? Optional.of(Path.of(url.substring(SQLITE.length()))) : Optional.empty();
    }
}
