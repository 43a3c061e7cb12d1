package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a platform refuses without saying what to do is followed by what to do; texts as they were reported in public. */
class CuresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x80060467 | ConnectionAuthorizationFailed: The caller object id is 1 | Share the connection",
                "0x80060467 | Error: ServiceToServiceUnauthorized | Share the connection",
                "0x80040237 | Cannot insert duplicate key row in object 'dbo.EnvironmentVariableValueBase' with unique index"
                        + " 'ndx_envvarval_schemaname' | give it in the deployment settings",
                "0x80040216 | The database operation timed out due to blocking. Please retry | at a quieter time",
                "0x80044151 | SQL timeout expired | at a quieter time",
                "0x80044A02 | The attachment is either not a valid type or is too large. maxuploadfilesize | up to 128 MB",
                "0x80048539 | Holding solution Orders_Upgrade already exists. | leftoverUpgrade",
                "0x8004F01F | The component cannot be deleted because it is referenced by 1 other components | Show dependencies",
                "'' | AADSTS53003: Access has been blocked by Conditional Access policies | Workload identities"
            })
    void areSaid(String code, String message, String cure) {
        assertThat(Cures.advised(finding(code, message)).message())
                .startsWith(message)
                .contains(cure);
    }

    @Test
    void areSaidOnceAndOnlyOfWhatTheyAreFor() {
        Finding once = Cures.advised(finding("0x80044151", "SQL timeout expired"));

        assertThat(Cures.advised(once)).isEqualTo(once);
        assertThat(Cures.advised(finding("0x80040216", "It broke."))).isEqualTo(finding("0x80040216", "It broke."));
    }

    private static Finding finding(String code, String message) {
        return new Finding(code, "", message, Optional.empty());
    }
}
