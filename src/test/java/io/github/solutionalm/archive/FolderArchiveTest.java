package io.github.solutionalm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.archive.ArchiveException.Unsupported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArchiveTest {

    @TempDir
    private Path outside;

    private Path folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectories(outside.resolve("package"));
        Files.createDirectories(folder.resolve("Workflows/empty"));
        Files.writeString(folder.resolve("solution.xml"), "<a/>");
        Files.writeString(folder.resolve("Workflows/X.json"), "{}");
    }

    @Test
    void holdsEveryFileInTheOrderOfTheNames() throws IOException {
        Files.writeString(folder.resolve(".hidden"), "");

        try (SolutionArchive archive = Reading.open(folder)) {
            assertThat(archive.format()).isEqualTo("folder");
            assertThat(archive.size()).isEqualTo(6);
            assertThat(Reading.names(archive)).containsExactly(".hidden", "Workflows/X.json", "solution.xml");
            assertThat(Reading.text(archive, "workflows\\x.json")).isEqualTo("{}");
        }
    }

    @Test
    void hasTheSha256ThatSha256sumGivesForItsList() throws IOException {
        try (SolutionArchive archive = Reading.open(folder)) {
            // find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum
            assertThat(archive.sha256()).isEqualTo("1165691f782a88ee7ae4655329c5407b65edd6ee3e7f5ce159fb3bd14dd4c61e");
        }
    }

    @Test
    void aRenamedFileIsAnotherContent() throws IOException {
        String before = sha256();
        Files.move(folder.resolve("solution.xml"), folder.resolve("Solution.xml"));

        assertThat(sha256()).isNotEqualTo(before);
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        Files.createSymbolicLink(folder.resolve("copy.xml"), Path.of("solution.xml"));
        Files.createSymbolicLink(folder.resolve("Flows"), Path.of("Workflows"));

        try (SolutionArchive archive = Reading.open(folder)) {
            assertThat(Reading.text(archive, "copy.xml")).isEqualTo("<a/>");
            assertThat(Reading.text(archive, "Flows/X.json")).isEqualTo("{}");
        }
    }

    @Test
    void mayItselfBeALink() throws IOException {
        Path link = Files.createSymbolicLink(outside.resolve("link"), folder);

        try (SolutionArchive archive = Reading.open(link)) {
            assertThat(Reading.text(archive, "solution.xml")).isEqualTo("<a/>");
        }
    }

    @Test
    void refusesLinksThatLeave() throws IOException {
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(folder.resolve("a"), Path.of("../secret"));

        refusesAsUnsupported("symbolic link out of the folder");
    }

    @Test
    void refusesFolderLinksThatLeave() throws IOException {
        Files.createDirectories(outside.resolve("package2"));
        Files.createSymbolicLink(folder.resolve("a"), outside.resolve("package2"));

        refusesAsUnsupported("symbolic link out of the folder");
    }

    @Test
    void refusesLinksToNothing() throws IOException {
        Files.createSymbolicLink(folder.resolve("a"), Path.of("nowhere"));

        refusesAsUnsupported("symbolic link out of the folder");
    }

    @Test
    void refusesLinksInACircle() throws IOException {
        Files.createSymbolicLink(folder.resolve("Workflows/a"), folder);

        refusesAsUnsupported("symbolic link to a parent folder");
    }

    @Test
    void aFileThatGrowsAfterwardsIsNotReadFurther() throws IOException {
        try (SolutionArchive archive = Reading.open(folder)) {
            Files.writeString(folder.resolve("solution.xml"), "<longer/>");

            assertThatThrownBy(() -> Reading.text(archive, "solution.xml")).isInstanceOf(Corrupt.class);
        }
    }

    @Test
    void stopsAtTheLimitOfEntries() {
        ArchiveLimits two = new ArchiveLimits(2, 100, 100, 10, 100);

        assertThatThrownBy(() -> Archives.open(folder, two))
                .isInstanceOf(OverLimit.class)
                .hasMessageContaining("3; the limit is 2");
    }

    private String sha256() throws IOException {
        try (SolutionArchive archive = Reading.open(folder)) {
            return archive.sha256();
        }
    }

    private void refusesAsUnsupported(String message) {
        assertThatThrownBy(() -> Reading.open(folder))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(message);
    }
}
