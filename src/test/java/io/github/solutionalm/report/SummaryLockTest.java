package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryLockTest {

    @TempDir
    Path folder;

    @Test
    void aLinkInPlaceOfTheLockIsNeverFollowed() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Path lock = Files.createSymbolicLink(folder.resolve(".summary.json.lock"), elsewhere);

        assertRefused("it is a symbolic link");
        assertThat(elsewhere).doesNotExist();

        Files.delete(lock);
        SummaryLock.with(folder.resolve("summary.json"), () -> Files.createFile(elsewhere));
        assertThat(elsewhere).exists();
    }

    @Test
    void whatIsNoFileIsNotOpened() throws IOException {
        Files.createDirectory(folder.resolve(".summary.json.lock"));

        assertRefused("it is no file");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> SummaryLock.with(folder.resolve("summary.json"), () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".summary.json.lock")
                .hasMessageContaining(reason)
                .hasMessageContaining("Delete it")
                .hasMessageContaining("-Dsolution.outputDirectory");
    }
}
