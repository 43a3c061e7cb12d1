package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names a component by its id, or in a file or a text of its own, needs it as much as who names it elsewhere. */
class ReferencesByIdTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    static Stream<Naming> refused() {
        return Naming.refused();
    }

    static Stream<Naming> warnedOf() {
        return Naming.warnedOf();
    }

    static Stream<Naming> all() {
        return Stream.concat(refused(), warnedOf());
    }

    /** All but the formula, whose column is in the table that it is in itself. */
    static Stream<Naming> withinOnePackage() {
        return all().filter(pair -> !pair.equals(Naming.FORMULA));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithoutIt(Naming pair) throws Exception {
        Path orders = orders(pair);

        PlanResult plan = rehearsal.plans(options(), orders).get(0);
        ImportResult result = rehearsal.imports(orders);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly(pair.code());
        assertThat(result.errors().get(0).message())
                .startsWith("Neither the package nor the environment has " + pair.target() + ", which ")
                .contains("<providedSolutions>")
                .endsWith("To let it pass, set missingDependencies to 'warn'.");
        assertThat(plan.errors()).isEqualTo(result.errors());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isLetPassWhereDependenciesMayBeMissing(Naming pair) throws Exception {
        ImportResult result = rehearsal.imports(orders(pair), options().missingDependencies(MissingDependencies.WARN));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly(pair.code());
        assertThat(result.warnings().get(0).message()).endsWith("missingDependencies=warn lets it pass.");
    }

    @ParameterizedTest
    @MethodSource("warnedOf")
    void isWarnedOfWithoutItAndPromisesNothing(Naming pair) throws Exception {
        ImportResult result = rehearsal.imports(orders(pair));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly(pair.code());
        assertThat(result.warnings().get(0).message())
                .startsWith("Neither the package nor the environment has " + pair.target() + ", which ")
                .endsWith("Its users may be refused or fail later. First import the solution that has it, or"
                        + " remove the reference and export again.")
                .doesNotContain("imports it");
    }

    @Test
    void aFormulasColumnsAreInItsTable() throws Exception {
        ImportResult result =
                rehearsal.imports(Naming.formula(managed("Orders", "1.0.0.0"), column("contoso_price", "money"))
                        .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"If(contoso_total = 1, \"contoso_text\", \"\")", "'Other table'.contoso_price", "contoso_f()"})
    void whatIsNoColumnOfItIsNotMissing(String formula) throws Exception {
        String file = "Formulas/contoso_order-contoso_total.yaml";
        ImportResult result = rehearsal.imports(Naming.formula(managed("Orders", "1.0.0.0"))
                .file(file, "contoso_total: =" + formula)
                .zip(folder));

        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withinOnePackage")
    void nothingIsMissingWhereThePackageHasIt(Naming pair) throws Exception {
        ImportResult result = rehearsal.imports(pair.having()
                .apply(pair.naming().apply(managed("Orders", "1.0.0.0")))
                .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void norWhereTheEnvironmentHasIt(Naming pair) throws Exception {
        rehearsal.holding(base(pair, "1.0.0.0"));

        ImportResult result = rehearsal.imports(orders(pair));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anUpgradeCanNotTakeItAway(Naming pair) throws Exception {
        rehearsal.holding(base(pair, "1.0.0.0"), orders(pair));

        ImportResult result = rehearsal.imports(
                managed("Base", "2.0.0.0").webResource("contoso_/b.js", "b").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .anySatisfy(error ->
                        assertThat(error.message()).contains(pair.target()).contains("Orders"));
    }

    @Test
    void aCommandMayNameTheScriptByItsId() throws Exception {
        rehearsal.holding(
                Naming.script(managed("Base", "1.0.0.0")).zip(folder),
                managed("Orders", "1.0.0.0")
                        .file(
                                "appactions/contoso_Ship/appaction.xml",
                                Naming.command(says("webresourceid", id(Naming.SCRIPT))))
                        .zip(folder));

        ImportResult result = rehearsal.imports(
                managed("Base", "2.0.0.0").webResource("contoso_/b.js", "b").zip(folder));

        assertThat(codes(result.errors())).contains("0x8004F01F");
    }

    @Test
    void thePlatformsOwnPlugInTypesAreThere() throws Exception {
        ImportResult result = rehearsal.imports(managed("Orders", "1.0.0.0")
                .section("SdkMessageProcessingSteps", Naming.step("Microsoft.Crm.Extensibility.Price"))
                .zip(folder));

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    /** Basic User, by the id of its template. */
    @Test
    void rolesOfEveryEnvironmentAreThere() throws Exception {
        ImportResult result = rehearsal.imports(managed("Orders", "1.0.0.0")
                .section("AppModules", Naming.appFor("236750CD-45AE-4939-AB12-B24B920CED93"))
                .zip(folder));

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void viewsOfThePlatformsTablesAreThere() throws Exception {
        ImportResult result = rehearsal.imports(managed("Orders", "1.0.0.0")
                .section("AppModules", Naming.app("Active accounts").replace("contoso_order", "account"))
                .zip(folder));

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    private Path orders(Naming pair) throws Exception {
        return pair.naming().apply(managed("Orders", "1.0.0.0")).zip(folder);
    }

    private Path base(Naming pair, String version) throws Exception {
        return pair.having().apply(managed("Base", version)).zip(folder);
    }
}
