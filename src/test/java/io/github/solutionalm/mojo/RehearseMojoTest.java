package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.embedded.PackageBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each build shows what its release would change. */
class RehearseMojoTest {

    private static final String GA = "com.contoso:orders:";

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private TestBuild build;
    private RehearseMojo mojo;

    @BeforeEach
    void build() throws Exception {
        build = new TestBuild(folder.resolve("project"), true);
        mojo = new RehearseMojo(build.build);
        mojo.setLog(log);
        MojoExtension.setVariableValueToObject(
                mojo, "outputDirectory", folder.resolve("out").toFile());
        Files.createDirectories(folder.resolve("made"));
        build.makes(
                GA + "2.1.0-SNAPSHOT",
                orders("2.1.0.0").column("contoso_order", "contoso_new", "New").zip(folder.resolve("made")));
    }

    @Test
    void theLastReleaseIsUpgraded() throws Exception {
        released("1.0.0");
        released("2.0.0");
        released("3.0.0");

        mojo.execute();

        assertThat(log.lines())
                .contains("[INFO] Base         com.contoso:orders:2.0.0, the last release below 2.1.0-SNAPSHOT")
                .contains("[INFO] Installed    Orders 2.0.0.0, com.contoso:orders:2.0.0 from the repository releases")
                .anyMatch(line -> line.contains("Attribute  contoso_order.contoso_old"));
        assertThat(build.project.getProperties()).containsEntry("solution.plan.deletes", "1");
        assertThat(folder.resolve("out/rehearse/Orders/plan.json"))
                .content()
                .contains("\"operation\": \"UPGRADE\"", "\"from\": \"reactor\"");
    }

    @Test
    void aReleaseOfTheSameDayCountsToo() throws Exception {
        released("1.0.0");
        mojo.execute();
        // another invocation of Maven
        build();
        released("2.0.0");

        mojo.execute();

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("[INFO] Base"))
                .containsExactly(
                        "[INFO] Base         com.contoso:orders:1.0.0, the last release below 2.1.0-SNAPSHOT",
                        "[INFO] Base         com.contoso:orders:2.0.0, the last release below 2.1.0-SNAPSHOT");
    }

    @Test
    void aGateRefusesIt() throws Exception {
        released("2.0.0");
        MojoExtension.setVariableValueToObject(mojo, "failOnDelete", true);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("contoso_old");

        MojoExtension.setVariableValueToObject(mojo, "allowedDeletes", List.of("Attribute:contoso_order.contoso_old"));
        mojo.execute();
    }

    @Test
    void anotherVersionCanBeChosen() throws Exception {
        released("1.0.0");
        released("2.0.0");
        MojoExtension.setVariableValueToObject(mojo, "baseVersion", "1.0.0");

        mojo.execute();

        assertThat(log.lines())
                .contains("[INFO] Base         com.contoso:orders:1.0.0, as baseVersion says")
                .anyMatch(line -> line.startsWith("[INFO] Installed    Orders 1.0.0.0"));
    }

    @Test
    void dependenciesAreInstalledFirst() throws Exception {
        released("2.0.0");
        build.repositories.deployed(
                "com.contoso:base:1.0.0",
                PackageBuilder.managed("Base", "1.0.0.0").folder(folder.resolve("base")));
        build.dependsOn("com.contoso:base:1.0.0", "compile");

        mojo.execute();

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("[INFO] Installed"))
                .extracting(line -> line.split(" +")[2])
                .containsExactly("Base", "Orders");
    }

    @Test
    void withoutAReleaseAnInstallationIsRehearsed() throws Exception {
        mojo.execute();

        assertThat(log.lines())
                .contains(
                        "[INFO] Base         none: no version of com.contoso:orders below 2.1.0-SNAPSHOT is released yet,"
                                + " so an installation is rehearsed");
        assertThat(folder.resolve("out/rehearse/Orders/plan.json")).content().contains("\"operation\": \"INSTALL\"");
    }

    @Test
    void offlineItIsNotKnownWhetherThereIsARelease() {
        build.repositories.session.setOffline(true);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("not every repository could be asked")
                .hasMessageContaining("-Dsolution.baseVersion");
    }

    @Test
    void aReleaseThatWouldBeRefusedFails() throws Exception {
        build.makes(
                GA + "2.1.0",
                orders("2.1.0.0").requires(1, "contoso_gone", "Gone (1.0.0.0)").zip(folder.resolve("made")));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Gone (1.0.0.0)");
    }

    /** Or its gates would pass whatever the release deletes. */
    @Test
    void aReleaseThatWouldBeSkippedFails() throws Exception {
        released("2.1.0");
        MojoExtension.setVariableValueToObject(mojo, "baseVersion", "2.1.0");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("has its version 2.1.0.0 already, so that an import would skip it")
                .hasMessageContaining("<baseVersion>");
    }

    /** A parent POM may bind the goal for all of its modules. */
    @Test
    void aModuleOfPackagingPomIsPassedOver() throws Exception {
        build.project.setArtifact(null);
        build.project.setPackaging("pom");

        mojo.execute();

        assertThat(log.lines()).containsExactly("[INFO] Rehearsed    nothing: this module makes no package");
    }

    @Test
    void aModuleWithoutAPackageHasNoRelease() {
        build.project.setArtifact(null);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("makes no package");
    }

    private static PackageBuilder orders(String version) {
        return PackageBuilder.managed("Orders", version).column("contoso_order", "contoso_name", "Name");
    }

    private void released(String version) throws IOException {
        build.repositories.deployed(
                GA + version,
                orders(version + ".0")
                        .column("contoso_order", "contoso_old", "Old")
                        .folder(folder.resolve("r" + version)));
    }
}
