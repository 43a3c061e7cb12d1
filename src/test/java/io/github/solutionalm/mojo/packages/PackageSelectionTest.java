package io.github.solutionalm.mojo.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.mojo.Packages;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.TestRepositories;
import io.github.solutionalm.mojo.artifacts.Coordinates;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageSelectionTest {

    private static final String BASE = "com.contoso:contoso-base:1.0.0";

    @TempDir
    private Path base;

    private final OpenPackages opened = new OpenPackages();
    private final RecordingLog log = new RecordingLog();
    private TestBuild build;

    @BeforeEach
    void build() {
        build = new TestBuild(base, true);
    }

    @Test
    void thePropertyReplacesTheConfiguration() throws Exception {
        Files.createFile(base.resolve("a.zip"));
        Files.createDirectory(base.resolve("b"));
        assertThat(select(List.of(new PackageParameter(new File("configured.zip"))), "a.zip, b,", ""))
                .extracting(PackageSelection.Selected::file)
                .containsExactly(base.resolve("a.zip"), base.resolve("b"));
    }

    @Test
    void noPackageSaysHowToNameOne() {
        assertThatThrownBy(() -> select(List.of(), " ", ""))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<packages><package><file>")
                .hasMessageContaining("-Dsolution.file")
                .hasMessageContaining("-Dsolution.artifact");
    }

    @Test
    void aMissingFileIsNamedWithItsWholePath() {
        assertThatThrownBy(() -> select(List.of(), "sub/../a.zip", ""))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(base.resolve("a.zip") + " does not exist");
    }

    @Test
    void aPackageHasAFileOrAnArtifact() {
        assertThatThrownBy(() -> select(List.of(new PackageParameter()), "", ""))
                .hasMessageContaining("no <file> and no artifact");
        assertThatThrownBy(() -> select(List.of(), "a.zip", BASE))
                .hasMessageContaining("Both solution.file (a.zip) and solution.artifact (" + BASE + ") are given");
    }

    @Test
    void anArtifactIsFoundAndSaysWhereItComesFrom() throws Exception {
        build.repositories.deployed(BASE, Packages.BASE);

        PackageSelection.Selected selected = select(List.of(), "", BASE).get(0);

        assertThat(selected.file()).hasFileName("contoso-base-1.0.0.zip");
        assertThat(selected.artifact())
                .contains(new PackageArtifact("com.contoso", "contoso-base", "1.0.0", "zip", "", TestRepositories.ID));
        assertThat(opened.head(selected.file(), Optional.empty()).file().artifact())
                .isEqualTo(selected.artifact());
    }

    @Test
    void aClassifierThatSaysAnotherKindIsRefused() throws Exception {
        build.repositories
                .deployed(BASE + ":zip:unmanaged", Packages.BASE)
                .deployed(BASE + ":zip:managed", Packages.BASE);

        List<PackageSelection.Selected> selected =
                select(List.of(), "", BASE + ":zip:unmanaged," + BASE + ":zip:managed");

        assertThatThrownBy(() -> opened.head(selected.get(0).file(), Optional.empty()))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(BASE + ":zip:unmanaged has the classifier unmanaged, but the package"
                        + " ContosoBase 1.0.0.0 in it is managed");
        assertThat(opened.head(selected.get(1).file(), Optional.empty())
                        .manifest()
                        .managed())
                .isTrue();
    }

    @Test
    void anOlderBuildOfAModuleIsSaidAloud() throws Exception {
        build.repositories.installed(BASE, Packages.BASE);
        build.session.setProjects(
                List.of(build.project, io.github.solutionalm.mojo.TestSession.project("contoso-base")));
        build.session.getProjects().get(1).setVersion("1.0.0");

        select(List.of(), "", BASE);

        assertThat(log.lines().toString())
                .contains("[WARN")
                .contains(BASE + " is a module of this build that is not packaged yet, so an older build of it was"
                        + " taken, from the local repository");
    }

    @Test
    void anInstalledPackageIsAPathOrCoordinates() throws Exception {
        build.repositories.deployed(BASE, Packages.BASE);
        Files.createFile(base.resolve("old.zip"));

        assertThat(build.selection(opened, log)
                        .installed(
                                List.of(new InstalledPackageParameter("old.zip"), new InstalledPackageParameter(BASE))))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("old.zip", "contoso-base-1.0.0.zip");
    }

    @Test
    void aPinIsAHashOrAnError() throws Exception {
        build.repositories.deployed(BASE, Packages.BASE);
        Coordinates coordinates = Coordinates.parse(BASE);

        assertThatThrownBy(() -> select(List.of(new PackageParameter(coordinates, "")), "", ""))
                .hasMessageContaining("The <sha256> of the package " + BASE + " is ''");
        assertThat(select(List.of(new PackageParameter(coordinates, "AB".repeat(32))), "", "")
                        .get(0)
                        .sha256())
                .contains("ab".repeat(32));
    }

    private List<PackageSelection.Selected> select(List<PackageParameter> configured, String files, String artifacts)
            throws MojoExecutionException {
        return build.selection(opened, log).select(PackagesAsked.of(configured, files, artifacts));
    }
}
