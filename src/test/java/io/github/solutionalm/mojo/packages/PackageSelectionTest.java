package io.github.solutionalm.mojo.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.mojo.build.BaseDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageSelectionTest {

    @TempDir
    private Path base;

    @Test
    void thePropertyReplacesTheConfiguration() throws Exception {
        Files.createFile(base.resolve("a.zip"));
        Files.createDirectory(base.resolve("b"));
        assertThat(select(List.of(new PackageParameter(new File("configured.zip"))), "a.zip, b,"))
                .extracting(PackageSelection.Selected::file)
                .containsExactly(base.resolve("a.zip"), base.resolve("b"));
    }

    @Test
    void noPackageSaysHowToNameOne() {
        assertThatThrownBy(() -> select(List.of(), " "))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<packages><package><file>")
                .hasMessageContaining("-Dsolution.file");
    }

    @Test
    void aMissingFileIsNamedWithItsWholePath() {
        assertThatThrownBy(() -> select(List.of(), "sub/../a.zip"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(base.resolve("a.zip") + " does not exist");
    }

    @Test
    void aPackageHasAFile() {
        assertThatThrownBy(() -> select(List.of(new PackageParameter()), "")).hasMessageContaining("no <file>");
    }

    private List<PackageSelection.Selected> select(List<PackageParameter> configured, String files)
            throws MojoExecutionException, IOException {
        return PackageSelection.select(configured, files, new BaseDirectory(base));
    }
}
