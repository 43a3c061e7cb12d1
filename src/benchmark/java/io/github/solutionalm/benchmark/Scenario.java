package io.github.solutionalm.benchmark;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A package, and the databases that it is imported into. */
final class Scenario {

    private static final ImportOptions OPTIONS = new ImportOptions(
            ImportOptions.Action.UPDATE,
            false,
            true,
            false,
            false,
            ImportOptions.SameVersion.IMPORT,
            ImportOptions.LowerVersion.FAIL,
            ImportOptions.MissingDependencies.WARN,
            Duration.ofHours(1),
            Duration.ofMinutes(1));

    private final Path folder;
    private final Path zip;
    private Optional<BareInserts> inserts = Optional.empty();

    /**
     * @param folder where the databases are
     * @param zip the package
     */
    Scenario(Path folder, Path zip) {
        this.folder = folder;
        this.zip = zip;
    }

    Path zip() {
        return zip;
    }

    /** The database at hand. */
    Path database() {
        return folder.resolve("environment.db");
    }

    /** A database that the package was imported into. */
    private Path imported() {
        return folder.resolve("imported.db");
    }

    ImportResult importPackage() throws Exception {
        return importInto(database());
    }

    private ImportResult importInto(Path database) throws Exception {
        EnvironmentId id = new EnvironmentId("benchmark", "embedded", "jdbc:sqlite:" + database);
        try (EmbeddedEnvironment environment =
                EmbeddedEnvironment.open(id, EmbeddedSettings.defaults(), Clock.systemUTC())) {
            ImportRequest request = new ImportRequest("import", zip, Optional.empty(), OPTIONS);
            ImportResult result = environment.importSolution(request, ImportListener.NONE);
            if (!result.outcome().isSuccess()) {
                throw new IllegalStateException("The import failed: " + result.errors());
            }
            return result;
        }
    }

    /** Makes the database that the others are made from. */
    ImportResult importOnce() throws Exception {
        delete(imported());
        return importInto(imported());
    }

    void copyImported() throws IOException {
        deleteDatabase();
        Files.copy(imported(), database(), StandardCopyOption.REPLACE_EXISTING);
    }

    void deleteDatabase() throws IOException {
        delete(database());
    }

    private static void delete(Path database) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-lock"}) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
        }
    }

    BareInserts inserts() throws SQLException {
        if (inserts.isEmpty()) {
            inserts = Optional.of(BareInserts.of(imported()));
        }
        return inserts.get();
    }
}
