package io.github.solutionalm.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole or not at all. */
class WholeFileTest {

    @TempDir
    private Path directory;

    @Test
    void takesThePlaceOfTheFileThatWasThere() throws IOException {
        Path file = Files.writeString(directory.resolve("file.txt"), "old");

        WholeFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertThat(file).hasContent("new");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void isNotThereUntilItIsWhole() throws IOException {
        Path file = directory.resolve("in/a/folder/file.txt");

        try (WholeFile whole = WholeFile.prepare(file, out -> out.write('x'))) {
            assertThat(file).doesNotExist();
            whole.moveIntoPlace();
        }

        assertThat(file).hasContent("x");
    }

    @Test
    void whatFailsLeavesTheOldFileAndNoHalfOne() throws IOException {
        Path file = Files.writeString(directory.resolve("file.txt"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");

        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }
}
