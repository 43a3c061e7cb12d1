package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.solution;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.EnvironmentVariable.Type;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.settings.SettingValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The environment variables and connection references that a package leaves to the environment (docs/platform-facts.md,
 * "Environment variables and connection references").
 */
class DeclaredSettingsTest {

    private static final String FOLDER = "environmentvariabledefinitions/contoso_Limit/";
    private static final String CONNECTOR = "/providers/Microsoft.PowerApps/apis/shared_office365";

    @Test
    void aVariableInItsFolder() {
        assertThat(limit().read().settings().variables())
                .containsExactly(new EnvironmentVariable(
                        "contoso_Limit", "Limit", Type.NUMBER, true, Optional.of("20"), Optional.empty()));
    }

    @Test
    void withTheValueThatThePackageBrings() {
        PackageFixture fixture = limit().file(
                        FOLDER + "environmentvariablevalues.json",
                        "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"@environmentvariablevalueid\":\"1\",\"iscustomizable\":\"1\",\"value\":\"50\"}}}");

        assertThat(variable(fixture).value()).contains("50");
    }

    @Test
    void aValueThatIsNoJsonSaysNothing() {
        assertThat(variable(limit().file(FOLDER + "environmentvariablevalues.json", "no"))
                        .value())
                .isEmpty();
    }

    @Test
    void aVariableOfEarlyExportsAndBothFormsOfItsValue() {
        String section =
                """
                <EnvironmentVariables><Definition IntroducedVersion="1.0.0.0"><SchemaName>contoso_Limit</SchemaName>
                <IsRequired>1</IsRequired><Type>100000001</Type><DefaultValue xsi:nil="true"></DefaultValue>
                <DisplayName><LocalizedNames><LocalizedName description="Limit" languagecode="1033"/></LocalizedNames>
                </DisplayName></Definition></EnvironmentVariables>
                """;

        assertThat(variable(with(section)).defaultValue()).isEmpty();
        assertThat(variable(with(section)).type()).isEqualTo(Type.NUMBER);
        assertThat(variable(with(section)).required()).isTrue();
        assertThat(variable(
                                with(section)
                                        .file(
                                                "environment_variable_values.json",
                                                "{\"version\":\"1.0.0.0\",\"values\":[{\"name\":\"contoso_limit\",\"value\":\"7\"}]}"))
                        .value())
                .contains("7");
        assertThat(variable(
                                with(section)
                                        .file(
                                                "environment_variable_values.json",
                                                "{\"EnvironmentVariableValues\":[{\"EnvironmentVariableDefinition.SchemaName\":\"contoso_Limit\",\"Value\":\"8\"}]}"))
                        .value())
                .contains("8");
    }

    @Test
    void connectionReferences() {
        PackageFixture fixture = with(
                """
                <connectionreferences>
                <connectionreference connectionreferencelogicalname="contoso_own"><connectionreferencedisplayname>Own</connectionreferencedisplayname>
                <connectorid>%s2</connectorid><customconnectorid><connectorid>de4da0c8</connectorid></customconnectorid></connectionreference>
                <connectionreference connectionreferencelogicalname="contoso_Mail"><connectionreferencedisplayname>Mail</connectionreferencedisplayname>
                <connectorid>%s</connectorid><description>To tell</description><statecode>0</statecode></connectionreference>
                </connectionreferences>
                """
                        .formatted(CONNECTOR, CONNECTOR));

        assertThat(fixture.read().settings().references())
                .containsExactly(
                        new ConnectionReference("contoso_Mail", "Mail", "To tell", CONNECTOR, false),
                        new ConnectionReference("contoso_own", "Own", "", CONNECTOR + "2", true));
    }

    @Test
    void aPackageWithoutAnyLeavesNothing() {
        assertThat(solution().read().settings()).isEqualTo(SettingsDeclaration.NONE);
    }

    static Stream<Path> packages() throws Exception {
        return Stream.concat(
                Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                Oracles.files("solution.corpus", "../shared/corpus", ".cab"));
    }

    /** As many declarations as components, and each complete. */
    @ParameterizedTest
    @MethodSource("packages")
    void realPackages(Path file) throws Exception {
        Oracles.assumePresent(file);
        Map<String, Integer> counts = new HashMap<>();
        SettingsDeclaration declared;
        try {
            var inspection = PackageInspector.inspect(file, Optional.empty());
            counts.putAll(inspection.counts());
            declared = inspection.settings();
        } catch (RefusalException e) {
            return; // no package
        }

        assertThat(declared.variables())
                .hasSize(counts.getOrDefault("environmentvariabledefinition", 0))
                .allSatisfy(variable -> assertThat(variable.schemaName()).matches("[\\w-]+"));
        assertThat(declared.references())
                .hasSize(counts.getOrDefault("connectionreference", 0))
                .allSatisfy(reference -> assertThat(reference.connectorId()).startsWith("/providers/"));
        assertThat(declared.variables().stream()
                        .filter(variable -> variable.value().isPresent())
                        .map(variable ->
                                SettingValue.problem(variable, variable.value().get()))
                        .flatMap(Optional::stream))
                .isEmpty();
    }

    private static EnvironmentVariable variable(PackageFixture fixture) {
        List<EnvironmentVariable> variables = fixture.read().settings().variables();
        assertThat(variables).hasSize(1);
        return variables.get(0);
    }

    private static PackageFixture limit() {
        return solution()
                .file(
                        FOLDER + "environmentvariabledefinition.xml",
                        """
                        <environmentvariabledefinition schemaname="contoso_Limit"><defaultvalue>20</defaultvalue>
                        <displayname default="Limit"><label description="Limit" languagecode="1033"/></displayname>
                        <isrequired>1</isrequired><type>100000001</type></environmentvariabledefinition>
                        """);
    }
}
