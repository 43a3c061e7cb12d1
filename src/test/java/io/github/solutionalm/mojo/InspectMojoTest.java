package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.packages.PackageSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.MojoExtension;
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

    @Test
    void sourcesAreNamedWithTheWayToAPackage() throws Exception {
        Path sources = Files.createDirectories(directory.resolve("sp/src"));
        Files.createFile(Files.createDirectory(sources.resolve("Other")).resolve("Solution.xml"));
        InspectMojo inspect = new InspectMojo(new TestBuild(directory, true).build);
        MojoExtension.setVariableValueToObject(inspect, "file", "sp/src/Other");

        assertThatThrownBy(inspect::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "Tried to inspect Other but failed because: 0x80048060 ImportCustomizationsBadZipFileError: The"
                                + " folder is not a solution package: it is a source tree of SolutionPackager or 'pac"
                                + " solution unpack',"
                                + " with Other/Solution.xml in " + sources
                                + ". Name that folder as the package, with <file> or -Dsolution.file=" + sources
                                + ", and it is packed first; or make a package of it with solution:pack, or in a module"
                                + " of the packaging 'solution'.");
    }
}
