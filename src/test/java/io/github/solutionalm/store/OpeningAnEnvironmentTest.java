package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.CLOCK;
import static io.github.solutionalm.store.Fixture.content;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static io.github.solutionalm.store.Fixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningAnEnvironmentTest {

    @TempDir
    Path folder;

    @Test
    void foldersAndFileAreMade() {
        Path deep = folder.resolve("a/b c/ä");
        EnvironmentStore store = Fixture.open(deep);

        assertThat(store.file()).isEqualTo(deep.resolve("environment.db")).isRegularFile();
        see(store, tx -> assertThat(tx.solutions().all()).isEmpty());
    }

    @Test
    void anEmptyFileBecomesAnEnvironment() throws IOException {
        Files.createFile(folder.resolve("environment.db"));
        Fixture.open(folder).change(tx -> install(tx, solution("Orders", "1.0.0.0")));

        see(Fixture.open(folder), tx -> assertThat(tx.solutions().all()).hasSize(1));
    }

    /** As a process leaves it that was killed while it made the environment. */
    @Test
    void aFileThatIsNotYetAnEnvironmentIsReadAsANewOneAndLeftAsItIs() throws Exception {
        sql("PRAGMA journal_mode = WAL");
        Path file = folder.resolve("environment.db");
        byte[] before = Files.readAllBytes(file);
        assertThat(before).isNotEmpty();

        try (EnvironmentStore store = EnvironmentStore.reading(url(folder), CLOCK)) {
            see(store, tx -> assertThat(tx.solutions().all()).isEmpty());
        }
        assertThat(file).hasBinaryContent(before);
        see(Fixture.open(folder), tx -> assertThat(tx.solutions().all()).isEmpty());
    }

    @Test
    void severalMayMakeItAtOnce() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                Path place = folder.resolve("round" + round);
                List<Future<EnvironmentStore>> stores = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    stores.add(executor.submit(() -> Fixture.open(place)));
                }
                for (Future<EnvironmentStore> store : stores) {
                    see(store.get(), tx -> assertThat(tx.solutions().all()).isEmpty());
                }
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("environment.db"), "This is a text. ".repeat(1000));

        assertRefused(url(folder))
                .hasMessageStartingWith("Tried to open the environment " + file + " but failed because: ")
                .hasMessageContaining("it is not an SQLite database")
                .hasMessageContaining("-Dsolution.environment");
        assertThat(file).hasContent("This is a text. ".repeat(1000));
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused() throws SQLException {
        sql("CREATE TABLE theirs (id INTEGER)");

        assertRefused(url(folder)).hasMessageContaining("it is an SQLite database of another application");
    }

    @Test
    void aDatabaseOfSomethingElseWithoutTablesIsRefused() throws SQLException {
        sql("PRAGMA application_id = 42");

        assertRefused(url(folder)).hasMessageContaining("it is an SQLite database of another application");
    }

    @Test
    void aDirectoryIsRefused() {
        assertRefused("jdbc:sqlite:" + folder).hasMessageContaining("it is a directory");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(url(file)).hasMessageContaining("the directory " + file + " can't be created");
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        Fixture.open(folder).change(tx -> content(tx, "text"));
        Path file = folder.resolve("environment.db");
        assertThat(file.toFile().setReadOnly()).isTrue();
        assumeFalse(Files.isWritable(file), "This user may write everything");

        assertRefused(url(folder)).hasMessageContaining("the file is read-only");
        assertThat(file.toFile().setWritable(true)).isTrue();
        assertThat(folder.toFile().setReadOnly()).isTrue();
        assertRefused(url(folder)).hasMessageContaining("the directory " + folder + " is not writable");
        assertThat(folder.toFile().setWritable(true)).isTrue();
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Fixture.open(folder);
        damage(100, 4000);

        assertRefused(url(folder)).hasMessageContaining("the file is damaged").hasMessageContaining("backup");
    }

    @Test
    void damageThatShowsLaterIsNamedThen() throws IOException {
        EnvironmentStore store = Fixture.open(folder);
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            for (int i = 0; i < 200; i++) {
                tx.layers().write("Orders", List.of(layer(tx, Fixture.column("t.c" + i), "<x" + i + "/>")));
            }
        });
        damage(100_000, (int) Files.size(folder.resolve("environment.db")) - 100_000);

        assertThatThrownBy(() -> store.read(tx -> {
                    tx.components().forEach(component -> tx.layers().topDefinition(component.key()));
                    return true;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Tried to read the environment ")
                .hasMessageContaining("the file is damaged");
    }

    @Test
    void aFullDiskKeepsWhatWasThere() {
        Fixture.open(folder).change(tx -> install(tx, solution("Orders", "1.0.0.0")));
        Jdbi limited = Jdbi.create(() -> SharedDriver.get().connect(url(folder), new Properties()));

        assertThatThrownBy(() -> limited.useTransaction(handle -> {
                    handle.execute("PRAGMA max_page_count = 60");
                    StoreTransaction tx = new StoreTransaction(handle, CLOCK);
                    tx.solutions().delete("Orders");
                    content(tx, "x".repeat(1_000_000));
                    tx.flush();
                }))
                .isInstanceOfSatisfying(JdbiException.class, full -> assertThat(
                                new StoreFailures("write to the environment", folder).of(full))
                        .hasMessageStartingWith("Tried to write to the environment ")
                        .hasMessageContaining("the disk is full"));
        see(Fixture.open(folder), tx -> assertThat(tx.solutions().all()).hasSize(1));
    }

    @Test
    void parametersOfTheDriverAreRefused() {
        for (String parameters : List.of("foreign_keys=off", "date_class=x", "mode=memory", "unheard_of=1", "")) {
            assertRefused(url(folder) + "?" + parameters)
                    .hasMessageContaining("it has parameters, '" + parameters + "', but only a path is allowed");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void otherUrlsAreRefused() {
        assertRefused("jdbc:postgresql://host/db").hasMessageContaining("only jdbc:sqlite:<path> is supported");
        for (String url : List.of("jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:file:x?mode=memory")) {
            assertRefused(url).hasMessageContaining("an environment needs a plain path");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String url) {
        return assertThatThrownBy(() -> EnvironmentStore.open(url, CLOCK)).isInstanceOf(StoreException.class);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = SharedDriver.get().connect(url(folder), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void damage(int from, int length) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("environment.db").toFile(), "rw")) {
            byte[] rubbish = new byte[length];
            Arrays.fill(rubbish, (byte) 0xA5);
            file.seek(from);
            file.write(rubbish);
        }
    }
}
