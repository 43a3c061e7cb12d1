package io.github.solutionalm.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes of an environment that a package was imported into one that holds the version before: with a lower version, other
 * content in every tenth component, and a twin of every twentieth, with what that refers to, which an upgrade deletes.
 */
final class PreviousVersion {

    private static final List<String> STATEMENTS = List.of(
            "UPDATE solution SET version = '0.0.0.1' WHERE id > 2",
            "UPDATE layer SET definition = (SELECT MIN(id) FROM definition) WHERE component % 10 = 0",
            """
            INSERT INTO component (id, type, key, name, parent_type, parent_key, published, state)
            SELECT id + (SELECT MAX(id) FROM component), type, key || '_twin', name, parent_type, parent_key, published, state
            FROM component WHERE id % 20 = 0
            """,
            """
            INSERT INTO layer (id, component, owner, definition)
            SELECT l.id + (SELECT MAX(id) FROM layer), twin.id, l.owner, l.definition
            FROM layer l
            JOIN component c ON c.id = l.component
            JOIN component twin ON twin.type = c.type AND twin.key = c.key || '_twin'
            WHERE l.owner > 2
            """,
            """
            INSERT INTO reference (layer, target_type, target_key)
            SELECT twin.id, r.target_type, r.target_key
            FROM layer twin
            JOIN component c ON c.id = twin.component
            JOIN component original ON original.type = c.type AND original.key || '_twin' = c.key
            JOIN layer l ON l.component = original.id AND l.owner = twin.owner
            JOIN reference r ON r.layer = l.id
            """);

    private PreviousVersion() {}

    static void of(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : STATEMENTS) {
                statement.executeUpdate(sql);
            }
            connection.commit();
        }
    }
}
