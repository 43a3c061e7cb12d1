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

/** What packages require, held against what the POM brings. */
class CheckDependenciesMojoTest {

    private static final String BASE = "com.contoso:base:1.0.0";
    private static final String OTHER = "com.contoso:other:1.0.0";
    private static final String ORDERS = "com.contoso:orders:2.0.0";

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private TestBuild build;

    @BeforeEach
    void build() throws IOException {
        build = new TestBuild(folder.resolve("project"), true);
        build.repositories
                .deployed(BASE, PackageBuilder.managed("Base", "1.0.0.0").folder(folder.resolve("base")))
                .deployed(OTHER, PackageBuilder.managed("Other", "1.0.0.0").folder(folder.resolve("other")));
    }

    @Test
    void whatIsBroughtInThatVersionOrAHigherOneFits() throws Exception {
        makes(orders().requires(1, "contoso_region", "Base (1.0.0.0)").requires(1, "contoso_area", "base (0.9)"));
        build.dependsOn(BASE, "compile");

        check();

        assertThat(log.lines())
                .contains("[INFO] Requires     Base 1.0.0.0, 2 components: brought by " + BASE)
                .noneMatch(line -> line.startsWith("[WARNING]"));
        assertThat(folder.resolve("out/dependencies.json"))
                .content()
                .contains("\"uniqueName\": \"Base\"", "\"broughtBy\": {", "\"problems\": []");
    }

    @Test
    void whatIsMissingOrTooLowFailsAllAtOnce() throws Exception {
        makes(orders().requires(1, "contoso_region", "Base (1.1.0.0)").requires(1, "contoso_gone", "Gone (1.0.0.0)"));
        build.dependsOn(BASE, "compile");

        assertThatThrownBy(this::check).isInstanceOf(MojoFailureException.class).hasMessageContaining("for 2 reasons");
        assertThat(log.lines())
                .anyMatch(line -> line.contains(
                        "Orders 2.0.0.0 needs Base 1.1.0.0 or higher (1 component), but " + BASE + " brings 1.0.0.0"))
                .anyMatch(line -> line.contains("Orders 2.0.0.0 needs Gone 1.0.0.0 or higher (1 component), but no"
                        + " dependency of the POM brings it"));
    }

    @Test
    void whatEnvironmentsHaveByThemselvesNeedsNoDependency() throws Exception {
        makes(orders().requires(1, "account", "msdynce_Sales (9.0)").requires(1, "x", "FabrikamCore (1.0.0.0)"));
        MojoExtension.setVariableValueToObject(mojo(), "providedSolutions", List.of("Fabrikam*"));

        check();

        assertThat(log.lines()).noneMatch(line -> line.startsWith("[WARNING]") || line.startsWith("[ERROR]"));
    }

    @Test
    void aPatchNeedsItsBase() throws Exception {
        makes(PackageBuilder.managed("Base_Patch", "1.1.1.0").patchOf("Base"));
        assertThatThrownBy(this::check)
                .hasMessageContaining("Base_Patch 1.1.1.0 is a patch of Base 1.1, but no dependency of the POM brings");

        build.dependsOn(BASE, "provided");
        assertThatThrownBy(this::check).hasMessageContaining("but the POM brings it in the version 1.0.0.0");

        makes(PackageBuilder.managed("Base_Patch", "1.0.1.0").patchOf("Base"));
        check();
    }

    @Test
    void aDependencyThatNothingRequiresIsAWarningOrAFailure() throws Exception {
        makes(orders().requires(1, "contoso_region", "Base (1.0.0.0)"));
        build.dependsOn(BASE, "compile");
        build.dependsOn(OTHER, "compile");

        check();
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("[WARNING]")
                        && line.contains(OTHER + " is a dependency, but nothing requires Other"));

        MojoExtension.setVariableValueToObject(mojo(), "failOnUnusedDependencies", true);
        assertThatThrownBy(this::check).hasMessageContaining("nothing requires Other");
    }

    @Test
    void whatWasUnmanagedIsAWarning() throws Exception {
        makes(orders().requires(1, "contoso_region", "Active"));

        check();

        assertThat(log.lines())
                .anyMatch(
                        line -> line.startsWith("[WARNING]") && line.contains("needs what was unmanaged where it was"));
    }

    @Test
    void aLowerVersionThanSomebodyWantsFails() throws Exception {
        build.repositories
                .deployed(
                        "com.contoso:base:2.0.0",
                        PackageBuilder.managed("Base", "2.0.0.0").folder(folder.resolve("b2")))
                .deployed(
                        "com.contoso:app:1.0.0",
                        PackageBuilder.managed("App", "1.0.0.0").folder(folder.resolve("app")),
                        "com.contoso:base:2.0.0");
        makes(orders().requires(1, "contoso_region", "Base (1.0.0.0)").requires(1, "contoso_app", "App (1.0.0.0)"));
        build.dependsOn(BASE, "compile");
        build.dependsOn("com.contoso:app:1.0.0", "compile");

        assertThatThrownBy(this::check)
                .hasMessageContaining(
                        "com.contoso:base is taken in the version 1.0.0, but com.contoso:app:1.0.0 wants" + " 2.0.0");
    }

    @Test
    void aModuleWithoutAPackageChecksItsDependenciesAmongEachOther() throws Exception {
        build.repositories.deployed(
                ORDERS, orders().requires(1, "x", "Gone (1.0.0.0)").folder(folder.resolve("o")));
        build.dependsOn(ORDERS, "compile");
        build.dependsOn(OTHER, "compile");

        assertThatThrownBy(this::check).hasMessageContaining("Orders 2.0.0.0 needs Gone");
        assertThat(log.lines()).noneMatch(line -> line.contains("nothing requires"));
    }

    @Test
    void aPackageThatIsNotMadeYetIsAnError() throws Exception {
        makes(orders());
        build.project.getArtifact().setFile(null);

        assertThatThrownBy(this::check)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("has not made its package yet");
    }

    private static PackageBuilder orders() {
        return PackageBuilder.managed("Orders", "2.0.0.0");
    }

    private void makes(PackageBuilder solution) throws IOException {
        Files.createDirectories(folder.resolve("made"));
        build.makes(ORDERS, solution.zip(folder.resolve("made")));
    }

    private CheckDependenciesMojo mojo;

    private CheckDependenciesMojo mojo() throws IllegalAccessException {
        if (mojo == null) {
            mojo = new CheckDependenciesMojo(build.build);
            mojo.setLog(log);
            MojoExtension.setVariableValueToObject(
                    mojo, "outputDirectory", folder.resolve("out").toFile());
        }
        return mojo;
    }

    private void check() throws Exception {
        mojo().execute();
    }
}
