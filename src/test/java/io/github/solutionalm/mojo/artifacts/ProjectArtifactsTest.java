package io.github.solutionalm.mojo.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.mojo.Packages;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.TestRepositories;
import io.github.solutionalm.mojo.TestSession;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.repository.ArtifactRepositoryPolicy;
import org.apache.maven.artifact.repository.MavenArtifactRepository;
import org.apache.maven.artifact.repository.layout.DefaultRepositoryLayout;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where artifacts come from, which version is meant, and what is said when there is none. */
class ProjectArtifactsTest {

    private static final String BASE = "com.contoso:contoso-base:1.0.0";

    @TempDir
    private Path folder;

    private TestBuild build;

    @BeforeEach
    void build() {
        build = new TestBuild(folder, true);
        build.project.setArtifactId("deploy");
    }

    @Test
    void theReactorComesBeforeTheLocalRepositoryAndThatBeforeTheRemoteOnes() throws Exception {
        build.repositories.deployed(BASE, Packages.BASE);
        assertThat(from(BASE)).isEqualTo(TestRepositories.ID);
        assertThat(from(BASE)).as("downloaded before").isEqualTo(TestRepositories.ID);

        build.repositories.installed("com.contoso:contoso-base:1.1.0", Packages.BASE);
        assertThat(from("com.contoso:contoso-base:1.1.0")).isEqualTo("local");

        build.repositories.packaged(BASE, Packages.BASE);
        assertThat(from(BASE)).isEqualTo("reactor");
    }

    @Test
    void theVersionIsThatOfThePom() throws Exception {
        build.repositories
                .deployed(BASE, Packages.BASE)
                .deployed("com.contoso:contoso-base:1.0.0:zip:managed", Packages.BASE)
                .deployed("com.contoso:contoso-base:2.0.0", Packages.BASE);
        DependencyManagement management = new DependencyManagement();
        management.addDependency(dependency("contoso-base", "1.0.0"));
        build.project.getModel().setDependencyManagement(management);
        assertThat(version("com.contoso:contoso-base")).isEqualTo("1.0.0");
        assertThat(version("com.contoso:contoso-base::zip:managed")).isEqualTo("1.0.0");

        build.project.getDependencies().add(dependency("contoso-base", "2.0.0"));
        assertThat(version("com.contoso:contoso-base")).isEqualTo("2.0.0");
        assertThat(version(BASE)).isEqualTo("1.0.0");
    }

    @Test
    void theVersionIsThatOfTheModule() throws Exception {
        build.repositories.packaged(BASE, Packages.BASE);
        made(modules("contoso-base"));

        assertThat(from("com.contoso:contoso-base")).isEqualTo("reactor");
        assertThat(find(BASE).remark()).isEmpty();
    }

    /** Maven 4 finds it in target/project-local-repo. */
    @Test
    void whatAnEarlierInvocationMadeIsNotTakenWithoutAWord() throws Exception {
        build.repositories.packaged(BASE, Packages.BASE);
        modules("contoso-base");

        assertThat(find(BASE).remark())
                .get()
                .asString()
                .contains("is a module of this build that is not packaged yet", "an earlier invocation of Maven");
    }

    @Test
    void aVersionThatNobodySaysOrTwoThatThePomSaysAreErrors() {
        assertThatThrownBy(() -> find("com.contoso:contoso-base"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nothing says its version")
                .hasMessageContaining("<dependencyManagement>");

        Dependency classified = dependency("contoso-base", "2.0.0");
        classified.setClassifier("managed");
        build.project.getDependencies().addAll(List.of(dependency("contoso-base", "1.0.0"), classified));
        assertThatThrownBy(() -> find("com.contoso:contoso-base::zip:unmanaged"))
                .hasMessageContaining("the POM names it in the versions 1.0.0, 2.0.0");
    }

    @Test
    void whatIsNowhereIsSaidWithTheRepositoriesThatWereAsked() {
        assertThatThrownBy(() -> find(BASE))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Tried to find the package " + BASE + " but failed because: it is neither in the"
                        + " local repository nor in " + TestRepositories.ID + " (file:")
                .hasNoCause();
    }

    @Test
    void offlineIsSaid() {
        build.request.setOffline(true);
        build.repositories.session.setOffline(true);

        assertThatThrownBy(() -> find(BASE))
                .hasMessageContaining("Maven is offline")
                .hasMessageContaining("Run once without -o");
    }

    @Test
    void aRepositoryThatRefusesIsSaidWithoutItsPassword() {
        ArtifactRepositoryPolicy policy = new ArtifactRepositoryPolicy();
        build.project.setRemoteArtifactRepositories(List.of(new MavenArtifactRepository(
                "nexus", "https://ci:Secret-1@localhost/nexus", new DefaultRepositoryLayout(), policy, policy)));

        assertThatThrownBy(() -> find(BASE))
                .hasMessageContaining("401")
                .hasMessageContaining("<server> of settings.xml")
                .hasMessageNotContaining("Secret-1");
    }

    @Test
    void aModuleThatIsBuiltLaterMustBeADependency() {
        modules("contoso-base");

        assertThatThrownBy(() -> find(BASE))
                .hasMessageContaining("it is the module contoso-base of this build, which is built after deploy")
                .hasMessageContaining("add it to <dependencies> of deploy, with <type>zip</type>");
    }

    @Test
    void aModuleWithoutAPackageSaysThatThePhaseIsTooEarly() {
        MavenProject base = modules("contoso-base");
        build.session.setProjects(List.of(base, build.project));

        assertThatThrownBy(() -> find(BASE))
                .hasMessageContaining("which has no package yet")
                .hasMessageContaining("Bind the goal to pre-integration-test or a later phase");
    }

    @Test
    void aModuleWithoutTheClassifierSaysWhatItHas() {
        MavenProject base = modules("contoso-base");
        build.session.setProjects(List.of(base, build.project));
        made(base);

        assertThatThrownBy(() -> find(BASE + ":zip:unmanaged"))
                .hasMessageContaining("no artifact of the type zip with the classifier unmanaged. It has: zip.");
    }

    private static void made(MavenProject module) {
        module.setArtifact(new org.apache.maven.artifact.DefaultArtifact(
                "com.contoso",
                "contoso-base",
                "1.0.0",
                null,
                "zip",
                null,
                new org.apache.maven.artifact.handler.DefaultArtifactHandler("zip")));
        module.getArtifact().setFile(new File("base.zip"));
    }

    private MavenProject modules(String artifactId) {
        MavenProject module = TestSession.project(artifactId);
        module.setVersion("1.0.0");
        build.session.setProjects(List.of(build.project, module));
        return module;
    }

    private static Dependency dependency(String artifactId, String version) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("com.contoso");
        dependency.setArtifactId(artifactId);
        dependency.setVersion(version);
        dependency.setType("zip");
        return dependency;
    }

    private String from(String coordinates) throws MojoExecutionException {
        return find(coordinates).artifact().from();
    }

    private String version(String coordinates) throws MojoExecutionException {
        return find(coordinates).artifact().version();
    }

    private ResolvedPackage find(String coordinates) throws MojoExecutionException {
        return build.build.artifacts().resolve(Coordinates.parse(coordinates));
    }
}
