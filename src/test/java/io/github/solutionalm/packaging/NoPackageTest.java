package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is named as a package and is none is refused with the way to the one that was meant. */
class NoPackageTest {

    @TempDir
    private Path directory;

    @Test
    void aFolderThatIsTooHighLeadsToTheRightOne() throws Exception {
        Files.writeString(Files.createDirectory(directory.resolve("inner")).resolve("solution.xml"), "<a/>");

        refuses(directory, "the package lies in the folder inner. Name that folder as the package.");
    }

    @Test
    void aZipOfAFolderIsToBeMadeOfItsContent() throws Exception {
        Path zip = directory.resolve("X.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inner/solution.xml"));
        }

        refuses(zip, "the package lies in the folder inner. Zip the content of that folder, not the folder itself.");
    }

    @Test
    void whatIsWrongWithAFileIsAWholeSentence() throws Exception {
        Path pointer = directory.resolve("X.zip");
        Files.writeString(pointer, "version https://git-lfs.github.com/spec/v1\n");

        refuses(pointer, "Run \"git lfs pull\".");
    }

    private static void refuses(Path file, String ending) {
        assertThatThrownBy(() -> OpenedPackage.open(file, Optional.empty()).close())
                .isInstanceOf(RefusalException.class)
                .hasMessageEndingWith(ending);
    }
}
