package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is known by its SHA-256: made a second time, of the same content, it is the same package. */
class PackageBuilderTest {

    @TempDir
    private Path folder;

    @Test
    void doesNotSayWhenItWasMade() throws Exception {
        Path file = managed("Orders", "1.0").webResource("contoso_/a.js", "a").zip(folder);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .isNotEmpty()
                    .extracting(ZipEntry::getTimeLocal)
                    .allSatisfy(time -> assertThat(time.getYear()).isLessThanOrEqualTo(1980));
        }
    }
}
