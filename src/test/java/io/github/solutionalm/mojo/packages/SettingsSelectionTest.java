package io.github.solutionalm.mojo.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings come from the goal's file or the package's own, and over them from the POM; each package gets what it declares. */
class SettingsSelectionTest {

    private static final Path SOLUTIONS = Path.of("src/it/quickstart/solutions").toAbsolutePath();
    private static final String ORDERS =
            SOLUTIONS.resolve("ContosoOrders_1_0_0_0_managed").toString();
    private static final String BASE =
            SOLUTIONS.resolve("ContosoBase_1_0_0_0_managed").toString();

    @TempDir
    private Path folder;

    @Test
    void noneGivenIsNotTheSameAsAnEmptyFile() throws Exception {
        assertThat(of(Optional.empty(), Optional.empty(), ORDERS)).containsExactly(Optional.empty());
        assertThat(of(file("{}"), Optional.empty(), ORDERS).get(0))
                .hasValueSatisfying(settings -> assertThat(settings.isEmpty()).isTrue());
    }

    @Test
    void thePomIsStrongerThanTheFile() throws Exception {
        DeploymentSettings settings = of(
                        file(
                                "{'EnvironmentVariables':[{'SchemaName':'contoso_MaxOpenOrders','Value':1},{'SchemaName':'contoso_OrderServiceUrl','Value':'x'}]}"),
                        pom(new Variable("contoso_maxopenorders", "2")),
                        ORDERS)
                .get(0)
                .orElseThrow();

        assertThat(settings.source()).isEqualTo("settings.json and the POM");
        assertThat(settings.variables())
                .containsExactly(
                        new Variable("contoso_OrderServiceUrl", "x"), new Variable("contoso_maxopenorders", "2"));
    }

    @Test
    void severalPackagesShareThem() throws Exception {
        List<Optional<DeploymentSettings>> settings = of(
                file("{'ConnectionReferences':[{'LogicalName':'contoso_dataverse','ConnectionId':'1'}]}"),
                pom(new Variable("contoso_MaxOpenOrders", "2")),
                BASE,
                ORDERS);

        assertThat(settings.get(0).orElseThrow().isEmpty()).isTrue();
        assertThat(settings.get(1).orElseThrow().variables()).hasSize(1);
        assertThat(settings.get(1).orElseThrow().connections())
                .containsExactly(new Connection("contoso_dataverse", "1", ""));
    }

    @Test
    void whatNoneOfThemHasIsNamedBeforeAnythingIsImported() {
        assertThatThrownBy(() -> of(
                        file("{'ConnectionReferences':[{'LogicalName':'contoso_datavers','ConnectionId':'1'}]}"),
                        pom(new Variable("contoso_Max", "2")),
                        BASE,
                        ORDERS))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("connection reference contoso_datavers (settings.json)")
                .hasMessageContaining("environment variable contoso_Max (the POM)");
    }

    @Test
    void aPackageThatCanNotBeReadIsLeftToItsImport() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("broken"));

        assertThat(of(Optional.empty(), pom(new Variable("contoso_Max", "2")), broken.toString(), ORDERS))
                .hasSize(2);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> of(Optional.of(new File("none.json")), Optional.empty(), ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve("none.json").toString())
                .hasMessageContaining("does not exist");
    }

    private List<Optional<DeploymentSettings>> of(
            Optional<File> file, Optional<DeploymentSettings> pom, String... packages) throws Exception {
        BaseDirectory base = new BaseDirectory(folder);
        try (OpenPackages opened = new OpenPackages()) {
            return new SettingsSelection(file, pom, base, opened)
                    .of(new TestBuild(folder, true)
                            .selection(opened, new RecordingLog())
                            .select(PackagesAsked.of(List.of(), String.join(",", packages), "")));
        }
    }

    private Optional<File> file(String json) throws IOException {
        Files.writeString(folder.resolve("settings.json"), json.replace('\'', '"'));
        return Optional.of(new File("settings.json"));
    }

    private static Optional<DeploymentSettings> pom(Variable... variables) {
        return Optional.of(new DeploymentSettings("the POM", List.of(variables), List.of()));
    }
}
