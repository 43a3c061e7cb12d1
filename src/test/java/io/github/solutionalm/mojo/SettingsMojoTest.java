package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** solution:settings writes files to be filled in, and no work of anybody over. */
@MojoTest
class SettingsMojoTest {

    private static final String ORDERS = "src/it/quickstart/solutions/ContosoOrders_1_0_0_0_managed";
    private static final String BASE = "src/it/quickstart/solutions/ContosoBase_1_0_0_0_managed";

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private Path file;

    @BeforeEach
    void aFile() {
        file = folder.resolve("settings.json");
    }

    @Test
    @InjectMojo(goal = "settings")
    @MojoParameter(name = "file", value = ORDERS + "," + BASE)
    void oneFileForEachSolution(SettingsMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "outputDirectory", folder.toFile());
        run(mojo);

        Path orders = folder.resolve("ContosoOrders/deployment-settings.json");
        assertThat(SettingsFile.read(orders).variables())
                .containsExactly(
                        new Variable("contoso_MaxOpenOrders", "50"),
                        new Variable("contoso_OrderServiceUrl", "https://orders.contoso.example"));
        assertThat(orders)
                .content()
                .containsSubsequence(
                        "\"LogicalName\": \"contoso_dataverse\"",
                        "\"ConnectionId\": \"\"",
                        "\"ConnectorId\": \"/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps\"",
                        "\"LogicalName\": \"contoso_orderservice\"");
        assertThat(folder.resolve("ContosoBase/deployment-settings.json")).exists();
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("ContosoOrders/deployment-settings.json")
                        .contains("2 environment variables, 2 connection references"))
                .contains("[INFO]                the connection of contoso_dataverse")
                .contains("[INFO] To fill in   nothing; the package has all required values");
    }

    @Test
    @InjectMojo(goal = "settings")
    @MojoParameter(name = "file", value = BASE + "," + ORDERS)
    void orOneForAll(SettingsMojo mojo) throws Exception {
        into(mojo, file);
        run(mojo);

        assertThat(SettingsFile.read(file).variables()).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "settings")
    @MojoParameter(name = "file", value = ORDERS)
    void whatNobodyFilledInIsWrittenAnew(SettingsMojo mojo) throws Exception {
        into(mojo, file);
        run(mojo);
        byte[] first = Files.readAllBytes(file);
        run(mojo);

        assertThat(file).hasBinaryContent(first);
    }

    @Test
    @InjectMojo(goal = "settings")
    @MojoParameter(name = "file", value = ORDERS)
    void aFileWithValuesIsNotOverwritten(SettingsMojo mojo) throws Exception {
        String filled =
                "{\"ConnectionReferences\":[{\"LogicalName\":\"contoso_dataverse\",\"ConnectionId\":\"4445\"}]}";
        Files.writeString(file, filled);
        into(mojo, file);

        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("settings.json holds values")
                .hasMessageContaining("-Dsolution.overwriteSettings");
        assertThat(file).hasContent(filled);

        MojoExtension.setVariableValueToObject(mojo, "overwriteSettings", true);
        run(mojo);
        assertThat(SettingsFile.read(file).connections()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "settings")
    @MojoParameter(name = "file", value = ORDERS)
    void norIsOneThatCanNotBeRead(SettingsMojo mojo) throws Exception {
        Files.writeString(file, "notes");
        into(mojo, file);

        assertThatThrownBy(() -> run(mojo)).hasMessageContaining("can't be read");
        assertThat(file).hasContent("notes");
    }

    private static void into(SettingsMojo mojo, Path file) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, "settingsFile", file.toFile());
    }

    private void run(SettingsMojo mojo) throws Exception {
        mojo.setLog(log);
        mojo.execute();
    }
}
