package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.Effort;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.ManyFindings;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.settings.SettingsCheck;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A package may declare as many settings as a file gives: neither is searched for each of the other. */
final class ManySettingsTest {

    private static final String CONNECTOR = "/providers/Microsoft.PowerApps/apis/shared_office365";

    @Test
    void thatThePackageHas() {
        assertThat(Effort.ofFourTimesAsMuch(
                        10_000, count -> assertThat(errors(count, "contoso_")).isZero()))
                .as("time for four times as many settings")
                .isLessThan(9);
    }

    @Test
    void thatItDoesNotHave() {
        assertThat(Effort.ofFourTimesAsMuch(10_000, count -> assertThat(errors(count, "other_"))
                        .isEqualTo(ManyFindings.TOLD + 1))) // each is unknown, and each of the package is missing
                .as("time for four times as many settings")
                .isLessThan(9);
    }

    /** A settings file of 16 MB has hundreds of thousands, and each error would stand in every report. */
    @Test
    void aThousandErrorsAreTold() {
        assertThat(errors(250, "other_")).isEqualTo(1_000);
        assertThat(errors(251, "other_")).isEqualTo(1_001);
        assertThat(errors(5_000, "other_")).isEqualTo(1_001);
    }

    private static int errors(int count, String prefix) {
        SettingsDeclaration declared = new SettingsDeclaration(
                IntStream.range(0, count)
                        .mapToObj(i -> new EnvironmentVariable(
                                "contoso_" + i,
                                "",
                                EnvironmentVariable.Type.STRING,
                                true,
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                IntStream.range(0, count)
                        .mapToObj(i -> new ConnectionReference("contoso_" + i, "", "", CONNECTOR, false))
                        .toList());
        DeploymentSettings given = new DeploymentSettings(
                "settings.json",
                IntStream.range(0, count)
                        .mapToObj(i -> new DeploymentSettings.Variable(prefix.toUpperCase(Locale.ROOT) + i, "x"))
                        .toList(),
                IntStream.range(0, count)
                        .mapToObj(i -> new DeploymentSettings.Connection(prefix + i, "1", CONNECTOR))
                        .toList());
        return SettingsCheck.of(declared, Optional.of(given), SettingsCheck.Present.NONE)
                .errors()
                .size();
    }
}
