package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.text.PortableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of the reports bears the solution's name, and no name leads out of the output directory. */
class ReportFolderTest {

    @TempDir
    private Path output;

    @Test
    void bearsTheNamesOfEnvironmentAndSolutionAndCounts() throws Exception {
        assertThat(next(ResultFixture.upgrade())).isEqualTo(output.resolve("rehearsal/ContosoOrders/1-import"));
        assertThat(next(ResultFixture.upgrade())).isEqualTo(output.resolve("rehearsal/ContosoOrders/2-import"));

        Files.createDirectories(output.resolve("rehearsal/ContosoOrders/41-apply-upgrade"));
        Files.createDirectories(output.resolve("rehearsal/ContosoOrders/x-1"));
        assertThat(next(ResultFixture.upgrade())).isEqualTo(output.resolve("rehearsal/ContosoOrders/42-import"));
    }

    @ParameterizedTest
    @CsvSource({
        "test, jdbc:sqlite:/a/b.db, test",
        "jdbc:sqlite:b.db, jdbc:sqlite:/a/b.db, b",
        "jdbc:sqlite:b.db?x=y, jdbc:sqlite:/a/b.db?x=y, b",
        "https://contoso.crm4.dynamics.com/, https://contoso.crm4.dynamics.com/, contoso.crm4.dynamics.com",
        "https://localhost:8080, https://localhost:8080, localhost"
    })
    void anEnvironmentWithoutAnIdGoesByItsFileOrHost(String id, String url, String name) throws Exception {
        EnvironmentId environment = new EnvironmentId(id, "embedded", url);
        assertThat(next(ResultFixture.upgrade().in(environment)).getParent().getParent())
                .isEqualTo(output.resolve(name));
    }

    private Path next(ResultFixture result) throws Exception {
        return ReportFolder.next(result.build(), output);
    }

    @ParameterizedTest
    @CsvSource({
        "lib/broken.zip, broken",
        "C:\\packages\\broken.v2.cab, broken.v2",
        "src/solutions/Unzipped/, Unzipped",
        "no-extension, no-extension",
        ".zip, .zip",
        "a b (1).zip, a b (1)",
        "effective.zip, effective"
    })
    void bearsTheFileNameWhenThereIsNoManifest(String file, String name) throws Exception {
        assertThat(next(ResultFixture.upgrade().unreadable(file)).getParent())
                .isEqualTo(output.resolve("rehearsal").resolve(PortableName.of(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                " ",
                "../../etc",
                "/etc/passwd",
                "..\\..\\windows",
                "C:",
                "a/../../b",
                "\0",
                "nul",
                "CON.txt",
                "aux",
                "COM1",
                "name.",
                "trailing ",
                "a:b",
                "*?",
                "summary.json",
                "\uD800",
                "日本語"
            })
    void staysWithinTheOutputDirectory(String name) throws Exception {
        Path folder = next(ResultFixture.upgrade().named(name, "x")).getParent();

        assertThat(folder.getParent()).isEqualTo(output.resolve("rehearsal"));
        assertThat(folder.getFileName().toString()).isEqualTo(PortableName.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "CON", "a/b", "*", "summary.json"})
    void doesSoWhateverTheEnvironmentIsCalled(String id) throws Exception {
        EnvironmentId environment = new EnvironmentId(id, "embedded", "jdbc:sqlite:/a/b.db");

        assertThat(next(ResultFixture.upgrade().in(environment)).getParent().getParent())
                .isEqualTo(output.resolve(PortableName.of(id)));
    }

    @Test
    void isMadeForOneOperationAloneThoughOthersRunBesideIt() throws Exception {
        Callable<List<Path>> several = () -> {
            List<Path> made = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                made.add(next(ResultFixture.upgrade()));
            }
            return made;
        };
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Path> all = new ArrayList<>();
        try {
            for (Future<List<Path>> made : pool.invokeAll(Collections.nCopies(4, several))) {
                all.addAll(made.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(all).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void isNeverTooLongForAFileSystem() throws Exception {
        Path folder =
                next(ResultFixture.upgrade().named("x".repeat(5_000), "x")).getParent();

        assertThat(folder.getFileName().toString()).hasSize(100);
    }
}
