package io.github.solutionalm.mojo.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.packaging.OpenPackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** POMs of dependencies that say something else than their packages: what the packages say counts, and the rest is said aloud. */
class MisleadingDependenciesTest {

    private static final String BASE = "com.contoso:base:1.0.0";
    private static final String ORDERS = "com.contoso:orders:1.0.0";

    private static final PackagesAsked NOTHING_ASKED = PackagesAsked.of(null, null, null);

    @TempDir
    private Path folder;

    private final OpenPackages opened = new OpenPackages();
    private final RecordingLog log = new RecordingLog();
    private TestBuild build;

    @BeforeEach
    void build() {
        build = new TestBuild(folder.resolve("project"), true);
        build.project.setArtifactId("deploy");
    }

    @Test
    void pomsInACircle() throws Exception {
        build.repositories.deployed(BASE, base(), ORDERS).deployed(ORDERS, orders(), BASE);
        build.dependsOn(ORDERS, "compile");

        assertThat(imported()).containsExactly("base-1.0.0.zip", "orders-1.0.0.zip");
    }

    @Test
    void aPomThatDependsOnItself() throws Exception {
        build.repositories.deployed(BASE, base(), BASE);
        build.dependsOn(BASE, "compile");

        assertThat(imported()).containsExactly("base-1.0.0.zip");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aPomThatTurnsTheOrderRound() throws Exception {
        build.repositories.deployed(BASE, base(), ORDERS).deployed(ORDERS, orders());
        build.dependsOn(BASE, "compile");

        assertThat(imported()).containsExactly("base-1.0.0.zip", "orders-1.0.0.zip");
        assertThat(log.lines()).containsExactly("[INFO] Order        Base before Orders, which needs it");
    }

    @Test
    void anArtifactThatMoved() throws Exception {
        build.repositories.deployed(BASE, base());
        pom(
                "com.contoso:old:1.0.0",
                "<distributionManagement><relocation><artifactId>base</artifactId></relocation>"
                        + "</distributionManagement>");
        build.dependsOn("com.contoso:old:1.0.0", "compile");

        assertThat(imported()).containsExactly("base-1.0.0.zip");
    }

    @Test
    void anArtifactThatMovedNowhere() throws Exception {
        pom(
                "com.contoso:old:1.0.0",
                "<distributionManagement><relocation><artifactId>gone</artifactId></relocation>"
                        + "</distributionManagement>");
        build.dependsOn("com.contoso:old:1.0.0", "compile");

        assertThatThrownBy(this::imported)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("com.contoso:gone:1.0.0");
    }

    /** Two groups, or two classifiers: for Maven they are two artifacts. */
    @Test
    void twoArtifactsWithOneSolution() throws Exception {
        String other = "com.fabrikam:base:9.0.0";
        build.repositories
                .deployed(BASE, base())
                .deployed(ORDERS, orders(), other)
                .deployed(other, PackageBuilder.managed("BASE", "9.0.0.0").folder(folder.resolve("other")));
        build.dependsOn(BASE, "compile");
        build.dependsOn(ORDERS, "compile");

        assertThat(imported()).containsExactly("base-1.0.0.zip", "base-9.0.0.zip", "orders-1.0.0.zip");
        assertThat(log.lines())
                .containsExactly("[WARNING] Several dependencies bring the solution Base: " + BASE + ", " + other
                        + ". They are imported one after the other. If only one is meant, leave the others out with"
                        + " <exclusions>.");
    }

    /** It is not left out as something else: whoever opens it is told. */
    @Test
    void aClassifierThatThePackageDoesNotKeep() throws Exception {
        build.repositories.deployed(
                BASE + ":zip:managed",
                PackageBuilder.unmanaged("Base", "1.0.0.0").folder(folder.resolve("unmanaged")));
        build.dependsOn(BASE, "compile");
        build.project.getDependencies().get(0).setClassifier("managed");

        PackageSelection.Selected selected =
                build.selection(opened, log).select(NOTHING_ASKED, true).get(0);
        assertThatThrownBy(() -> opened.head(selected.file(), Optional.empty()))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(BASE + ":zip:managed has the classifier managed, but the package")
                .hasMessageContaining("unmanaged");
    }

    /** A POM that other artifacts may follow, without a file. */
    private void pom(String coordinates, String body) throws Exception {
        String[] parts = coordinates.split(":");
        Path place = folder.resolve("project/repositories/remote")
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2]);
        Files.writeString(
                Files.createDirectories(place).resolve(parts[1] + "-" + parts[2] + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                        + "</artifactId><version>" + parts[2] + "</version>" + body + "</project>");
    }

    private Path base() throws Exception {
        return PackageBuilder.managed("Base", "1.0.0.0").folder(folder.resolve("base"));
    }

    private Path orders() throws Exception {
        return PackageBuilder.managed("Orders", "1.0.0.0")
                .requires(1, "contoso_region", "Base (1.0.0.0)")
                .folder(folder.resolve("orders"));
    }

    private List<String> imported() throws Exception {
        return build.selection(opened, log).select(NOTHING_ASKED, true).stream()
                .map(selected -> selected.file().getFileName().toString())
                .toList();
    }
}
