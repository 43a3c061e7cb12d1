package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.text.PortableName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of the reports bears the solution's name, and no name leads out of the output directory. */
class ReportFolderTest {

    private static final Path OUTPUT = Path.of("target", "solution").toAbsolutePath();

    @Test
    void bearsTheUniqueName() {
        assertThat(ReportFolder.of(ResultFixture.upgrade().build(), OUTPUT)).isEqualTo(OUTPUT.resolve("ContosoOrders"));
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
    void bearsTheFileNameWhenThereIsNoManifest(String file, String name) {
        assertThat(ReportFolder.of(ResultFixture.upgrade().unreadable(file).build(), OUTPUT))
                .isEqualTo(OUTPUT.resolve(PortableName.of(name)));
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
    void staysWithinTheOutputDirectory(String name) {
        Path folder = ReportFolder.of(ResultFixture.upgrade().named(name, "x").build(), OUTPUT);

        assertThat(folder.getParent()).isEqualTo(OUTPUT);
        assertThat(folder.getFileName().toString()).isEqualTo(PortableName.of(name));
    }

    @Test
    void isNeverTooLongForAFileSystem() {
        Path folder = ReportFolder.of(
                ResultFixture.upgrade().named("x".repeat(5_000), "x").build(), OUTPUT);

        assertThat(folder.getFileName().toString()).hasSize(100);
    }
}
