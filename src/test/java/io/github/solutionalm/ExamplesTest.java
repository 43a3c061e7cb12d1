package io.github.solutionalm;

import static io.github.solutionalm.QuickstartRun.BASE;
import static io.github.solutionalm.QuickstartRun.NEXT_ORDERS;
import static io.github.solutionalm.QuickstartRun.ORDERS;
import static io.github.solutionalm.QuickstartRun.PATCH;
import static io.github.solutionalm.QuickstartRun.TWEAKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.server.Packages;
import io.github.solutionalm.embedded.SnapshotFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show of files and of the console is what goals write and print, key by key and line by line. */
class ExamplesTest {

    private static final List<String> WRITTEN = new ArrayList<>();
    private static final List<String> PRINTED = new ArrayList<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void theQuickstart() throws IOException {
        QuickstartRun run = new QuickstartRun(folder.resolve("quickstart"));
        run.undeclared("inspect", BASE, ORDERS);
        run.undeclared("settings", ORDERS);
        PRINTED.add(run.undeclared("diff", Map.of("against", QuickstartRun.path(ORDERS)), NEXT_ORDERS));
        run.rehearsing("import", Map.of("lowerVersion", "skip", "publish", true), BASE, ORDERS, PATCH, TWEAKS);
        run.rehearsing("list", Map.of("components", true));
        run.rehearsing("plan", Map.of(), NEXT_ORDERS);
        run.rehearsing("stage-upgrade", Map.of(), NEXT_ORDERS);
        run.rehearsing("list", Map.of());
        WRITTEN.addAll(run.written());
    }

    @BeforeAll
    static void whatIsRefused() throws IOException {
        QuickstartRun run = new QuickstartRun(folder.resolve("refused"));
        PRINTED.add(
                run.rehearsing("import", Map.of(), Packages.zip(ORDERS, folder).toString()));
        WRITTEN.addAll(run.written());
    }

    @BeforeAll
    static void whatVerifyFinds() throws IOException {
        QuickstartRun run = new QuickstartRun(folder.resolve("verified"));
        run.undeclared("import", BASE, ORDERS, TWEAKS);
        PRINTED.add(run.undeclared("verify"));
    }

    @BeforeAll
    static void aSnapshot() throws IOException, SolutionException {
        Path directory = folder.resolve("captured");
        EnvironmentSnapshot.Origin origin = new EnvironmentSnapshot.Origin(
                "https://contoso.crm.dynamics.com",
                "5f2b1c9e-7a1d-4a52-8c0b-3f6f2f0a9d11",
                "9.2.24104.179",
                Instant.parse("2026-11-22T14:52:46Z"));
        SnapshotFile.write(
                new EnvironmentSnapshot(
                        origin,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new EnvironmentSnapshot.Looks(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of())),
                directory.resolve("target/rehearsal.db"),
                Clock.systemUTC());
        QuickstartRun run = new QuickstartRun(directory);
        run.rehearsing("list", Map.of());
        WRITTEN.addAll(run.written());
    }

    static List<Example> ofFiles() {
        return examples("files.md");
    }

    @ParameterizedTest
    @MethodSource
    void ofFiles(Example example) {
        assertShown(example, WRITTEN);
    }

    static List<Example> ofTheConsole() {
        return Stream.of("errors.md", "plan-and-gates.md")
                .flatMap(page -> examples(page).stream())
                .filter(example -> example.text().startsWith("["))
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void ofTheConsole(Example example) {
        assertShown(example, PRINTED);
    }

    private static List<Example> examples(String page) {
        return Page.read(Page.DOCS.resolve(page)).blocks("").stream()
                .map(Example::new)
                .toList();
    }

    private static void assertShown(Example example, List<String> real) {
        assertThat(real.stream().map(example::missingIn)).as(example.text()).contains(List.of());
    }
}
