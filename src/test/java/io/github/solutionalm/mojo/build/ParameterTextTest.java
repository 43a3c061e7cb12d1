package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.SameVersion;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {

    @Test
    void readsWordsInAnyCase() throws MojoExecutionException {
        assertThat(ParameterText.choice("action", " Update ", Action.class)).isEqualTo(Action.UPDATE);
    }

    @Test
    void aWrongWordNamesParameterPropertyValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> ParameterText.choice("sameVersion", "ignore", SameVersion.class))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Invalid value 'ignore' for <sameVersion> (-Dsolution.sameVersion). Allowed: skip, import, fail.");
    }

    @Test
    void readsDurations() throws MojoExecutionException {
        assertThat(ParameterText.duration("timeout", "PT60M")).isEqualTo(Duration.ofHours(1));
        assertThat(ParameterText.duration("lockTimeout", "PT0S")).isZero();
        assertThat(ParameterText.duration("lockTimeout", "P365D")).isEqualTo(Duration.ofDays(365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P366D", "PT99999999999999H"})
    void aDurationBeyondAllClocksIsRefused(String value) {
        assertThatThrownBy(() -> ParameterText.duration("timeout", value))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Invalid value '" + value + "' for <timeout> (-Dsolution.timeout). The maximum is P365D.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "60m", "", "PT-5M", "1h"})
    void aWrongDurationIsExplainedWithAnExample(String value) {
        assertThatThrownBy(() -> ParameterText.duration("timeout", value))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<timeout>")
                .hasMessageContaining("-Dsolution.timeout")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("PT60M");
    }

    /** It would allow nothing, and the one who wrote it would look for the reason elsewhere. */
    @Test
    void aMisspeltComponentTypeIsRefused() {
        assertThatThrownBy(() -> ParameterText.typeAndKey("allowedDeletes", "WebResorce:*"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Unknown component type 'WebResorce'. Did you mean WebResource?");
        assertThatCode(() -> {
                    for (String pattern : List.of("webresource:*", "*:x", "Web*:*", "contoso_table:*")) {
                        ParameterText.typeAndKey("allowedDeletes", pattern);
                    }
                })
                .doesNotThrowAnyException();
    }
}
