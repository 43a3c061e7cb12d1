package io.github.solutionalm.benchmark;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A package, and the databases that it is imported into. */
final class Scenario {

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

    /** A database that counts as holding the version before. */
    private Path previous() {
        return folder.resolve("previous.db");
    }

    /** A database with the tables alone. */
    private Path empty() {
        return folder.resolve("empty.db");
    }

    private Path rows() {
        return folder.resolve("imported.rows");
    }

    ImportResult importPackage() throws Exception {
        return importInto(database());
    }

    private ImportResult importInto(Path database) throws Exception {
        try (EmbeddedEnvironment environment = open(database)) {
            ImportResult result = environment.importSolution(request(ImportOptions.Action.UPDATE), ImportListener.NONE);
            if (!result.outcome().isSuccess()) {
                throw new IllegalStateException("The import failed: " + result.errors());
            }
            return result;
        }
    }

    /** Plans the upgrade from what counts as the previous version. */
    PlanResult planUpgrade() throws Exception {
        try (EmbeddedEnvironment environment = open(previous())) {
            PlanResult plan = environment
                    .plan(List.of(request(ImportOptions.Action.UPGRADE)), ImportListener.NONE)
                    .get(0);
            if (!plan.errors().isEmpty()) {
                throw new IllegalStateException("The plan was refused: " + plan.errors());
            }
            return plan;
        }
    }

    private static EmbeddedEnvironment open(Path database) throws Exception {
        EnvironmentId id = new EnvironmentId("benchmark", "embedded", "jdbc:sqlite:" + database);
        return EmbeddedEnvironment.open(id, EmbeddedSettings.defaults(), Clock.systemUTC());
    }

    private ImportRequest request(ImportOptions.Action action) {
        ImportOptions options = new ImportOptions(
                action,
                false,
                true,
                true,
                false,
                false,
                false,
                ImportOptions.SameVersion.IMPORT,
                ImportOptions.LowerVersion.FAIL,
                ImportOptions.MissingDependencies.WARN,
                ImportOptions.LeftoverUpgrade.FAIL,
                ImportOptions.ActiveBase.FAIL,
                ImportOptions.ActiveRules.FAIL,
                PlanGates.NONE,
                Duration.ofHours(1),
                Duration.ofMinutes(1));
        return new ImportRequest("import", zip, Optional.empty(), options);
    }

    /** Makes what the measures begin with. */
    ImportResult setUp() throws Exception {
        delete(imported());
        delete(empty());
        delete(previous());
        ImportResult result = importInto(imported());
        Files.copy(imported(), previous());
        PreviousVersion.of(previous());
        BareInserts rows = BareInserts.of(imported());
        rows.save(rows());
        rows.prepare(empty());
        inserts = Optional.of(rows);
        return result;
    }

    void copyImported() throws IOException {
        copy(imported());
    }

    void copyEmpty() throws IOException {
        copy(empty());
    }

    private void copy(Path from) throws IOException {
        deleteDatabase();
        Files.copy(from, database());
    }

    void deleteDatabase() throws IOException {
        delete(database());
    }

    private static void delete(Path database) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-lock"}) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
        }
    }

    BareInserts inserts() throws IOException {
        if (inserts.isEmpty()) {
            inserts = Optional.of(BareInserts.load(rows()));
        }
        return inserts.get();
    }
}
