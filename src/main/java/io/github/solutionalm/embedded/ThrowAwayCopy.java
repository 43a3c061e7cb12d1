package io.github.solutionalm.embedded;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of an environment that operations can be tried on; closing it deletes it. */
final class ThrowAwayCopy implements AutoCloseable {

    private final Path folder;
    private final EnvironmentStore store;

    private ThrowAwayCopy(Path folder, EnvironmentStore store) {
        this.folder = folder;
        this.store = store;
    }

    static ThrowAwayCopy of(EnvironmentStore original, Clock clock) throws SolutionException {
        Path folder = folder();
        try {
            Path file = folder.resolve("environment.db");
            original.copyTo(file);
            return new ThrowAwayCopy(folder, EnvironmentStore.open("jdbc:sqlite:" + file, clock));
        } catch (StoreException e) {
            delete(folder);
            throw e;
        }
    }

    private static Path folder() throws SolutionException {
        try {
            return Files.createTempDirectory("solution-plan-");
        } catch (IOException e) {
            throw new SolutionException(
                    "To plan several operations the environment is copied into the temporary folder, which failed: " + e
                            + ". Give the build another one with -Djava.io.tmpdir.",
                    e);
        }
    }

    EnvironmentStore store() {
        return store;
    }

    @Override
    public void close() throws SolutionException {
        store.close();
        delete(folder);
    }

    private static void delete(Path folder) throws SolutionException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new SolutionException("The copy of the environment in " + folder + " can't be deleted: " + e, e);
        }
    }
}
