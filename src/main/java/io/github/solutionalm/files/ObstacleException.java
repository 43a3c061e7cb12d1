package io.github.solutionalm.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Where a plain file is to be, something else is: a link, say, through which another file would be overwritten. */
public final class ObstacleException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String obstacle;

    private ObstacleException(Path path, String obstacle) {
        super(path + " is " + obstacle);
        this.obstacle = obstacle;
    }

    /** What it is, such as {@code a symbolic link}. */
    public String obstacle() {
        return obstacle;
    }

    /** Returns when nothing is at the path, or a file that has no other name. */
    public static void unlessPlain(Path path) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return;
        }
        Optional<String> obstacle = kind(found);
        if (obstacle.isPresent()) {
            throw new ObstacleException(path, obstacle.get());
        }
        int names = names(path);
        if (names > 1) {
            throw new ObstacleException(path, "a file with " + names + " names (hard links)");
        }
    }

    /** What a path leads to that is no file; links are followed if they were when it was looked at. */
    static Optional<String> kind(BasicFileAttributes found) {
        if (found.isRegularFile()) {
            return Optional.empty();
        }
        return Optional.of(
                found.isSymbolicLink()
                        ? "a symbolic link"
                        : found.isDirectory() ? "a directory" : "a pipe, a socket or a device");
    }

    /** How many names a file has; 1 where the system does not tell, or it has just gone. */
    public static int names(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return 1;
        }
        try {
            return (Integer) Files.getAttribute(file, "unix:nlink", NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return 1;
        }
    }
}
