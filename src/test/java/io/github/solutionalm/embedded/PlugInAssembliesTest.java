package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.assembly;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.PLUGIN_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An assembly replaces the one that is registered, and has to have its plug-in types. */
class PlugInAssembliesTest {

    private static final String PRICE = "Contoso.Price";
    private static final String TAX = "Contoso.Tax";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(orders("1.0.0.0", "1.2.0.0", PRICE, TAX));
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, mode = EnumSource.Mode.EXCLUDE, names = "INSTALL")
    void withTheSameMajorAndMinorVersionItMayLackNone(Action action) throws Exception {
        ImportResult result =
                rehearsal.imports(orders("2.0.0.0", "1.2.7.1", PRICE), options().action(action));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x80048071");
        assertThat(result.errors().get(0).message())
                .startsWith("The plug-in assembly Contoso.Plugins lacks types that are registered: Contoso.Tax of the"
                        + " solution Orders. Raise its major or minor version, or keep the types");
        assertThat(rehearsal.component(PLUGIN_TYPE, id(TAX))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.0.0", "2.2.0.0"})
    void withAHigherOneItMay(String version) throws Exception {
        ImportResult result = rehearsal.imports(orders("2.0.0.0", version, PRICE));

        assertThat(result.errors()).isEmpty();
        assertThat(rehearsal.component(PLUGIN_TYPE, id(TAX))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.0.0", "1.2.0.1", "1.3.0.0"})
    void itMayHaveMoreInAnyVersion(String version) throws Exception {
        ImportResult result = rehearsal.imports(orders("2.0.0.0", version, PRICE, TAX, "Contoso.Freight"));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.component(PLUGIN_TYPE, id("Contoso.Freight"))).isPresent();
    }

    @Test
    void aTypeIsKnownByItsNameToo() throws Exception {
        String renumbered = assembly("Contoso.Plugins", "1.2.0.1", PRICE, TAX).replace(id(TAX), id("another id"));

        ImportResult result = rehearsal.imports(managed("Orders", "2.0.0.0")
                .section("SolutionPluginAssemblies", renumbered)
                .zip(folder));

        assertThat(codes(result.errors())).doesNotContain("0x80048071");
    }

    @Test
    void anotherSolutionsAssemblyMayLackNoneEither() throws Exception {
        ImportResult result = rehearsal.imports(sales("1.0.0.0", "1.2.0.0", PRICE));

        assertThat(codes(result.errors())).containsExactly("0x80048071");
        assertThat(result.errors().get(0).message()).contains("Contoso.Tax of the solution Orders");
    }

    @Test
    void typesThatOnlyASolutionAboveHasAreItsOwn() throws Exception {
        rehearsal.holding(sales("1.0.0.0", "1.2.0.0", PRICE, TAX, "Contoso.Freight"));

        ImportResult result = rehearsal.imports(orders("2.0.0.0", "1.2.0.0", PRICE, TAX));

        assertThat(result.errors()).isEmpty();
        assertThat(rehearsal.layers(PLUGIN_TYPE, id("Contoso.Freight"))).containsExactly("Sales");
    }

    @Test
    void aTypeCanNotComeBelowAnAssemblyThatLacksIt() throws Exception {
        rehearsal.holding(sales("1.0.0.0", "1.2.0.0", PRICE, TAX));

        ImportResult result = rehearsal.imports(orders("2.0.0.0", "1.2.0.0", PRICE, TAX, "Contoso.Freight"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004418B");
        assertThat(result.errors().get(0).message())
                .startsWith("PluginType [Contoso.Freight] not found in PluginAssembly [Contoso.Plugins]: the"
                        + " effective assembly is that of the solution Sales, which lacks the type.");
    }

    @Test
    void itComesOnceTheAssemblyAboveHasIt() throws Exception {
        rehearsal.holding(sales("1.0.0.0", "1.2.0.0", PRICE, TAX));
        rehearsal.imports(sales("2.0.0.0", "1.2.0.0", PRICE, TAX, "Contoso.Freight"));

        ImportResult result = rehearsal.imports(orders("2.0.0.0", "1.2.0.0", PRICE, TAX, "Contoso.Freight"));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.layers(PLUGIN_TYPE, id("Contoso.Freight"))).containsExactly("Orders", "Sales");
    }

    @Test
    void theUsersOwnAssemblyMayHaveMoreLater() throws Exception {
        rehearsal.holding(mine("1.0.0.0", PRICE, TAX));

        assertThat(rehearsal
                        .imports(mine("1.1.0.0", PRICE, TAX, "Contoso.Freight"))
                        .errors())
                .isEmpty();
        assertThat(codes(rehearsal.imports(mine("1.2.0.0", PRICE, TAX)).errors()))
                .containsExactly("0x80048071");
    }

    @Test
    void theUsersAssemblyThatIsConvertedMayHaveMore() throws Exception {
        rehearsal.holding(solution(unmanaged("Sales", "1.0.0.0"), "Contoso.Sales", "1.0.0.0", "Contoso.Sales.Price"));

        ImportResult result = rehearsal.imports(
                solution(
                        managed("Sales", "1.1.0.0"),
                        "Contoso.Sales",
                        "1.0.0.0",
                        "Contoso.Sales.Price",
                        "Contoso.Sales.Tax"),
                options().convertToManaged());

        assertThat(result.errors()).isEmpty();
    }

    @Test
    void theUsersAssemblyLacksATypeThatComesBelow() throws Exception {
        rehearsal.holding(mine("1.0.0.0", PRICE, TAX));
        Path next = orders("2.0.0.0", "1.2.0.0", PRICE, TAX, "Contoso.Freight");

        ImportResult result = rehearsal.imports(next);

        assertThat(codes(result.errors())).containsExactly("0x8004418B");
        assertThat(result.errors().get(0).message())
                .endsWith("Register the new assembly there first, or remove its unmanaged layer.");
        assertThat(rehearsal.imports(next, options().overwriteCustomizations()).errors())
                .isEmpty();
    }

    @Test
    void aNewAssemblyBringsWhatItLikes() throws Exception {
        ImportResult result = rehearsal.imports(managed("Sales", "1.0.0.0")
                .section("SolutionPluginAssemblies", assembly("Contoso.Other", "1.2.0.0", "Contoso.Other.Price"))
                .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
    }

    private Path orders(String version, String assembly, String... types) throws Exception {
        return solution("Orders", version, assembly, types);
    }

    private Path sales(String version, String assembly, String... types) throws Exception {
        return solution("Sales", version, assembly, types);
    }

    private Path mine(String version, String... types) throws Exception {
        return solution(unmanaged("Mine", version), "Contoso.Plugins", "1.2.0.0", types);
    }

    private Path solution(String name, String version, String assembly, String... types) throws Exception {
        return solution(managed(name, version), "Contoso.Plugins", assembly, types);
    }

    private Path solution(PackageBuilder solution, String name, String version, String... types) throws Exception {
        return solution.section("SolutionPluginAssemblies", assembly(name, version, types))
                .zip(folder);
    }
}
