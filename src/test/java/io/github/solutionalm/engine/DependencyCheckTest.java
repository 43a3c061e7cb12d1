package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.table;
import static io.github.solutionalm.engine.Planning.codes;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.engine.Planning.refusal;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.ROLE;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.RefusalException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyCheckTest {

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @Test
    void whatThePackageHasIsNotMissing() throws Exception {
        PackageFixture solution =
                orders().with(table("contoso_region", "x")).requires(ENTITY, "contoso_region", "Base", "1.0");

        assertThat(plan(solution, environment).missingDependencies()).isEmpty();
    }

    @Test
    void whatThePackageOnlyMentionsIsMissing() {
        PackageFixture solution =
                orders().with(context(ENTITY, "contoso_region")).requires(ENTITY, "contoso_region", "Base", "1.0");

        assertThat(missing(solution)).containsExactly("Entity contoso_region");
    }

    @Test
    void whatTheEnvironmentHoldsIsNotMissing() throws Exception {
        environment.managed("Base", "1.0.0.0").holding(key(ENTITY, "contoso_region"), "Base=x");

        assertThat(plan(orders().requires(ENTITY, "contoso_region", "Base", "1.0.0.0"), environment)
                        .missingDependencies())
                .isEmpty();
    }

    @Test
    void theSolutionMustHaveTheVersionNeededWhereItIsKnown() throws Exception {
        environment.managed("Base", "1.0.0.0").holding(key(ENTITY, "contoso_region"), "Base=x");

        assertThat(missing(orders().requires(ENTITY, "contoso_region", "Base", "1.2.0.0")))
                .containsExactly("Entity contoso_region");
        assertThat(refusal(orders().requires(ENTITY, "contoso_region", "Base", "1.2.0.0"), environment))
                .hasMessageContaining("or only in another version")
                .hasMessageContaining("First import: Base (1.2.0.0).");
        assertThat(plan(orders().requires(ENTITY, "contoso_region", "Elsewhere", "9.0"), environment)
                        .missingDependencies())
                .isEmpty();
        assertThat(plan(orders().requires(ENTITY, "contoso_region", "Base", ""), environment)
                        .missingDependencies())
                .isEmpty();
    }

    @Test
    void aProvidedSolutionHasWhatIsRequiredOfIt() throws Exception {
        environment.providing("msdynce_Sales");

        assertThat(plan(orders().requires(WEB_RESOURCE, "msdyn_/a.js", "msdynce_Sales", "9.0"), environment)
                        .missingDependencies())
                .isEmpty();
    }

    @Test
    void aProvidedSolutionThatIsInstalledMustHaveIt() {
        environment.providing("Base").managed("Base", "1.0.0.0");

        assertThat(missing(orders().requires(ENTITY, "contoso_region", "Base", "1.0")))
                .containsExactly("Entity contoso_region");
    }

    @Test
    void whatWasUnmanagedWhereThePackageWasMadeMustBeThere() {
        environment.providing("Active");

        RefusalException refused = refusal(orders().requires(ROLE, "r", "Active", ""), environment);

        assertThat(codes(refused.errors())).containsExactly("0x8004801D");
        assertThat(refused).hasMessageContaining("1 of them belonged to no managed solution at the source");
        assertThat(missing(orders().requires(ROLE, "r", "", ""))).containsExactly("Role r");
    }

    @Test
    void thePlatformsTablesAndColumnsAreThere() throws Exception {
        environment.holding(key(ENTITY, "contoso_region"), "Base=x");
        PackageFixture solution = orders().requires(ENTITY, "account", "System", "5.0")
                .requires(ATTRIBUTE, "account.name", "System", "5.0")
                .requires(ATTRIBUTE, "account.address1_city", "System", "5.0")
                .requires(ATTRIBUTE, "contoso_region.ownerid", "Base", "1.0");

        assertThat(plan(solution, environment).missingDependencies()).isEmpty();
    }

    @Test
    void thePlatformGivesColumnsOnlyToTablesThatAreThere() throws Exception {
        environment.providing("msdynce_Sales");
        PackageFixture ofProvided = orders().requires(ENTITY, "msdyn_thing", "msdynce_Sales", "9.0")
                .requires(ATTRIBUTE, "msdyn_thing.createdon", "Active", "");

        assertThat(plan(ofProvided, environment).missingDependencies()).isEmpty();
        assertThat(missing(orders().requires(ATTRIBUTE, "contoso_no.createdon", "Active", "")))
                .containsExactly("Attribute contoso_no.createdon");
        assertThat(missing(orders().requires(ENTITY, "msdyn_thing", "msdynce_Sales", "9.0")
                        .requires(ATTRIBUTE, "msdyn_thing.contoso_x", "Active", "")))
                .containsExactly("Attribute msdyn_thing.contoso_x");
    }

    @Test
    void eachIsReportedOnceAndAllAtOnce() {
        PackageFixture solution = orders().requires(ENTITY, "contoso_region", "Base", "1.0.0.0")
                .requires(WEB_RESOURCE, "contoso_/a.js", "Base", "1.0.0.0")
                .requires(ENTITY, "contoso_region", "Base", "1.0.0.0")
                .requires(ROLE, "r", "Core", "2.0");

        assertThat(missing(solution)).containsExactly("Entity contoso_region", "WebResource contoso_/a.js", "Role r");
        assertThat(refusal(solution, environment))
                .hasMessageContaining("Orders needs 3 components")
                .hasMessageContaining("First import: Base (1.0.0.0), Core (2.0).")
                .hasMessageContaining("<providedSolutions>")
                .hasMessageContaining("missingDependencies");
    }

    @Test
    void aSecondDependencyOnTheSameComponentMayNeedAHigherVersion() {
        environment.managed("Base", "1.0.0.0").holding(key(ENTITY, "contoso_region"), "Base=x");

        assertThat(missing(orders().requires(ENTITY, "contoso_region", "Base", "1.0.0.0")
                        .requires(ENTITY, "contoso_region", "Base", "1.2.0.0")))
                .containsExactly("Entity contoso_region");
    }

    @Test
    void aMissingDependencyCanBeLetPassWithAWarning() throws Exception {
        ImportPlan plan = plan(
                orders().with(column("contoso_order.contoso_a", "x")).requires(ROLE, "r", "Core", "2.0"),
                options().missingDependencies(MissingDependencies.WARN),
                environment);

        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.missingDependencies()).hasSize(1);
        assertThat(codes(plan.warnings())).containsExactly("0x8004801D");
    }

    private static PackageFixture orders() {
        return managed("Orders", "1.0.0.0");
    }

    private List<String> missing(PackageFixture solution) {
        return refusal(solution, environment).missingDependencies().stream()
                .map(dependency -> dependency.required().key().toString())
                .toList();
    }
}
