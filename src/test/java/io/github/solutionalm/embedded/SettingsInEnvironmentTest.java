package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.model.ComponentType.CONNECTION_REFERENCE;
import static io.github.solutionalm.model.ComponentType.ENVIRONMENT_VARIABLE_DEFINITION;
import static io.github.solutionalm.model.ComponentType.ENVIRONMENT_VARIABLE_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded environment checks deployment settings, and keeps them as its own: in the unmanaged layer. */
class SettingsInEnvironmentTest {

    private static final Variable LIMIT = new Variable("contoso_limit", "70");
    private static final Connection MAIL = new Connection("contoso_mail", "4445", "");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void anEnvironment() {
        rehearsal = Rehearsal.in(folder);
    }

    @Test
    void valuesAndConnectionsAreTheEnvironmentsOwn() throws Exception {
        ImportResult result = imports(orders("1.0.0.0", "50"), LIMIT, MAIL);

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
        assertThat(rehearsal.layers(ENVIRONMENT_VARIABLE_VALUE, "contoso_limit"))
                .containsExactly("Contoso", Layer.ACTIVE);
        assertThat(value()).contains("<value>70</value>");
        assertThat(rehearsal.component(SettingsLayers.CONNECTION, "contoso_mail"))
                .hasValueSatisfying(connection -> {
                    assertThat(connection.name()).isEqualTo("4445");
                    assertThat(connection.parent()).contains(new ComponentKey(CONNECTION_REFERENCE, "contoso_mail"));
                    assertThat(connection.published()).contains(true);
                });
    }

    @Test
    void wrongSettingsRefuseThePackageAndLeaveTheEnvironment() throws Exception {
        ImportResult result = imports(
                orders("1.0.0.0", ""), new Variable("contoso_limit", "many"), new Connection("contoso_chat", "1", ""));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .extracting(Finding::message)
                .satisfiesExactly(
                        type -> assertThat(type).contains("takes a number"),
                        unknown -> assertThat(unknown).contains("contoso_chat"),
                        unbound -> assertThat(unbound).contains("contoso_mail").contains("has no connection"));
        assertThat(rehearsal.content().components()).isEmpty();
    }

