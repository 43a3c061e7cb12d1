package io.github.solutionalm.mojo.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.mojo.build.BaseDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a source tree is looked for. */
class SourceFolderTest {

    @TempDir
    private Path project;

    @Test
    void theConfiguredFolder() throws Exception {
        tree("sources");
        tree("src/main/solution");
        assertThat(existing(new File("sources"))).isEqualTo(project.resolve("sources"));
    }

    @Test
    void theFolderOfMavenAndElseThatOfPac() throws Exception {
        tree("src");
        assertThat(existing(null)).isEqualTo(project.resolve("src"));
        tree("src/main/solution");
        assertThat(existing(null)).isEqualTo(project.resolve("src/main/solution"));
    }

    @Test
    void noSourceTreeSaysWhereItLookedAndWhatToDo() {
        assertThatThrownBy(() -> existing(null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "neither " + project.resolve("src/main/solution") + " nor " + project.resolve("src"))
                .hasMessageContaining("-Dsolution.sourceDirectory")
                .hasMessageContaining("mvn solution:unpack");
    }

    @Test
    void aConfiguredFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> existing(new File("sorces")))
                .hasMessageContaining(project.resolve("sorces") + " does not exist")
                .hasMessageContaining("<sourceDirectory> or -Dsolution.sourceDirectory");
    }

    @Test
    void unpackingGoesWhereATreeIsAndElseToTheFolderOfMaven() throws Exception {
        assertThat(SourceFolder.target(Optional.empty(), new BaseDirectory(project)))
                .isEqualTo(project.resolve("src/main/solution"));
        tree("src");
        assertThat(SourceFolder.target(Optional.empty(), new BaseDirectory(project)))
                .isEqualTo(project.resolve("src"));
    }

    @Test
    void theFolderOfPacIsNotSharedWithOtherSources() throws Exception {
        tree("src");
        Files.createDirectories(project.resolve("src/test/java"));
        assertThatThrownBy(() -> existing(null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The source tree " + project.resolve("src") + " also has the folder test")
                .hasMessageContaining("into " + project.resolve("src/main/solution"));
    }

    private void tree(String folder) throws IOException {
        Path other = Files.createDirectories(project.resolve(folder).resolve("Other"));
        Files.writeString(other.resolve("Solution.xml"), "<ImportExportXml/>");
    }

    private Path existing(File configured) throws MojoExecutionException {
        return SourceFolder.existing(Optional.ofNullable(configured), new BaseDirectory(project));
    }
}
