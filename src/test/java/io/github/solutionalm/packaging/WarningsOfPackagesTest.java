package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.solution;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.PackageWarnings;
import io.github.solutionalm.model.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd about a package is said wherever it is looked into or imported to. */
class WarningsOfPackagesTest {

    private static final String FOLDER = "environmentvariabledefinitions/contoso_Limit/";

    private static List<Finding> warnings(PackageFixture fixture) {
        return PackageWarnings.of(fixture.read());
    }

    private static PackageFixture ofFormat(String version) {
        PackageFixture fixture = solution();
        String manifest = new String(fixture.part("solution.xml"), StandardCharsets.UTF_8);
        return fixture.file(
                "solution.xml",
                manifest.replace("SolutionPackageVersion='9.2'", "SolutionPackageVersion='" + version + "'"));
    }

    private static PackageFixture limit() {
        return solution()
                .file(
                        FOLDER + "environmentvariabledefinition.xml",
                        "<environmentvariabledefinition schemaname='contoso_Limit'/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.3", "10.0", "9.2.1"})
    void aFormatThatIsNewerThanKnown(String version) {
        assertThat(warnings(ofFormat(version))).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("0x80048068");
            assertThat(warning.message()).contains(version, "9.2");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.2", "9.02", "9.1", "5.0", "", "odd"})
    void aFormatThatIsKnownOrSaysNothing(String version) {
        assertThat(warnings(ofFormat(version))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"@environmentvariablevalueid\":\"1\",\"value\":\"\"}}}",
                "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"@environmentvariablevalueid\":\"1\",\"value\":\" \"}}}",
                "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"@environmentvariablevalueid\":\"1\",\"value\":null}}}"
            })
    void anEmptyValueOfAVariable(String values) {
        PackageFixture fixture = limit().file(FOLDER + "environmentvariablevalues.json", values);

        assertThat(warnings(fixture)).singleElement().satisfies(warning -> {
            assertThat(warning.message()).contains("contoso_Limit");
            assertThat(warning.component()).contains(key("environmentvariabledefinition", "contoso_limit"));
        });
        assertThat(fixture.read().settings().variables())
                .allMatch(variable -> variable.value().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"values\":[{\"name\":\"contoso_limit\",\"value\":\"\"}]}",
                "{\"EnvironmentVariableValues\":[{\"EnvironmentVariableDefinition.SchemaName\":\"contoso_Limit\",\"Value\":null}]}"
            })
    void anEmptyValueInTheOldForms(String values) {
        assertThat(warnings(limit().file("environment_variable_values.json", values)))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("contoso_Limit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "{}",
                "{\"environmentvariablevalues\":{}}",
                "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"iscustomizable\":\"1\"}}}",
                "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"value\":\"50\"}}}"
            })
    void noValueOrOneThatIsNotEmpty(String values) {
        assertThat(warnings(limit().file(FOLDER + "environmentvariablevalues.json", values)))
                .isEmpty();
    }

    @Test
    void filesThatNothingClaims() {
        assertThat(warnings(with("").file("Notes/readme.txt", "x")))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("0x80072035");
                    assertThat(warning.message()).contains("Notes/readme.txt");
                });
    }
}
