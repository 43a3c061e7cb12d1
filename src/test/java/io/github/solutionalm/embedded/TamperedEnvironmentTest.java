package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that was changed by hand or damaged: whatever is asked of it works, or is refused in words. {@code -Pthorough} tries
 * each use after every fourth change, {@code -Dsolution.tampered=1} after every one, which takes minutes.
 */
@Timeout(1800)
class TamperedEnvironmentTest {

    private static final List<String> VALUES = List.of(
            "NULL",
            "'rubbish'",
            "''",
            "-1",
            "0",
            "9000000000000000000",
            "x'00FF'",
            "1.5",
            "rowid",
            "id",
            "key",
            "patch");

    /** Uses that only look, or touch little, and take milliseconds: each comes after every change. */
    private static final Set<String> QUICK = Set.of("list", "effective", "publish");
    /** Of the others each comes after one in so many changes: of each column some values, of the twelve that there are. */
    private static final int STEP = Integer.getInteger("solution.tampered", 13);

    @TempDir
    private Path folder;

    private Path sound;
    private Path again;
    private Path next;
    private Path last;

    /** What is done with an environment. */
    private interface Use {
        void of(Rehearsal rehearsal) throws SolutionException, IOException;
    }

    @BeforeEach
    void environment() throws Exception {
        sound = folder.resolve("sound.db");
        again = orders("1.0.0.0").zip(folder);
        next = orders("2.0.0.0").webResource("contoso_/next.js", "next").zip(folder);
        last = orders("3.0.0.0").zip(folder);
        Rehearsal.at(sound)
                .holding(
                        again,
                        managed("Orders_Patch", "1.0.1.0")
                                .patchOf("Orders")
                                .webResource("contoso_/order.js", "patched")
                                .zip(folder),
                        unmanaged("Mine", "1.0.0.0")
                                .webResource("contoso_/order.js", "my own text")
                                .zip(folder));
        Rehearsal.at(sound).stages(next);
    }

    private static PackageBuilder orders(String version) {
        return managed("Orders", version)
                .column("contoso_order", "contoso_mail", "Mail " + version)
                .webResource("contoso_/order.js", "of " + version)
                .webResource("contoso_/shared.js", "the text that stays");
    }

    private Map<String, Use> uses() {
        Map<String, Use> uses = new LinkedHashMap<>();
        uses.put("list", rehearsal -> {
            try (EmbeddedEnvironment environment = rehearsal.open()) {
                environment.list(false);
                environment.list(true);
            }
        });
        uses.put("effective", rehearsal -> {
            try (EmbeddedEnvironment environment = rehearsal.open()) {
                environment.list((key, xml) -> {});
            }
        });
        uses.put(
                "plan",
                rehearsal ->
                        rehearsal.plans(Rehearsal.importing(last, options().leftoverUpgrade(LeftoverUpgrade.DISCARD))));
        uses.put(
                "import",
                rehearsal -> rehearsal.imports(
                        again, options().sameVersion(SameVersion.IMPORT).leftoverUpgrade(LeftoverUpgrade.DISCARD)));
        uses.put("upgrade", rehearsal -> {
            rehearsal.applies("Orders");
            rehearsal.imports(last);
        });
        uses.put(
                "stage",
                rehearsal -> rehearsal.imports(
                        last, options().action(Action.STAGE).leftoverUpgrade(LeftoverUpgrade.DISCARD)));
        uses.put("apply", rehearsal -> rehearsal.applies("Orders"));
        uses.put("publish", rehearsal -> {
            try (EmbeddedEnvironment environment = rehearsal.open()) {
                environment.publish(new PublishRequest(Duration.ofMinutes(1)), ImportListener.NONE);
            }
        });
        return uses;
    }

    @Test
    void whateverStandsInAColumnNothingBreaks() throws Exception {
        List<String> broken = new ArrayList<>();
        List<Use> uses = List.copyOf(uses().values());
        List<String> names = List.copyOf(uses().keySet());
        int turn = 0;
        for (String change : changes()) {
            Path file = folder.resolve("tampered.db");
            Files.copy(sound, file);
            if (change(file, change)) {
                turn++;
                for (int i = 0; i < uses.size(); i++) {
                    if (QUICK.contains(names.get(i)) || (turn + i) % STEP == 0) {
                        String end = end(file, uses.get(i));
                        if (!end.isEmpty()) {
                            broken.add(names.get(i) + " after " + change + ": " + end);
                        }
                    }
                }
            }
            Files.delete(file);
        }
        assertThat(broken).isEmpty();
        assertThat(turn).isGreaterThan(100);
    }

    /** Empty when it works or is refused in words. */
    private String end(Path tampered, Use use) throws IOException {
        Path file = folder.resolve("used.db");
        Files.copy(tampered, file);
        try {
            use.of(Rehearsal.at(file));
            return "";
        } catch (SolutionException e) {
            return e.getMessage().contains("fault of the plugin") ? e.getMessage() : "";
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + " at " + (trace.length == 0 ? "" : List.of(trace).subList(0, Math.min(4, trace.length)));
        } finally {
            Files.delete(file);
        }
    }

    private List<String> changes() throws SQLException {
        List<String> changes = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sound);
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(
                        """
                        SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
                        """)) {
            while (columns.next()) {
                for (String value : VALUES) {
                    changes.add("UPDATE OR IGNORE %s SET %s = %s"
                            .formatted(
                                    columns.getString(1),
                                    columns.getString(2),
                                    value.equals("patch")
                                            ? "(SELECT MAX(s.id) FROM solution s WHERE s.patch_of IS NOT NULL)"
                                            : value));
                }
            }
        }
        return changes;
    }

    /** Whether it can be made. */
    private static boolean change(Path file, String change) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(change) > 0;
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void aContentThatIsNotWhatWasWrittenIsRefused() throws Exception {
        for (String sql : List.of(
                "UPDATE content_chunk SET bytes = CAST(replace(CAST(bytes AS TEXT), 'a', 'e') AS BLOB)",
                "DELETE FROM content_chunk")) {
            Path file = folder.resolve("flipped.db");
            Files.copy(sound, file);
            EnvironmentDump.change(file, sql);
            assertRefused(file);
            Files.delete(file);
        }
    }

    @Test
    void bytesThatWereFlippedInTheFileAreNoticed() throws Exception {
        Path file = folder.resolve("flipped.db");
        byte[] bytes = Files.readAllBytes(sound);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int flipped = 0;
        for (int at = text.indexOf("the text that stays"); at >= 0; at = text.indexOf("the text that stays", at + 1)) {
            bytes[at] ^= 1;
            flipped++;
        }
        assertThat(flipped).isPositive();
        Files.write(file, bytes);

        assertRefused(file, "import").hasMessageContaining("WebResource");
        assertRefused(file, "apply").hasMessageContaining("WebResource");
    }

    private void assertRefused(Path file) throws Exception {
        for (String use : List.of("effective", "plan", "import", "upgrade", "stage", "apply")) {
            assertRefused(file, use);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file, String use) throws IOException {
        Path copy = folder.resolve("copy.db");
        Files.copy(file, copy);
        try {
            return assertThatThrownBy(() -> uses().get(use).of(Rehearsal.at(copy)))
                    .as(use)
                    .isInstanceOf(SolutionException.class)
                    .hasMessageContaining("the environment is damaged: the content ")
                    .hasMessageContaining("it belongs to ")
                    .hasMessageContaining("delete it and import the solutions again");
        } finally {
            Files.delete(copy);
        }
    }
}
