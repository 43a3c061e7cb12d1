package io.github.solutionalm.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of the process for what a target writes; empty before each input. */
public final class Scratch {

    private static final Path FOLDER = folder();

    private Scratch() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder, emptied. */
    public static Path emptied() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(FOLDER)) {
                    Files.delete(file);
                }
            }
        }
        return FOLDER;
    }

    /** The folder with one file in it. */
    public static Path with(String name, byte[] content) throws IOException {
        return Files.write(emptied().resolve(name), content);
    }
}
