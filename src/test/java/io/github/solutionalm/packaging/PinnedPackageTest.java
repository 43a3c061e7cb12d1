package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pin is the hash of the file or that of its content; what has neither is refused. */
class PinnedPackageTest {

    private static final Path ORDERS = Path.of("src/it/quickstart/solutions/ContosoOrders_1_0_0_0_managed");

    @TempDir
    private Path folder;

    private Path repacked;
    private String content;

    @BeforeEach
    void packedAgain() throws Exception {
        repacked = RewrittenPackage.write(ORDERS, folder.resolve("orders.zip"), new Random(3));
        content = PackageInspector.inspect(ORDERS, Optional.empty())
                .file()
                .contentSha256()
                .orElseThrow();
    }

    private static PackageFile opened(Path file, String pin) throws SolutionException {
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.of(pin))) {
            return opened.file();
        }
    }

    @Test
    void byTheFileAloneWithoutALookAtTheContent() throws Exception {
        String sha256 = OpenedPackage.describe(repacked).sha256();

        PackageFile file = opened(repacked, " " + sha256.toUpperCase(Locale.ROOT) + "\n");

        assertThat(file.sha256()).isEqualTo(sha256);
        assertThat(file.contentSha256()).isEmpty();
    }

    @Test
    void byTheContentOfAnyFormat() throws Exception {
        assertThat(opened(ORDERS, content).contentSha256()).contains(content);
        assertThat(opened(repacked, content.toUpperCase(Locale.ROOT)).contentSha256())
                .contains(content);
        assertThat(PackageInspector.inspect(repacked, Optional.of(content)).file())
                .isEqualTo(OpenedPackage.describe(repacked).saying(content));
    }

    @Test
    void aPackageThatIsKeptOpenIsHeldAgainstThePin() throws Exception {
        try (OpenPackages packages = new OpenPackages()) {
            packages.head(repacked, Optional.empty());
            packages.head(repacked, Optional.of(content));
            assertThat(packages.head(repacked, Optional.of(content)).file().contentSha256())
                    .contains(content);
            assertThatThrownBy(() -> packages.head(repacked, Optional.of("0".repeat(64))))
                    .isInstanceOf(RefusalException.class);
        }
    }

    @Test
    void whatHasNeitherIsRefusedWithBothHashes() {
        assertThatThrownBy(() -> opened(repacked, "0".repeat(64)))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("orders.zip has the SHA-256 ")
                .hasMessageContaining(", and its content " + content + ", but the POM pins 0000")
                .hasMessageContaining("find out who changed the package.");
    }

    @Test
    void whatIsNotReadableHasNoContent() throws IOException {
        Path bare = Files.createDirectory(folder.resolve("bare"));
        Files.writeString(bare.resolve("solution.xml"), "<ImportExportXml>");
        Files.writeString(bare.resolve("customizations.xml"), "<ImportExportXml/>");
        Files.writeString(bare.resolve("[Content_Types].xml"), "<Types/>");

        assertThatThrownBy(() -> opened(bare, content))
                .isInstanceOf(RefusalException.class)
                .hasMessageMatching(".*has the SHA-256 \\p{XDigit}{64}, but the POM pins .*");
    }
}
