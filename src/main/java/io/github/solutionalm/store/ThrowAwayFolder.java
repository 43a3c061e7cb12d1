package io.github.solutionalm.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for an environment that is thrown away afterwards. */
record ThrowAwayFolder(Path folder, StoreFailures failures) {

    static ThrowAwayFolder make(StoreFailures failures) {
        try {
            return new ThrowAwayFolder(Files.createTempDirectory("solution-environment-"), failures);
        } catch (IOException e) {
            throw failures.of(
                    "it is copied into the temporary folder, where no folder can be created (" + e + ")",
                    "Set another one with -Djava.io.tmpdir",
                    e);
        }
    }

    Path file() {
        return folder.resolve("environment.db");
    }

    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw failures.of("its copy in " + folder + " can't be deleted (" + e + ")", "Delete it", e);
        }
    }
}
