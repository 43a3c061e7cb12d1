package io.github.solutionalm.mojo.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of a solution, made of a version of Maven. */
class BuildVersionTest {

    private static final String CURE = "Write another one.";

    @ParameterizedTest
    @CsvSource({
        "2.1.0,          ,   2.1.0.0",
        "2.1.0,          57, 2.1.0.57",
        "2.1.0-SNAPSHOT, ,   2.1.0.0",
        "2.1.0-SNAPSHOT, 57, 2.1.0.57",
        "2.1,            57, 2.1.0.57",
        "2,              ,   2.0.0.0",
        "2.1.0.3,        ,   2.1.0.3",
        "1.02.3,         ,   1.2.3.0",
        "20260430.1,     ,   20260430.1.0.0",
        "1.0.2147483647, 2147483647, 1.0.2147483647.2147483647",
    })
    void hasFourNumbers(String text, String buildNumber, String version) throws Exception {
        assertThat(of(text, buildNumber).version()).hasToString(version);
    }

    @Test
    void saysWhatItWasMadeOf() throws Exception {
        assertThat(of("2.1.0-SNAPSHOT", "57").source()).isEqualTo("POM version 2.1.0-SNAPSHOT, build number 57");
        assertThat(of("2.1.0", null).source()).isEqualTo("POM version 2.1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.0-rc1,             -rc1",
        "2.1.0-beta-2-SNAPSHOT, -beta-2",
        "2.1.0.RELEASE,         .RELEASE",
        "2.1.0-snapshot,        -snapshot",
    })
    void anotherQualifierIsRefused(String text, String qualifier) {
        assertThatThrownBy(() -> of(text, null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The POM version " + text
                        + " can't be the version of a solution: a solution has a version of numbers only, and '"
                        + qualifier
                        + "' is none. Of the qualifiers of Maven only -SNAPSHOT is dropped, because with two others the same"
                        + " version could be built twice. " + CURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-SNAPSHOT", "v2.1", "${revision}", "2..1", "2.1."})
    void whatIsNoVersionIsRefused(String text) {
        assertThatThrownBy(() -> of(text, null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("a version of numbers only");
    }

    @Test
    void fiveNumbersAreTooMany() {
        assertThatThrownBy(() -> of("1.2.3.4.5", null)).hasMessageContaining("four numbers at most");
    }

    @Test
    void aBuildNumberNeedsAPlace() {
        assertThatThrownBy(() -> of("1.2.3.4", "57"))
                .hasMessageContaining(
                        "it has four numbers, so there is no place for the build number 57. Write a version of"
                                + " three numbers, or leave out buildNumber.");
    }

    @Test
    void aNumberThatThePlatformDoesNotTakeIsNamed() {
        assertThatThrownBy(() -> of("1.20260430123.0", null))
                .hasMessageContaining("its number 20260430123 is larger than 2147483647");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "57a", "2147483648", "${env.BUILD}"})
    void aBuildNumberIsANumber(String buildNumber) {
        assertThatThrownBy(() -> of("1.0", buildNumber))
                .hasMessageStartingWith(
                        "Invalid value '" + buildNumber + "' for <buildNumber> (-Dsolution.buildNumber).");
    }

    @Test
    void aSnapshotMayBeHigherThanItsRelease() throws Exception {
        assertThat(of("2.1.0-SNAPSHOT", "57").higherThanRelease().map(Object::toString))
                .contains("2.1.0.0");
        assertThat(of("2.1.0-SNAPSHOT", "0").higherThanRelease()).isEmpty();
        assertThat(of("2.1.0-SNAPSHOT", null).higherThanRelease()).isEmpty();
        assertThat(of("2.1.0", "57").higherThanRelease()).isEmpty();
    }

    private static BuildVersion of(String text, String buildNumber) throws MojoExecutionException {
        return BuildVersion.of(text, "POM version", CURE, Optional.ofNullable(buildNumber));
    }
}
