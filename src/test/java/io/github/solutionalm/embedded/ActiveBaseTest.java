package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.ActiveBase;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.InstalledSolution;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A managed solution can't come over what only the user has; where it may come under it, it never takes it away. */
class ActiveBaseTest {

    private static final String MINE = "contoso_/mine.js";
    private static final String ALSO_MINE = "contoso_/also.js";
    private static final String ORDERS = "contoso_/orders.js";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void whatTheUserMade() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(unmanaged("Mine", "1.0.0.0")
                .webResource(MINE, "mine")
                .webResource(ALSO_MINE, "mine")
                .zip(folder));
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, mode = EnumSource.Mode.EXCLUDE, names = "INSTALL")
    void allThatTheUserHasIsNamedAtOnce(Action action) throws Exception {
        rehearsal.holding(orders("1.0.0.0", ORDERS));
        String environment = EnvironmentDump.everything(rehearsal.file());

        ImportResult result = rehearsal.imports(
                orders("2.0.0.0", ORDERS, MINE, ALSO_MINE), options().action(action));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004F016", "0x8004F016");
        assertThat(result.errors())
                .extracting(error -> error.component().orElseThrow().key())
                .containsExactly(MINE, ALSO_MINE);
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(environment);
    }

    @Test
    void theRefusalNamesTheWaysOut() throws Exception {
        ImportResult result = rehearsal.imports(orders("1.0.0.0", MINE));

        assertThat(result.errors().get(0).message())
                .startsWith(
                        "WebResource contoso_/mine.js is in the environment as an unmanaged component of the solution"
                                + " Mine, which a managed solution can't overwrite. ")
                .contains("convertToManaged")
                .contains("-Dsolution.activeBase=warn");
    }

    @Test
    void aPlanRefusesItAlike() throws Exception {
        assertThat(codes(rehearsal
                        .plans(options(), orders("1.0.0.0", MINE))
                        .get(0)
                        .errors()))
                .containsExactly("0x8004F016");
    }

    @Test
    void whatIsManagedBelowIsACustomizationAndNoBase() throws Exception {
        rehearsal.holding(orders("1.0.0.0", ORDERS));
        rehearsal.holding(
                unmanaged("Mine", "1.1.0.0").webResource(ORDERS, "changed").zip(folder));

        assertThat(rehearsal.imports(orders("2.0.0.0", ORDERS)).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal
                        .imports(managed("Sales", "1.0.0.0")
                                .webResource(ORDERS, "sales")
                                .zip(folder))
                        .outcome())
                .isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void anUnmanagedPackageMayComeOverIt() throws Exception {
        ImportResult result = rehearsal.imports(
                unmanaged("Other", "1.0.0.0").webResource(MINE, "other").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void aMappingOfColumnsHasACodeOfItsOwn() throws Exception {
        String maps =
                """
                <EntityMap><EntitySource>account</EntitySource><EntityTarget>contact</EntityTarget><AttributeMaps>\
                <AttributeMap><AttributeSource>name</AttributeSource><AttributeTarget>%s</AttributeTarget></AttributeMap>\
                </AttributeMaps></EntityMap>
                """
                        .formatted("company");
        rehearsal.holding(
                unmanaged("Mine", "1.1.0.0").section("EntityMaps", maps).zip(folder));

        ImportResult result = rehearsal.imports(
                managed("Orders", "1.0.0.0").section("EntityMaps", maps).zip(folder));

        assertThat(codes(result.errors())).contains("0x8004F223");
    }

    @Test
    void underItTheManagedLayerIsHiddenAndWarnedOf() throws Exception {
        ImportResult result = rehearsal.imports(orders("1.0.0.0", MINE, ORDERS), warning());

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly("0x8004F016");
        assertThat(result.warnings().get(0).message())
                .contains("is put below the unmanaged one, which hides it; no upgrade will delete the"
                        + " component. Dataverse refuses such a package.")
                .doesNotContain("set activeBase");
        assertThat(result.hidden()).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, MINE)).containsExactly("Orders", "Active");
        assertThat(rehearsal.shown(MINE)).isEqualTo("mine");
    }

    @Test
    void anUpgradeThatNoLongerHasItLeavesItToTheUser() throws Exception {
        rehearsal.imports(orders("1.0.0.0", MINE, ORDERS), warning());

        ImportResult result = rehearsal.imports(orders("2.0.0.0", ORDERS));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.count(Change.DELETE)).isZero();
        assertStillMine();
    }

    @Test
    void soDoesOneSeveralVersionsLater() throws Exception {
        rehearsal.imports(orders("1.0.0.0", MINE, ORDERS), warning());
        rehearsal.imports(orders("2.0.0.0", MINE, ORDERS));
        rehearsal.holding(unmanaged("Mine", "1.1.0.0").webResource(MINE, "mine").zip(folder));

        assertThat(rehearsal.imports(orders("3.0.0.0", ORDERS)).outcome()).isEqualTo(Outcome.UPGRADED);
        assertStillMine();
    }

    @Test
    void soDoesAnUpgradeInTwoSteps() throws Exception {
        rehearsal.imports(orders("1.0.0.0", MINE, ORDERS), warning());
        rehearsal.stages(orders("2.0.0.0", ORDERS));

        assertThat(rehearsal.applies("Orders").outcome()).isEqualTo(Outcome.APPLIED);
        assertStillMine();
    }

    @Test
    void soDoesAStagedUpgradeThatIsRemoved() throws Exception {
        rehearsal.holding(orders("1.0.0.0", ORDERS));
        rehearsal.imports(orders("2.0.0.0", ORDERS, MINE), warning().action(Action.STAGE));
        assertThat(rehearsal.layers(WEB_RESOURCE, MINE)).containsExactly("Orders_Upgrade", "Active");

        SolutionRemoval.remove(rehearsal.store(), installed("Orders_Upgrade"));

        assertStillMine();
    }

    @Test
    void anotherSolutionsLayerOverItBlocksNothing() throws Exception {
        rehearsal.imports(orders("1.0.0.0", MINE, ORDERS), warning());
        rehearsal.holding(managed("Partner", "1.0.0.0")
                .publisher("fabrikam")
                .webResource(MINE, "partner")
                .zip(folder));

        ImportResult result = rehearsal.imports(orders("2.0.0.0", ORDERS));

        assertThat(result.errors()).isEmpty();
        assertThat(rehearsal.layers(WEB_RESOURCE, MINE)).containsExactly("Partner", "Active");
    }

    @Test
    void whatTheUserOnlyCustomizedGoesWithTheSolution() throws Exception {
        rehearsal.holding(orders("1.0.0.0", ORDERS, "contoso_/later.js"));
        rehearsal.holding(unmanaged("Mine", "1.1.0.0")
                .webResource("contoso_/later.js", "changed")
                .zip(folder));

        ImportResult result = rehearsal.imports(orders("2.0.0.0", ORDERS));

        assertThat(result.count(Change.DELETE)).isEqualTo(1);
        assertThat(rehearsal.component(WEB_RESOURCE, "contoso_/later.js")).isEmpty();
    }

    private void assertStillMine() throws Exception {
        assertThat(rehearsal.layers(WEB_RESOURCE, MINE)).containsExactly("Active");
        assertThat(rehearsal.shown(MINE)).isEqualTo("mine");
    }

    private InstalledSolution installed(String uniqueName) {
        return rehearsal.store().read(tx -> tx.solutions().all().stream()
                .filter(solution -> solution.uniqueName().equals(uniqueName))
                .findFirst()
                .orElseThrow());
    }

    private Path orders(String version, String... scripts) throws Exception {
        PackageBuilder orders = managed("Orders", version);
        for (String script : scripts) {
            orders.webResource(script, "orders " + version);
        }
        return orders.zip(folder);
    }

    private static ImportOptionsBuilder warning() {
        return options().activeBase(ActiveBase.WARN);
    }
}
