package io.github.solutionalm.mojo.build;

import java.nio.file.Path;

/**
 * The project's base directory: relative paths of the configuration begin here, never at the process directory, and
 * paths are shown from here.
 *
 * @param path absolute and normalised
 */
public record BaseDirectory(Path path) {

    public BaseDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The path, absolute and normalised. */
    public Path resolve(Path other) {
        return path.resolve(other).normalize();
    }

    /** The path as the console shows it: relative when it is inside, and always with forward slashes then. */
    public String show(Path other) {
        Path absolute = resolve(other);
        if (!absolute.startsWith(path) || absolute.equals(path)) {
            return absolute.toString();
        }
        return path.relativize(absolute).toString().replace('\\', '/');
    }
}
