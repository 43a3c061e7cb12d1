package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.File;
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
        OpenPackages opened = new OpenPackages();
        PackageSelection.Selected selected = new TestBuild(directory, true)
                .selection(opened, new RecordingLog())
                .select(PackagesAsked.of(List.of(), folder.toString(), ""))
                .get(0);

        assertThatThrownBy(() -> InspectMojo.inspect(selected, "inspect", opened))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Tried to inspect Contoso_1_0_managed but failed because: 0x80048060 ")
                .hasMessageContaining("solution.xml");
    }

    @Test
    void sourcesAreNamedWithTheWayToAPackage() throws Exception {
        Path sources = Files.createDirectories(directory.resolve("sp/src"));
        Files.createFile(Files.createDirectory(sources.resolve("Other")).resolve("Solution.xml"));
        InspectMojo inspect = new InspectMojo(new TestBuild(directory, true).build);
        MojoExtension.setVariableValueToObject(inspect, "outputDirectory", new File("target"));
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
