package io.github.solutionalm;

import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Fills the file of an embedded environment. */
public final class EmbeddedContents {

    private EmbeddedContents() {}

    /** Imports the packages one after the other. */
    public static void put(Path file, Clock clock, ImportOptions.Action action, Path... packages)
            throws SolutionException {
        EnvironmentId id = new EnvironmentId("x", "embedded", "jdbc:sqlite:" + file);
        try (EmbeddedEnvironment environment = EmbeddedEnvironment.open(id, EmbeddedSettings.defaults(), clock)) {
            for (Path zip : packages) {
                ImportOptions options = ImportOptions.defaults().withAction(action);
                ImportResult result = environment.importSolution(
                        new ImportRequest("import", zip, Optional.empty(), options), ImportListener.NONE);
                if (!result.outcome().isSuccess()) {
                    throw new IllegalStateException(result.errors().toString());
                }
            }
        }
    }
}
