package io.github.solutionalm.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The rows of an environment, to be inserted into another with nothing but JDBC: a prepared statement and a batch a table,
 * one transaction, the plugin's own settings of SQLite. Contents are represented by noise of the same length.
 */
final class BareInserts implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int BATCH = 500;
    private static final String CONTENTS = "content_chunk";
    private static final List<String> SETTINGS = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA foreign_keys = ON",
            "PRAGMA synchronous = FULL",
            "PRAGMA cache_size = -32768",
            "PRAGMA temp_store = MEMORY");

    private final ArrayList<String> schema;
    private final ArrayList<Table> tables;
    private final byte[] noise = new byte[1 << 20];

    private record Table(String name, int columns, ArrayList<Object[]> rows) implements Serializable {
        private static final long serialVersionUID = 1L;

        String insert() {
            return "INSERT INTO " + name + " VALUES (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        }
    }

    private BareInserts(ArrayList<String> schema, ArrayList<Table> tables) {
        this.schema = schema;
        this.tables = tables;
        new Random(1).nextBytes(noise);
    }

    /** Takes the rows of an environment into memory. */
    static BareInserts of(Path database) throws SQLException {
        try (Connection connection = connect(database)) {
            ArrayList<String> schema = strings(
                    connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'");
            ArrayList<Table> tables = new ArrayList<>();
            for (String name :
                    strings(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")) {
                tables.add(table(connection, name));
            }
            return new BareInserts(schema, tables);
        }
    }

    private static Table table(Connection connection, String name) throws SQLException {
        String columns = name.equals(CONTENTS) ? "content, seq, LENGTH(bytes)" : "*";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + columns + " FROM " + name)) {
            int count = row.getMetaData().getColumnCount();
            ArrayList<Object[]> rows = new ArrayList<>();
            while (row.next()) {
                Object[] values = new Object[count];
                for (int i = 0; i < count; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
            return new Table(name, count, rows);
        }
    }

    /** Keeps the rows in a file, for a JVM that is not to touch a database before it is timed. */
    void save(Path file) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeObject(this);
        }
    }

    static BareInserts load(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return (BareInserts) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    /** Makes an empty database with the same tables and indexes. */
    void prepare(Path database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : schema) {
                statement.execute(sql);
            }
        }
    }

    /** Inserts the rows. */
    void run(Path database) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            for (Table table : tables) {
                insert(connection, table);
            }
            connection.commit();
        }
    }

    private void insert(Connection connection, Table table) throws SQLException {
        boolean contents = table.name().equals(CONTENTS);
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            int waiting = 0;
            long bytes = 0;
            for (Object[] row : table.rows()) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                if (contents) {
                    byte[] content = content((Integer) row[2]);
                    statement.setBytes(3, content);
                    bytes += content.length;
                }
                statement.addBatch();
                if (++waiting == BATCH || bytes > noise.length) {
                    statement.executeBatch();
                    waiting = 0;
                    bytes = 0;
                }
            }
            statement.executeBatch();
        }
    }

    private byte[] content(int length) {
        byte[] content = new byte[length];
        System.arraycopy(noise, 0, content, 0, length);
        return content;
    }

    long rows() {
        return tables.stream().mapToLong(table -> table.rows().size()).sum();
    }

    /** Bytes of all contents. */
    long bytes() {
        return tables.stream()
                .filter(table -> table.name().equals(CONTENTS))
                .flatMap(table -> table.rows().stream())
                .mapToLong(row -> (Integer) row[2])
                .sum();
    }

    private static ArrayList<String> strings(Connection connection, String sql) throws SQLException {
        ArrayList<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    private static Connection connect(Path database) throws SQLException {
        if (!Files.isDirectory(database.getParent())) {
            throw new IllegalArgumentException("There is no folder " + database.getParent());
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
        }
        return connection;
    }
}
