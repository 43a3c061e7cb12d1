package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plan asks for some hundred components with one statement, so for tens of thousands with many. None of these goes through a
 * table that grows with what the environment holds: SQLite says of each statement which it reads from beginning to end.
 */
class ScannedTablesTest {

    /** What runs once an operation, and has to see all. */
    private static final List<String> ONCE =
            List.of("LENGTH(key) = 36", "NOT EXISTS", "published = FALSE", "MAX(id)", "SELECT sha256 FROM content");

    private static final List<String> LARGE = List.of(
            "component",
            "layer",
            "reference",
            "layer_name",
            "definition",
            "definition_file",
            "solution_component",
            "content");

    @TempDir
    private Path folder;

    @Test
    void noStatementGoesThroughATableThatIsLarge() throws Exception {
        Rehearsal rehearsal = Rehearsal.in(folder);
        rehearsal.open().close();
        Set<String> statements;
        try (CountedSqlite sqlite = new CountedSqlite(step -> {})) {
            rehearsal.imports(orders(managed("Orders", "1.0.0.0"))
                    .column("contoso_order", "contoso_old", "x")
                    .zip(folder));
            rehearsal.imports(managed("Above", "1.0.0.0").merging("y").zip(folder));
            rehearsal.imports(unmanaged("Mine", "1.0.0.0").merging("z").zip(folder));
            rehearsal.imports(orders(managed("Orders", "2.0.0.0")).zip(folder));
            rehearsal.stages(orders(managed("Orders", "3.0.0.0"))
                    .column("contoso_order", "contoso_new", "x")
                    .zip(folder));
            rehearsal.applies("Orders");
            statements = sqlite.statements();
        }

        assertThat(statements).hasSizeGreaterThan(50);
        assertThat(statements.stream()
                        .filter(sql -> ONCE.stream().noneMatch(sql::contains))
                        .flatMap(sql -> scans(rehearsal, sql).stream()))
                .isEmpty();
    }

    /** Sorted, all pieces of hundreds of contents would be in memory at once. */
    @Test
    void piecesOfContentsComeInTheOrderInWhichTheyLie() throws Exception {
        Rehearsal rehearsal = Rehearsal.in(folder);
        rehearsal.open().close();
        Set<String> statements;
        try (CountedSqlite sqlite = new CountedSqlite(step -> {})) {
            rehearsal.imports(orders(managed("Orders", "1.0.0.0")).zip(folder));
            rehearsal.imports(orders(managed("Orders", "2.0.0.0")).zip(folder));
            statements = sqlite.statements();
        }

        assertThat(statements).anyMatch(sql -> sql.contains("ORDER BY c.id, k.seq"));
        assertThat(statements.stream()
                        .filter(sql -> sql.contains("k.bytes FROM"))
                        .flatMap(sql -> steps(rehearsal, sql).stream()))
                .isNotEmpty()
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    /** What the manifest lists is mostly what the package brings, and that was just written. */
    @Test
    void noStatementLooksForWhatThePackageBrings() throws Exception {
        Rehearsal rehearsal = Rehearsal.in(folder);
        rehearsal.open().close();
        try (CountedSqlite sqlite = new CountedSqlite(step -> {})) {
            rehearsal.imports(orders(managed("Orders", "1.0.0.0")).zip(folder));
            rehearsal.imports(orders(managed("Orders", "2.0.0.0")).zip(folder));

            assertThat(sqlite.statements()).noneMatch(sql -> sql.startsWith("SELECT key FROM component"));
        }
    }

    private static PackageBuilder orders(PackageBuilder solution) {
        return solution.column("contoso_order", "contoso_kept", "x")
                .mainForm("contoso_order", "main", "contoso_kept")
                .merging("x")
                .workflow("flow")
                .webResource("contoso_/script.js", "x");
    }

    /** The tables that a statement reads from beginning to end, with the statement. */
    private static List<String> scans(Rehearsal rehearsal, String sql) {
        return steps(rehearsal, sql).stream()
                .filter(step -> step.startsWith("SCAN ") && LARGE.contains(table(step.split(" ")[1], sql)))
                .map(step -> step + " in " + sql)
                .toList();
    }

    private static List<String> steps(Rehearsal rehearsal, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + rehearsal.file());
                Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (steps.next()) {
                found.add(steps.getString("detail"));
            }
        } catch (java.sql.SQLException e) {
            throw new AssertionError(sql, e);
        }
        return found;
    }

    /** What an alias stands for. */
    private static String table(String alias, String sql) {
        java.util.regex.Matcher named = java.util.regex.Pattern.compile("\\b(?:FROM|JOIN) (\\w+) " + alias + "\\b")
                .matcher(sql);
        return named.find() ? named.group(1) : alias;
    }
}
