package io.github.solutionalm.mojo.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.packaging.OpenPackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dependencies of a project that are solution packages are its packages. */
class DependencyPackagesTest {

    private static final String BASE = "com.contoso:base:1.0.0";
    private static final String NEXT_BASE = "com.contoso:base:2.0.0";
    private static final String ORDERS = "com.contoso:orders:1.0.0";
    private static final String APP = "com.contoso:app:1.0.0";

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
    void theyAreFoundTransitivelyEachAfterThoseThatItDependsOn() throws Exception {
        build.repositories
                .deployed(BASE, solution("Base", "1.0.0.0"))
                .deployed(ORDERS, solution("Orders", "1.0.0.0"), BASE)
                .deployed(APP, solution("App", "1.0.0.0"), ORDERS);
        dependsOn(APP);

        assertThat(imported(true)).containsExactly("base-1.0.0.zip", "orders-1.0.0.zip", "app-1.0.0.zip");
    }

    /** Maven leaves the base out below the orders, since the POM names it itself; its place in the order stays. */
    @Test
    void aDependencyThatThePomNamesLaterStillComesFirst() throws Exception {
        build.repositories
                .deployed(BASE, solution("Base", "1.0.0.0"))
                .deployed(ORDERS, solution("Orders", "1.0.0.0"), BASE);
        dependsOn(ORDERS, BASE);

        assertThat(imported(true)).containsExactly("base-1.0.0.zip", "orders-1.0.0.zip");
    }

    @Test
    void whatThePomsDoNotSayThePackagesSay() throws Exception {
        build.repositories
                .deployed(BASE, solution("Base", "1.0.0.0"))
                .deployed(
                        ORDERS,
                        PackageBuilder.managed("Orders", "1.0.0.0")
                                .requires(1, "contoso_region", "Base (1.0.0.0)")
                                .folder(folder.resolve("s")));
        dependsOn(ORDERS, BASE);

        assertThat(imported(true)).containsExactly("base-1.0.0.zip", "orders-1.0.0.zip");
        assertThat(log.lines()).containsExactly("[INFO] Order        Base before Orders, which needs it");
    }

    @Test
    void whatIsNoPackageIsLeftOutWithALine() throws Exception {
        Path site = PackageBuilder.managed("Site", "1.0").zip(folder);
        Path other = Files.writeString(folder.resolve("other.zip"), "");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("index.html"));
        }
        build.repositories.deployed(APP, site).deployed(BASE, other);
        dependsOn(APP, BASE);

        assertThat(imported(true)).containsExactly("app-1.0.0.zip");
        assertThat(log.lines())
                .containsExactly("[INFO] Ignored      " + BASE + ": a dependency that is no solution package");
    }

    @Test
    void aDamagedPackageIsNotLeftOut() throws Exception {
        Path damaged = folder.resolve("damaged.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(damaged))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("solution.xml"));
        }
        build.repositories.deployed(APP, damaged);
        dependsOn(APP);

        assertThat(imported(true)).containsExactly("app-1.0.0.zip");
    }

    @Test
    void twoVersionsOfOneSolutionAreSaidAloud() throws Exception {
        build.repositories
                .deployed(BASE, solution("Base", "1.0.0.0"))
                .deployed(NEXT_BASE, solution("Base", "2.0.0.0"))
                .deployed(ORDERS, solution("Orders", "1.0.0.0"), BASE)
                .deployed(APP, solution("App", "1.0.0.0"), NEXT_BASE);
        dependsOn(ORDERS, APP);

        assertThat(imported(true)).containsExactly("base-1.0.0.zip", "orders-1.0.0.zip", "app-1.0.0.zip");
        assertThat(log.lines())
                .containsExactly("[WARNING] com.contoso:base is taken in the version 1.0.0, but " + APP
                        + " wants 2.0.0: Maven takes the nearest dependency, then the first. Name the version that is"
                        + " meant in <dependencyManagement>.");
    }

    @Test
    void aVersionThatIsManagedDownIsSaidAloudToo() throws Exception {
        build.repositories
                .deployed(BASE, solution("Base", "1.0.0.0"))
                .deployed(APP, solution("App", "1.0.0.0"), NEXT_BASE);
        dependsOn(APP);
        DependencyManagement management = new DependencyManagement();
        management.addDependency(dependency(BASE));
        build.project.getModel().setDependencyManagement(management);

        assertThat(imported(true)).containsExactly("base-1.0.0.zip", "app-1.0.0.zip");
        assertThat(log.lines().toString())
                .contains("<dependencyManagement> says the lower one. Raise the version there");
    }

    @Test
    void testsAreForEmbeddedEnvironments() throws Exception {
        build.repositories.deployed(BASE, solution("Base", "1.0.0.0")).deployed(APP, solution("App", "1.0.0.0"));
        dependsOn(APP, BASE);
        build.project.getDependencies().get(1).setScope("test");

        assertThat(imported(true)).containsExactly("app-1.0.0.zip", "base-1.0.0.zip");
        assertThat(imported(false)).containsExactly("app-1.0.0.zip");
        assertThat(log.lines())
                .containsExactly("[INFO] Left out     " + BASE
                        + ": a dependency of the scope test, which is for embedded environments");
    }

    @Test
    void whatIsProvidedIsNotImported() throws Exception {
        build.repositories.deployed(BASE, solution("Base", "1.0.0.0")).deployed(APP, solution("App", "1.0.0.0"));
        dependsOn(APP, BASE);
        build.project.getDependencies().get(1).setScope("provided");

        assertThat(imported(true)).containsExactly("app-1.0.0.zip");
        assertThat(build.selection(opened, log)
                        .provided(PackagesAsked.of(null, null, null))
                        .names())
                .containsExactly("Base");
        assertThat(build.selection(opened, log)
                        .provided(PackagesAsked.of(null, "a.zip", null))
                        .names())
                .isEmpty();
    }

    @Test
    void packagesThatAreNamedReplaceThem() throws Exception {
        build.repositories.deployed(APP, solution("App", "1.0.0.0"));
        dependsOn(BASE);

        assertThat(build.selection(opened, log).select(PackagesAsked.of(null, null, APP), true))
                .extracting(selected -> selected.file().getFileName().toString())
                .containsExactly("app-1.0.0.zip");
    }

    @Test
    void aDependencyThatIsNowhereIsAnError() {
        dependsOn(APP);

        assertThatThrownBy(() -> imported(true))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Tried to find the package " + APP + " but failed because: it is neither");
    }

    /** Without a type, a dependency is a jar. */
    @Test
    void aForgottenTypeIsSaid() {
        dependsOn(APP);
        build.project.getDependencies().get(0).setType("jar");

        assertThatThrownBy(() -> imported(true))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "none has the type zip or cab, as packages have; they are com.contoso:app (jar).");
    }

    private Path solution(String name, String version) throws Exception {
        return PackageBuilder.managed(name, version).folder(folder.resolve("s").resolve(version));
    }

    private void dependsOn(String... coordinates) {
        for (String one : coordinates) {
            build.project.getDependencies().add(dependency(one));
        }
    }

    private static Dependency dependency(String coordinates) {
        String[] parts = coordinates.split(":");
        Dependency dependency = new Dependency();
        dependency.setGroupId(parts[0]);
        dependency.setArtifactId(parts[1]);
        dependency.setVersion(parts[2]);
        dependency.setType("zip");
        return dependency;
    }

    private List<String> imported(boolean embedded) throws Exception {
        return build.selection(opened, log).select(PackagesAsked.of(null, null, null), embedded).stream()
                .map(selected -> selected.file().getFileName().toString())
                .toList();
    }
}
