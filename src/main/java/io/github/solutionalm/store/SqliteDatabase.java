package io.github.solutionalm.store;

import io.github.solutionalm.files.ObstacleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jdbi.v3.core.Handle;

/**
 * What is SQLite's own: the file, its connections, what makes it safe. Java must not open the file itself, not even to read
 * its first bytes: closing it would drop SQLite's POSIX locks.
 */
final class SqliteDatabase {

    static final String SCHEME = "jdbc:sqlite:";

    /** "SOLM" in the header of the file: it is one of ours. */
    private static final int APPLICATION_ID = 0x534F4C4D;

    // WAL: readers see the last commit and hinder nobody; a killed writer leaves a journal that the next one to open it
    // discards; the last connection to be closed merges it, so that one file is left. FULL: a commit survives a power
    // cut.
    private static final List<String> SETTINGS = List.of(
            "PRAGMA busy_timeout = 30000",
            "PRAGMA foreign_keys = ON",
            "PRAGMA synchronous = FULL",
            "PRAGMA cache_size = -32768",
            "PRAGMA temp_store = MEMORY");

    /** The driver opens for reading and writing, and makes the file or not (SQLITE_OPEN_READWRITE, SQLITE_OPEN_CREATE). */
    private static final String MAKE = "6";

    private static final String LEAVE = "2";

    private final Path file;
    private final String url;
    private final String openMode;

    private SqliteDatabase(Path file, String url, String openMode) {
        this.file = file;
        this.url = url;
        this.openMode = openMode;
    }

    /**
     * The database of a URL. The driver's own parameters are refused: each would change how safe an environment is, or what it
     * holds, and those that the driver does not know become part of the file's name.
     */
    static SqliteDatabase at(String jdbcUrl) {
        if (!jdbcUrl.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refused(jdbcUrl, "only " + SCHEME + "<path> is supported");
        }
        String path = jdbcUrl.substring(SCHEME.length());
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:")) {
            throw refused(jdbcUrl, "an environment needs a plain path, such as " + SCHEME + "target/environment.db");
        }
        if (path.contains("?")) {
            throw refused(
                    jdbcUrl,
                    "it has parameters, '" + path.substring(path.indexOf('?') + 1) + "', but only a path is allowed");
        }
        try {
            Path file = Path.of(path).toAbsolutePath().normalize();
            return new SqliteDatabase(file, SCHEME + file, MAKE);
        } catch (InvalidPathException e) {
            throw refused(jdbcUrl, "the path can't be used on this system: " + e.getReason());
        }
    }

    private static StoreException refused(String jdbcUrl, String reason) {
        return new StoreException("Tried to open the environment " + jdbcUrl + " but failed because: " + reason
                + ". Correct <environment><url> or -Dsolution.environment.");
    }

    /** This database, which is not created if it does not exist. */
    SqliteDatabase asItIs() {
        return new SqliteDatabase(file, url, LEAVE);
    }

    /** A copy of it, which goes by the name of the original. */
    SqliteDatabase copiedTo(Path copy) {
        return new SqliteDatabase(file, SCHEME + copy, MAKE);
    }

    Path file() {
        return file;
    }

    /** Whether there is anything to read. An empty file is what SQLite leaves until something is in it. */
    boolean isThere(StoreFailures failures) {
        refuseOtherThanFile(failures);
        try {
            return Files.size(file) > 0;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw failures.of("the file can't be accessed (" + e + ")", "Check the path and the permissions", e);
        }
    }

    /** Whether SQLite can read it, which keeps journals beside the file even then. */
    boolean isInWritablePlace() {
        try {
            Path real = file.toRealPath();
            return Files.isWritable(real) && Files.isWritable(real.getParent());
        } catch (IOException e) {
            return false;
        }
    }

    /** Sees to it that the file can be made or written, before SQLite tries and says less about why not. */
    void prepareFile(StoreFailures failures) {
        refuseOtherThanFile(failures);
        Path folder = file.getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failures.of("the directory " + folder + " can't be created", "Create it, or choose another", e);
        }
        if (!Files.isWritable(folder)) {
            throw failures.of("the directory " + folder + " is not writable", "Make it writable, or choose another");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw failures.of("the file is read-only", "Make it writable, or choose another file");
        }
        refuseSeveralNames(failures);
    }

    /** A link to a file is as good as the file, for SQLite too, which keeps its journals beside the file itself. */
    private void refuseOtherThanFile(StoreFailures failures) {
        if (Files.isDirectory(file)) {
            throw failures.of("it is a directory", "Name a file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw failures.of("it is a pipe, a socket or a device", "Name a file");
        }
    }

    /** SQLite names its journals after the file: under each name it would have others, and destroy what it holds. */
    private void refuseSeveralNames(StoreFailures failures) {
        try {
            int names = Files.exists(file) ? ObstacleException.names(file.toRealPath()) : 1;
            if (names > 1) {
                throw failures.of(
                        "the file has " + names + " names (hard links), but can be written safely under one name"
                                + " only",
                        "Copy it to a separate file");
            }
        } catch (IOException e) {
            throw failures.of("the file can't be accessed (" + e + ")", "Check the path and the permissions", e);
        }
    }

    /** A connection of its own for each transaction: what runs in one never shows in another. */
    Connection connect() throws SQLException {
        Connection connection = SharedDriver.get().connect(url, properties());
        try {
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("open_mode", openMode);
        return properties;
    }

    /** Whether the file is an environment; false if it is new. */
    boolean recognise(Handle handle, StoreFailures failures) {
        // In this order: another may make the environment between the two.
        boolean empty = isEmpty(handle);
        int id = number(handle, "PRAGMA application_id");
        if (id == APPLICATION_ID) {
            return true;
        }
        if (id != 0 || !empty) {
            throw failures.of(
                    "it is an SQLite database of another application",
                    "Choose another file; this one is left" + " unchanged");
        }
        return false;
    }

    static boolean isEmpty(Handle handle) {
        return number(handle, "SELECT COUNT(*) FROM sqlite_master") == 0;
    }

    /** Says in the file that it is an environment, as part of the transaction. */
    static void mark(Handle handle) {
        handle.execute("PRAGMA application_id = " + APPLICATION_ID);
    }

    /** Sets the journal mode. The file stores it: set it once, when creating the file. */
    static void setJournal(Handle handle) {
        handle.createQuery("PRAGMA journal_mode = WAL").mapTo(String.class).one();
    }

    /** Takes the write lock now; SQLite cannot wait for it later in the transaction. */
    static void claimWriting(Handle handle) {
        // Like BEGIN IMMEDIATE, which the driver would send again after a commit, and fail.
        handle.execute("DELETE FROM schema_version WHERE version = 0");
    }

    static void forbidWriting(Handle handle) {
        handle.execute("PRAGMA query_only = ON");
    }

    private static int number(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(int.class).one();
    }
}
