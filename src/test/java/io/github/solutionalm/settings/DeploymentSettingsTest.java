package io.github.solutionalm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.EnvironmentVariable.Type;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.schema.ByHand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings file of pac and other tools (docs/platform-facts.md, "Deployment settings"). */
class DeploymentSettingsTest {

    private static final String CONNECTOR = "/providers/Microsoft.PowerApps/apis/shared_office365";

    @TempDir
    private Path folder;

    @Test
    void valuesAndConnectionsByName() throws IOException {
        DeploymentSettings settings = read(
                """
                {"EnvironmentVariables": [{"SchemaName": "contoso_Url", "Value": "https://contoso.example"}],
                 "ConnectionReferences": [{"LogicalName": "contoso_mail", "ConnectionId": "4445", "ConnectorId": "%s"}]}
                """
                        .formatted(CONNECTOR));

        assertThat(settings.variables()).containsExactly(new Variable("contoso_Url", "https://contoso.example"));
        assertThat(settings.connections()).containsExactly(new Connection("contoso_mail", "4445", CONNECTOR));
    }

    @Test
    void propertyNamesAreTakenInAnyCase() throws IOException {
        assertThat(read("{'environmentvariables':[{'schemaname':'a','VALUE':'1'}],'connectionReferences':null}")
                        .variables())
                .containsExactly(new Variable("a", "1"));
    }

    @Test
    void aValueMayBeAnyJson() throws IOException {
        assertThat(
                        read("{'EnvironmentVariables':[{'SchemaName':'a','Value':{'x':[1,2.50]}},{'SchemaName':'b','Value':1.50},{'SchemaName':'c','Value':true},{'SchemaName':'d','Value':[]}]}")
                                .variables())
                .extracting(Variable::value)
                .containsExactly("{\"x\":[1,2.50]}", "1.50", "true", "[]");
    }

    @Test
    void whatIsEmptyIsNotSet() throws IOException {
        assertThat(
                        read("{'EnvironmentVariables':[{'SchemaName':'a','Value':''},{'SchemaName':'b'},{'SchemaName':'c','Value':null}],"
                                        + "'ConnectionReferences':[{'LogicalName':'d','ConnectionId':' '}]}")
                                .isEmpty())
                .isTrue();
    }

