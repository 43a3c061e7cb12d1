package io.github.solutionalm.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Rows for one statement, sent together: Jdbi's own batches take twice as long, and hundreds of thousands of rows go this
 * way. Whoever fills several batches sends them in the order in which their rows need each other.
 */
final class Batch implements AutoCloseable {

    private final PreparedStatement statement;
    private int rows;

    Batch(Handle handle, String sql) {
        try {
            statement = handle.getConnection().prepareStatement(sql);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Adds a row; null stands for NULL. */
    void add(Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            rows++;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** How many rows were not sent yet. */
    int rows() {
        return rows;
    }

    void send() {
        if (rows == 0) {
            return;
        }
        try {
            statement.executeBatch();
            rows = 0;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** As Jdbi does for its own statements. */
    private static final class Failure extends JdbiException {

        private static final long serialVersionUID = 1L;

        Failure(SQLException cause) {
            super(cause);
        }
    }
}
