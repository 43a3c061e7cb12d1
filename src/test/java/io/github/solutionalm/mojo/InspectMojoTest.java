package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectMojoTest {

    @TempDir
    private Path directory;

    @Test
    void aPackageThatIsRefusedIsNamed() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("Contoso_1_0_managed"));
        PackageSelection.Selected selected = PackageSelection.select(
                        List.of(), folder.toString(), new BaseDirectory(directory))
                .get(0);

        assertThatThrownBy(() -> InspectMojo.inspect(selected, "inspect"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Tried to inspect Contoso_1_0_managed but failed because: 0x80048060 ")
                .hasMessageContaining("solution.xml");
    }
}
