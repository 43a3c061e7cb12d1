package io.github.solutionalm.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Words for what can go wrong with an environment's file: what was tried, why it failed, what to do. */
record StoreFailures(String tried, Path file) {

    private static final String ELSEWHERE = " <environment><url> or -Dsolution.environment says which file it is.";

    StoreException of(String reason, String fix) {
        return new StoreException(message(reason, fix));
    }

    StoreException of(String reason, String fix, Exception cause) {
        return new StoreException(message(reason, fix), cause);
    }

    StoreException of(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return of(e.getMessage(), "This is a fault of the plugin: please report it", e);
    }

    StoreException of(DamageException e) {
        return of(
                "the environment is damaged: " + e.getMessage(),
                "Restore the file from a backup, or delete it and import the solutions again",
                e);
    }

    /** Whether somebody else has the file for the moment. */
    static boolean isBusy(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                int code = sql.getErrorCode() & 0xff;
                return code == 5 || code == 6;
            }
        }
        return false;
    }

    /** A failure that SQLite reports, by its result code (https://sqlite.org/rescode.html). */
    private StoreException of(SQLException e) {
        return switch (e.getErrorCode() & 0xff) {
            case 5, 6 ->
                of("another process is writing to it and did not finish", "Try again when it has" + " finished", e);
            case 8 -> of("the file is read-only", "Make it writable, or choose another file", e);
            case 11 ->
                of(
                        "the file is damaged (" + e.getMessage() + ")",
                        "Restore it from a backup, or delete it and import the solutions again",
                        e);
            case 13 -> of("the disk is full", "Free some space and try again; nothing of the operation was kept", e);
            case 14 -> of("the file can't be opened", "Check the path and the permissions", e);
            case 26 -> of("it is not an SQLite database", "Choose another file; this one is left unchanged", e);
            default ->
                of("SQLite says: " + e.getMessage(), "If the problem persists, check the disk and the" + " file", e);
        };
    }

    private String message(String reason, String fix) {
        return "Tried to " + tried + " " + file + " but failed because: " + reason + ". " + fix + "." + ELSEWHERE;
    }
}
