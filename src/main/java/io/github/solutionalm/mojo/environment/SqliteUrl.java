package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.mojo.build.BaseDirectory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** The {@code jdbc:sqlite:} URLs of embedded environments: a path, and nothing else. */
final class SqliteUrl {

    static final String SCHEME = "jdbc:sqlite:";

    private SqliteUrl() {}

    /**
     * The absolute path of the file. SQLite would resolve a relative path against the process directory, which in a
     * reactor may be another project's.
     *
     * @throws MojoExecutionException when it does not name a file
     */
    static Path file(String url, BaseDirectory base) throws MojoExecutionException {
        String path = url.substring(SCHEME.length());
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:")) {
            throw new MojoExecutionException(
                    "The environment URL '" + url + "' does not name a file, but the environment must persist"
                            + " after the goal. Give a path, such as " + SCHEME + ".solution/rehearsal.db.");
        }
        if (path.contains("?")) {
            throw new MojoExecutionException("The environment URL '" + url + "' has parameters, '"
                    + path.substring(path.indexOf('?') + 1)
                    + "', but only a path is allowed. Remove them from <environment><url> or"
                    + " -Dsolution.environment.");
        }
        try {
            return base.resolve(Path.of(path));
        } catch (InvalidPathException e) {
            throw new MojoExecutionException(
                    "The environment URL '" + url + "' does not name a file: " + e.getMessage() + ".");
        }
    }
}