    @Test
    void aPlanIsCheckedAlike() throws Exception {
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            PlanResult plan = environment
                    .plan(
                            List.of(request(
                                    orders("1.0.0.0", ""),
                                    Action.UPGRADE,
                                    LIMIT,
                                    new Variable("contoso_x", "1"),
                                    MAIL)),
                            ImportListener.NONE)
                    .get(0);
            assertThat(plan.errors()).hasSize(1);
        }
    }

    @Test
    void withoutSettingsARehearsalNeedsNoConnections() throws Exception {
        ImportResult result = rehearsal.imports(orders("1.0.0.0", "50"));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void anUpgradeKeepsThemAndNeedNotBeToldAgain() throws Exception {
        imports(orders("1.0.0.0", "50"), LIMIT, MAIL);

        ImportResult upgraded = rehearsal.imports(orders("2.0.0.0", ""));

        assertThat(upgraded.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(upgraded.warnings()).isEmpty();
        assertThat(rehearsal.layers(ENVIRONMENT_VARIABLE_VALUE, "contoso_limit"))
                .containsExactly(Layer.ACTIVE);
        assertThat(value()).contains("<value>70</value>");
        assertThat(rehearsal.layers(SettingsLayers.CONNECTION, "contoso_mail")).containsExactly(Layer.ACTIVE);
    }

    @Test
    void soDoesOneInTwoSteps() throws Exception {
        Rehearsal inOne = Rehearsal.at(folder.resolve("one.db"));
        imports(inOne, orders("1.0.0.0", "50"), LIMIT, MAIL);
        inOne.imports(orders("2.0.0.0", ""));

        imports(orders("1.0.0.0", "50"), LIMIT, MAIL);
        rehearsal.stages(orders("2.0.0.0", ""));
        assertThat(rehearsal.applies("Contoso").outcome()).isEqualTo(Outcome.APPLIED);

        assertThat(EnvironmentDump.content(rehearsal.file())).isEqualTo(EnvironmentDump.content(inOne.file()));
        assertThat(value()).contains("<value>70</value>");
    }

    @Test
    void theyGoWithTheirDefinitions() throws Exception {
        imports(orders("1.0.0.0", "50"), LIMIT, MAIL);

        ImportResult upgraded = rehearsal.imports(PackageBuilder.managed("Contoso", "2.0.0.0")
                .webResource("contoso_/a.js", "1")
                .folder(folder.resolve("empty")));

        assertThat(upgraded.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.content().components())
                .extracting(component -> component.key().type())
                .doesNotContain(
                        ENVIRONMENT_VARIABLE_DEFINITION,
                        ENVIRONMENT_VARIABLE_VALUE,
                        CONNECTION_REFERENCE,
                        SettingsLayers.CONNECTION);
    }

    @Test
    void aNewValueReplacesTheOldOne() throws Exception {
        imports(orders("1.0.0.0", ""), LIMIT, MAIL);
        imports(orders("1.1.0.0", ""), new Variable("Contoso_Limit", " 80 "), MAIL);

        assertThat(value()).contains("<value>80</value>");
    }

    @Test
    void settingsOfAPackageThatIsSkippedAreNotPassedOverInSilence() throws Exception {
        imports(orders("1.0.0.0", ""), LIMIT, MAIL);

        assertThat(imports(orders("1.0.0.0", ""), LIMIT, MAIL).warnings()).isEmpty();
        ImportResult other = imports(orders("1.0.0.0", ""), new Variable("contoso_limit", "80"), MAIL);
        assertThat(other.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(other.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("contoso_limit")
                .contains("sameVersion"));
        assertThat(value()).contains("<value>70</value>");
    }

    @Test
    void aRequiredVariableIsNotServedByAValueThatGoes() throws Exception {
        imports(orders("1.0.0.0", "50"), MAIL);

        ImportResult upgraded = imports(orders("2.0.0.0", ""), MAIL);

        assertThat(upgraded.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(upgraded.errors().get(0).message()).contains("contoso_Limit").contains("must have a value");
    }

    /** One required variable without a default and one connection reference. */
    private Path orders(String version, String value) throws Exception {
        PackageBuilder solution = PackageBuilder.managed("Contoso", version)
                .section(
                        "connectionreferences",
                        "<connectionreference connectionreferencelogicalname=\"contoso_mail\"><connectorid>/providers/"
                                + "Microsoft.PowerApps/apis/shared_office365</connectorid></connectionreference>")
                .file(
                        "environmentvariabledefinitions/contoso_Limit/environmentvariabledefinition.xml",
                        "<environmentvariabledefinition schemaname=\"contoso_Limit\"><displayname default=\"Limit\"/>"
                                + "<isrequired>1</isrequired><type>100000001</type></environmentvariabledefinition>");
        if (!value.isEmpty()) {
            solution.file(
                    "environmentvariabledefinitions/contoso_Limit/environmentvariablevalues.json",
                    "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"value\":\"" + value + "\"}}}");
        }
        return solution.folder(folder.resolve("packages"));
    }

    private ImportResult imports(Path solution, Object... settings) throws Exception {
        return imports(rehearsal, solution, settings);
    }

    private static ImportResult imports(Rehearsal into, Path solution, Object... settings) throws Exception {
        try (EmbeddedEnvironment environment = into.open()) {
            return environment.importSolution(request(solution, Action.UPGRADE, settings), ImportListener.NONE);
        }
    }

    private static ImportRequest request(Path solution, Action action, Object... settings) {
        List<Object> all = List.of(settings);
        return new ImportRequest(
                        "import",
                        solution,
                        Optional.empty(),
                        options().action(action).build())
                .with(Optional.of(new DeploymentSettings(
                        "test.json",
                        all.stream()
                                .filter(Variable.class::isInstance)
                                .map(Variable.class::cast)
                                .toList(),
                        all.stream()
                                .filter(Connection.class::isInstance)
                                .map(Connection.class::cast)
                                .toList())));
    }

    /** What shows of the variable's value. */
    private String value() {
        ComponentKey key = new ComponentKey(ENVIRONMENT_VARIABLE_VALUE, "contoso_limit");
        return rehearsal.store().read(tx -> tx.contents()
                .text(tx.layers().topDefinition(key).orElseThrow().xml()));
    }
}
