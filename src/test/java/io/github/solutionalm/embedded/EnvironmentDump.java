package io.github.solutionalm.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What an environment's file holds, as text to compare. */
final class EnvironmentDump {

    private static final List<String> CONTENT = List.of(
            "SELECT unique_name, friendly_name, version, managed, install_order FROM solution",
            "SELECT type, key, name, parent_type, parent_key, published, state FROM component",
            """
            SELECT c.type, c.key, s.unique_name, l.name, hex(d.hash) FROM layer l JOIN component c ON c.id = l.component
            JOIN solution s ON s.id = l.owner LEFT JOIN definition d ON d.id = l.definition
            """,
            """
            SELECT s.unique_name, c.type, c.key, m.behavior FROM solution_component m
            JOIN solution s ON s.id = m.solution JOIN component c ON c.id = m.component
            """,
            """
            SELECT c.type, c.key, r.target_type, r.target_key FROM reference r
            JOIN layer l ON l.id = r.layer JOIN component c ON c.id = l.component
            """,
            """
            SELECT c.type, c.key, s.unique_name, n.type, n.name FROM layer_name n
            JOIN layer l ON l.id = n.layer JOIN component c ON c.id = l.component JOIN solution s ON s.id = l.owner
            """,
            """
            SELECT hex(d.hash), f.name, hex(c.sha256) FROM definition d
            LEFT JOIN definition_file f ON f.definition = d.id LEFT JOIN content c ON c.id = f.content
            """);

    private EnvironmentDump() {}

    /** Solutions, components, layers, definitions: without ids and times, so that two environments compare. */
    static String content(Path database) {
        return dump(database, CONTENT);
    }

    /** Every row of every table except the import jobs. */
    static String everything(Path database) {
        return dump(
                database,
                rows(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").stream()
                        .filter(table -> !table.startsWith("import_job"))
                        .map(table -> "SELECT '" + table + "', * FROM " + table)
                        .toList());
    }

    private static String dump(Path database, List<String> queries) {
        return queries.stream()
                .flatMap(query -> rows(database, query).stream().sorted())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> rows(Path database, String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    Object value = result.getObject(i);
                    values.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
                }
                rows.add(String.join(" | ", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void change(Path database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connect(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }
}
