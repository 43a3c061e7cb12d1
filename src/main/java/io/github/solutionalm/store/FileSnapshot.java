package io.github.solutionalm.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies an environment's file with its journals where SQLite cannot read it, which wants to write beside it: in a place that is
 * read-only for us. So nobody in this JVM writes it, and it may be opened; another user may, so that it is looked at twice.
 */
final class FileSnapshot {

    private static final List<String> JOURNALS = List.of("-wal", "-journal");
    private static final int MOST_ATTEMPTS = 20;

    private FileSnapshot() {}

    static void copy(Path database, Path target, StoreFailures failures) {
        try {
            Path real = database.toRealPath();
            for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
                List<Object> before = state(real);
                copyFiles(real, target);
                if (before.equals(state(real))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw failures.of("the file can't be read (" + e + ")", "Make it readable", e);
        }
        throw failures.of("another process is writing to it", "Try again when it has finished");
    }

    private static List<Object> state(Path database) throws IOException {
        List<Object> state = new ArrayList<>(state(database, ""));
        for (String journal : JOURNALS) {
            state.addAll(state(database, journal));
        }
        return state;
    }

    private static List<Object> state(Path database, String suffix) throws IOException {
        Path file = beside(database, suffix);
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            return List.of(suffix);
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(suffix, found.size(), found.lastModifiedTime());
    }

    private static void copyFiles(Path database, Path target) throws IOException {
        copyFile(database, target);
        for (String journal : JOURNALS) {
            Path copy = beside(target, journal);
            Files.deleteIfExists(copy);
            if (Files.isRegularFile(beside(database, journal), NOFOLLOW_LINKS)) {
                copyFile(beside(database, journal), copy);
            }
        }
    }

    /** Copies the bytes: the copy of {@link Files#copy(Path, Path, java.nio.file.CopyOption...)} is as read-only as the file. */
    private static void copyFile(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        try (InputStream in = Files.newInputStream(from)) {
            Files.copy(in, to);
        }
    }

    private static Path beside(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }
}
