package io.github.solutionalm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.EnvironmentVariable.Type;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.settings.SettingsCheck.Present;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings are held against the package before anything is written; all findings come at once. */
class SettingsCheckTest {

    private static final String OFFICE = "/providers/Microsoft.PowerApps/apis/shared_office365";
    private static final String TEAMS = "/providers/Microsoft.PowerApps/apis/shared_teams";
    private static final String VAULT =
            "/subscriptions/1/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/secrets/s";
    private static final EnvironmentVariable URL = variable("contoso_Url", Type.STRING, true);
    private static final ConnectionReference MAIL = new ConnectionReference("contoso_mail", "Mail", "", OFFICE, false);

    @Test
    void allFindingsAtOnce() {
        SettingsDeclaration declared = new SettingsDeclaration(
                List.of(URL, variable("contoso_Limit", Type.NUMBER, false)),
                List.of(MAIL, new ConnectionReference("contoso_chat", "Chat", "", TEAMS, false)));

        SettingsCheck check = SettingsCheck.of(
                declared,
                given(
                        List.of(new Variable("contoso_Ulr", "x"), new Variable("contoso_limit", "many")),
                        List.of(new Connection("contoso_mail", "44", TEAMS), new Connection("contoso_mial", "44", ""))),
                Present.NONE);

        assertThat(check.warnings()).isEmpty();
        assertThat(check.errors())
                .extracting(Finding::message)
                .satisfiesExactly(
                        unknown -> assertThat(unknown)
                                .startsWith(
                                        "The environment variable contoso_Ulr in test.json is not in the package; it has"
                                                + " contoso_Limit, contoso_Url."),
                        type -> assertThat(type)
                                .startsWith("The value of the environment variable contoso_Limit in test.json is"
                                        + " 'many', but the variable takes a number"),
                        connector -> assertThat(connector)
                                .contains("connection reference contoso_mail")
                                .contains("has the connector " + TEAMS + ", but the package needs " + OFFICE),
                        unknown -> assertThat(unknown).contains("contoso_mial in test.json is not in the package"),
                        required -> assertThat(required).contains("contoso_Url").contains("must have a value"),
                        unbound -> assertThat(unbound).contains("contoso_chat").contains("has no connection"));
    }

    @Test
    void withoutSettingsWhatIsMissingIsAWarning() {
        SettingsDeclaration declared = new SettingsDeclaration(List.of(URL), List.of(MAIL));

        SettingsCheck check = SettingsCheck.of(declared, Optional.empty(), Present.NONE);

        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        value -> assertThat(value).contains("have none: contoso_Url."),
                        connection -> assertThat(connection)
                                .contains("have no connection: contoso_mail.")
                                .contains("deploymentSettingsFile")
                                .contains("<connectionReferences>"));
    }

    @Test
    void whatTheEnvironmentHasNeedNotBeGiven() {
        SettingsDeclaration declared = new SettingsDeclaration(List.of(URL), List.of(MAIL));
        Present present = new Present(Set.of(URL.key()), Set.of(MAIL.key()));

        assertThat(SettingsCheck.of(declared, Optional.empty(), present).warnings())
                .isEmpty();
        assertThat(SettingsCheck.of(declared, given(List.of(), List.of()), present)
                        .errors())
                .isEmpty();
    }

    @Test
    void whatThePackageBringsNeedNotBeGiven() {
        EnvironmentVariable withDefault =
                new EnvironmentVariable("contoso_a", "", Type.STRING, true, Optional.of("1"), Optional.empty());
        EnvironmentVariable optional = variable("contoso_b", Type.STRING, false);
        SettingsDeclaration declared =
                new SettingsDeclaration(List.of(withDefault, optional, URL.withValue("x")), List.of());

        assertThat(SettingsCheck.of(declared, given(List.of(), List.of()), Present.NONE)
                        .errors())
                .isEmpty();
    }

    @Test
    void theIdOfACustomConnectorIsAnotherOneInEachEnvironment() {
        SettingsDeclaration declared = new SettingsDeclaration(
                List.of(), List.of(new ConnectionReference("contoso_own", "", "", OFFICE + "-5f01", true)));

        assertThat(SettingsCheck.of(
                                declared,
                                given(List.of(), List.of(new Connection("contoso_own", "44", OFFICE + "-5f02"))),
                                Present.NONE)
                        .errors())
                .isEmpty();
    }

    @Test
    void placeholdersThatNothingReplaced() {
        SettingsDeclaration declared = new SettingsDeclaration(List.of(URL), List.of(MAIL));

        assertThat(SettingsCheck.of(
                                declared,
                                given(
                                        List.of(new Variable("contoso_Url", "#{environmentvariable.url}#")),
                                        List.of(new Connection("contoso_mail", "${mail.connection}", ""))),
                                Present.NONE)
                        .errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.message()).contains("placeholder"));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 42, true",
        "NUMBER, -0.5e3, true",
        "NUMBER, 1e9999, false",
        "NUMBER, '1,000', false",
        "NUMBER, NaN, false",
        "BOOLEAN, Yes, true",
        "BOOLEAN, no, true",
        "BOOLEAN, true, true",
        "BOOLEAN, 1, false",
        "JSON, '{\"a\":[1]}', true",
        "JSON, 42, true",
        "JSON, '{\"a\":', false",
        "JSON, '{} {}', false",
        "STRING, '{', true",
        "DATA_SOURCE, any, true",
        "SECRET, " + VAULT + ", true",
        "SECRET, hunter2, false",
    })
    void valuesAreOfTheTypeOfTheirVariable(Type type, String value, boolean right) {
        Optional<String> problem = SettingValue.problem(variable("contoso_x", type, false), value);

        assertThat(problem.isEmpty()).isEqualTo(right);
        problem.filter(text -> type == Type.SECRET)
                .ifPresent(text -> assertThat(text).doesNotContain(value).contains("Key Vault"));
    }

    @Test
    void valuesAreKeptAsThePlatformWritesThem() {
        assertThat(SettingValue.normal(variable("a", Type.BOOLEAN, false), " TRUE"))
                .isEqualTo("yes");
        assertThat(SettingValue.normal(variable("a", Type.BOOLEAN, false), "No"))
                .isEqualTo("no");
        assertThat(SettingValue.normal(variable("a", Type.NUMBER, false), " 1 "))
                .isEqualTo("1");
        assertThat(SettingValue.normal(variable("a", Type.STRING, false), " 1 "))
                .isEqualTo(" 1 ");
        assertThat(new String(
                        SettingValue.xml(variable("a_B", Type.STRING, false), "<&>"),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(
                        "<environmentvariablevalue schemaname=\"a_B\"><value>&lt;&amp;&gt;</value></environmentvariablevalue>");
    }

    private static EnvironmentVariable variable(String name, Type type, boolean required) {
        return new EnvironmentVariable(name, "", type, required, Optional.empty(), Optional.empty());
    }

    private static Optional<DeploymentSettings> given(List<Variable> variables, List<Connection> connections) {
        return Optional.of(new DeploymentSettings("test.json", variables, connections));
    }
}
