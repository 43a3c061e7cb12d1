package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.CONTOSO;
import static io.github.solutionalm.store.Fixture.content;
import static io.github.solutionalm.store.Fixture.hash;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {

    @TempDir
    Path folder;

    private EnvironmentStore store;

    @BeforeEach
    void open() {
        store = Fixture.open(folder);
    }

    /** No kill shows whether a commit outlives a power cut, and in what a journal is kept: so the settings are looked at. */
    @Test
    void isKeptInAJournalThatIsSynchronised() throws Exception {
        try (Connection connection =
                SqliteDatabase.at("jdbc:sqlite:" + store.file()).connect()) {
            assertThat(setting(connection, "journal_mode")).isEqualTo("wal");
            assertThat(setting(connection, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(setting(connection, "foreign_keys")).isEqualTo("1");
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("PRAGMA " + name)) {
            return value.getString(1);
        }
    }

    @Test
    void nothingOfAFailedTransactionStays() {
        assertThatThrownBy(() -> store.change(tx -> {
                    install(tx, solution("Orders", "1.0.0.0"));
                    content(tx, "text");
                    throw new IOException("enough");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("enough");
        assertThatThrownBy(() -> store.change(tx -> {
                    install(tx, solution("Orders", "1.0.0.0"));
                    throw new OutOfMemoryError("enough");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        see(store, tx -> assertThat(tx.solutions().all()).isEmpty());
        see(store, tx -> assertThat(tx.publishers().find("contoso")).isEmpty());
        see(store, tx -> assertThat(tx.contents().has(hash("text"))).isFalse());
    }

    @Test
    void readersSeeTheStateBeforeAndWaitForNobody() throws Exception {
        EnvironmentStore other = Fixture.open(folder);
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            see(other, reader -> assertThat(reader.solutions().all()).isEmpty());
            see(Fixture.open(folder), reader -> assertThat(reader.solutions().all())
                    .isEmpty());
        });

        see(other, reader -> assertThat(reader.solutions().all()).hasSize(1));
    }

    @Test
    void aReaderSeesOneStateWhileAnotherWrites() {
        store.read(tx -> {
            assertThat(tx.solutions().all()).isEmpty();
            Fixture.open(folder).change(writer -> install(writer, solution("Orders", "1.0.0.0")));
            assertThat(tx.solutions().all()).isEmpty();
            return true;
        });

        see(store, tx -> assertThat(tx.solutions().all()).hasSize(1));
    }

    @Test
    void aReaderCannotWrite() {
        assertThatThrownBy(() -> store.read(tx -> {
                    tx.publishers().save(CONTOSO);
                    return true;
                }))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void writersTakeTurns() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Callable<Boolean> work = () -> store.transact(tx -> {
                install(tx, solution("First", "1.0.0.0"));
                writing.countDown();
                TimeUnit.MILLISECONDS.sleep(200);
                return true;
            });
            Future<Boolean> first = executor.submit(work);
            writing.await();
            Fixture.open(folder).change(tx -> install(tx, solution("Second", "1.0.0.0")));
            first.get();
        } finally {
            executor.shutdown();
        }

        see(store, tx -> assertThat(tx.solutions().all()).hasSize(2));
    }

    /** Else two that have read the same could both want to write, and one of them could only fail. */
    @Test
    void theOneThatMayWriteHoldsThatRightFromItsBeginning() throws Exception {
        store.transact(tx -> {
            tx.solutions().all();
            assertThatThrownBy(this::writeAtOnce)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("SQLITE_BUSY");
            return true;
        });
        store.read(tx -> {
            tx.solutions().all();
            writeAtOnce();
            return true;
        });
    }

    private void writeAtOnce() throws SQLException {
        try (Connection connection =
                        SqliteDatabase.at("jdbc:sqlite:" + store.file()).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void oneFileIsLeft() {
        store.change(tx -> install(tx, solution("Orders", "1.0.0.0")));
        store.read(tx -> tx.solutions().all());

        assertThat(folder.toFile().list()).containsExactly("environment.db");
    }
}