    @ByHand("settings in other encodings")
    @Test
    void encodingsThatEditorsWrite() throws IOException {
        String json = "\uFEFF{\"EnvironmentVariables\":[{\"SchemaName\":\"a\",\"Value\":\"ä\"}]}";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("s.json"), json.getBytes(charset));
            assertThat(SettingsFile.read(file).variables()).containsExactly(new Variable("a", "ä"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            []                                                            | 1 | not hold a JSON object
            {'EnvironmentVariables':[}                                    | 1 | it is not JSON
            {'EnvironmentVariables':[]                                    | 1 | it is not JSON
            {}{}                                                          | 1 | follows the end
            {'Variables':[]}                                              | 1 | "Variables" is unknown here. Known: EnvironmentVariables, ConnectionReferences
            {'EnvironmentVariables':[],~'environmentVariables':[]}        | 2 | occurs twice
            {'EnvironmentVariables':{}}                                   | 1 | EnvironmentVariables is not an array
            {'EnvironmentVariables':['a']}                                | 1 | not an object
            {'EnvironmentVariables':[~~{'Value':'a'}]}                    | 3 | has no SchemaName
            {'EnvironmentVariables':[{'SchemaName':1}]}                   | 1 | SchemaName is not a text
            {'EnvironmentVariables':[{'SchemaName':'a','Vlaue':''}]}      | 1 | "Vlaue" is unknown here
            {'EnvironmentVariables':[{'SchemaName':'a'},~{'SchemaName':'A'}]} | 2 | A occurs twice
            {'EnvironmentVariables':[{'SchemaName':'a','Value':'','value':''}]} | 1 | Value occurs twice in one entry
            {'ConnectionReferences':[{'LogicalName':'a','ConnectionId':{}}]} | 1 | ConnectionId is not a text
            """)
    void allElseIsRefusedWithItsLine(String json, int line, String why) {
        assertThatThrownBy(() -> read(json.replace("~", "\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("settings.json can't be read: in line " + line + ", ")
                .hasMessageContaining(why)
                .hasMessageContaining("solution:settings");
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.json can't be read: it does not exist")
                .hasMessageContaining("-Dsolution.deploymentSettingsFile");
    }

    @Test
    void everyPrefixIsReadOrRefused() throws IOException {
        String json =
                "{'EnvironmentVariables':[{'SchemaName':'a','Value':{'x':[1,true,null]}}],'ConnectionReferences':[{'LogicalName':'b','ConnectionId':'c'}]}"
                        .replace('\'', '"');
        for (int length = 0; length < json.length(); length++) {
            String prefix = json.substring(0, length);
            assertThatThrownBy(() -> SettingsReader.read("s.json", prefix.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("s.json can't be read: in line ");
        }
    }

    @Test
    void valuesAreNotInTheText() {
        assertThat(new DeploymentSettings("s.json", List.of(new Variable("a", "secret")), List.of()).toString())
                .doesNotContain("secret");
    }

    @Test
    void thePomOverridesNameByName() {
        DeploymentSettings file = new DeploymentSettings(
                "file",
                List.of(new Variable("a", "1"), new Variable("b", "2")),
                List.of(new Connection("c", "3", CONNECTOR)));
        DeploymentSettings pom = new DeploymentSettings("pom", List.of(new Variable("A", "4")), List.of());

        DeploymentSettings both = file.overriddenBy(pom);

        assertThat(both.source()).isEqualTo("file and pom");
        assertThat(both.variables()).containsExactly(new Variable("b", "2"), new Variable("A", "4"));
        assertThat(both.connections()).hasSize(1);
    }

    @Test
    void aSkeletonIsStableAndReadsAsWhatThePackageBrings() throws IOException {
        SettingsDeclaration declared = new SettingsDeclaration(
                List.of(
                        new EnvironmentVariable(
                                "contoso_b", "", Type.STRING, false, Optional.of("x"), Optional.empty()),
                        new EnvironmentVariable(
                                "contoso_A", "", Type.STRING, true, Optional.empty(), Optional.empty())),
                List.of(new ConnectionReference("contoso_mail", "Mail", "", CONNECTOR, false)));

        Path file = SettingsFile.write(declared, folder.resolve("new/settings.json"));

        assertThat(file)
                .hasContent(
                        """
                        {
                          "EnvironmentVariables": [
                            {
                              "SchemaName": "contoso_A",
                              "Value": ""
                            },
                            {
                              "SchemaName": "contoso_b",
                              "Value": "x"
                            }
                          ],
                          "ConnectionReferences": [
                            {
                              "LogicalName": "contoso_mail",
                              "ConnectionId": "",
                              "ConnectorId": "%s"
                            }
                          ]
                        }
                        """
                                .formatted(CONNECTOR));
        assertThat(SettingsFile.read(file).variables()).containsExactly(new Variable("contoso_b", "x"));
    }

    static Stream<Path> real() throws IOException {
        return Oracles.files("solution.corpus", "../shared/corpus", ".json");
    }

    @ParameterizedTest
    @MethodSource("real")
    void filesOfOthers(Path file) throws IOException {
        Oracles.assumePresent(file);
        DeploymentSettings settings = SettingsFile.read(file);

        assertThat(settings.variables()).isNotEmpty();
        assertThat(settings.connections())
                .allSatisfy(connection -> assertThat(connection.connectorId()).startsWith("/providers/"));
    }

    private DeploymentSettings read(String json) throws IOException {
        Path file = folder.resolve("settings.json");
        return SettingsFile.read(Files.writeString(file, json.replace('\'', '"')));
    }
}
