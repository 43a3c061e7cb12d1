package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.assembly;
import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.form;
import static io.github.solutionalm.embedded.Fragments.process;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names a component by its id, or in a file or a text of its own, needs it as much as who names it elsewhere. */
class ReferencesByIdTest {

    private static final String INVALID_DEPENDENCY = "0x8004F036";
    private static final String RIBBON = "0x8004F106";
    private static final String NOT_FOUND = "0x8004F040";
    private static final String SCRIPT = "contoso_/order.js";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    private static final Pair FORMULA = new Pair(
            "a formula calculates with a column",
            NOT_FOUND,
            "Attribute contoso_order.contoso_price",
            ReferencesByIdTest::formula,
            solution ->
                    solution.section("Entities", table("contoso_order", "", column("contoso_price", "money"))));

    /**
     * A component that names another one.
     *
     * @param code of the finding when that one is missing
     * @param target what it names
     * @param naming a package with the one
     * @param having a package with the other
     */
    record Pair(
            String name,
            String code,
            String target,
            UnaryOperator<PackageBuilder> naming,
            UnaryOperator<PackageBuilder> having) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The platform refuses them where what they name is missing. */
    static Stream<Pair> refused() {
        return Stream.of(
                new Pair(
                        "a canvas app calls a flow",
                        INVALID_DEPENDENCY,
                        "Workflow " + id("Price"),
                        solution -> solution.section("CanvasApps", canvasApp("Price")),
                        ReferencesByIdTest::flow),
                new Pair(
                        "an app has a view",
                        INVALID_DEPENDENCY,
                        "SavedQuery " + id("Open orders"),
                        solution -> solution.section("Entities", table("contoso_order", ""))
                                .section("AppModules", app("Open orders")),
                        solution -> solution.view("contoso_order", "Open orders")),
                new Pair(
                        "a step runs a plug-in type",
                        INVALID_DEPENDENCY,
                        "PluginType " + id("Contoso.Price"),
                        solution -> solution.section("SdkMessageProcessingSteps", step("Contoso.Price")),
                        solution -> solution.section(
                                "SolutionPluginAssemblies", assembly("Contoso.Plugins", "1.0.0.0", "Contoso.Price"))),
                new Pair(
                        "a ribbon calls a script",
                        RIBBON,
                        "WebResource " + SCRIPT,
                        solution -> solution.section("RibbonDiffXml", ribbon()),
                        ReferencesByIdTest::script));
    }

    /** Nobody knows what the platform does where what they name is missing. */
    static Stream<Pair> warnedOf() {
        return Stream.of(
                new Pair(
                        "a hierarchy shows a quick form",
                        NOT_FOUND,
                        "SystemForm " + id("Quick"),
                        solution -> solution.section("Entities", tableWithHierarchy("Quick")),
                        solution -> solution.section("Entities", form("contoso_order", "Quick", "<form/>"))),
                new Pair(
                        "a command calls a script",
                        NOT_FOUND,
                        "WebResource " + SCRIPT,
                        solution -> solution.file("appactions/contoso_Ship/appaction.xml", command(says("name", SCRIPT))),
                        ReferencesByIdTest::script),
                FORMULA);
    }

    static Stream<Pair> all() {
        return Stream.concat(refused(), warnedOf());
    }

    /** All but the formula, whose column is in the table that it is in itself. */
    static Stream<Pair> withinOnePackage() {
        return all().filter(pair -> !pair.equals(FORMULA));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithoutIt(Pair pair) throws Exception {
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
    void isLetPassWhereDependenciesMayBeMissing(Pair pair) throws Exception {
        ImportResult result =
                rehearsal.imports(orders(pair), options().missingDependencies(MissingDependencies.WARN));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly(pair.code());
        assertThat(result.warnings().get(0).message()).endsWith("It is let pass, as missingDependencies says.");
    }

    @ParameterizedTest
    @MethodSource("warnedOf")
    void isWarnedOfWithoutItAndPromisesNothing(Pair pair) throws Exception {
        ImportResult result = rehearsal.imports(orders(pair));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly(pair.code());
        assertThat(result.warnings().get(0).message())
                .startsWith("Neither the package nor the environment has " + pair.target() + ", which ")
                .endsWith("What needs it may be refused, or fail later. Import first the solution that has it, or take the"
                        + " reference out and export again.")
                .doesNotContain("imports it");
    }

    @Test
    void aFormulasColumnsAreInItsTable() throws Exception {
        ImportResult result = rehearsal.imports(
                formula(managed("Orders", "1.0.0.0"), column("contoso_price", "money")).zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"If(contoso_total = 1, \"contoso_text\", \"\")", "'Other table'.contoso_price", "contoso_f()"})
    void whatIsNoColumnOfItIsNotMissing(String formula) throws Exception {
        String file = "Formulas/contoso_order-contoso_total.yaml";
        ImportResult result = rehearsal.imports(formula(managed("Orders", "1.0.0.0"))
                .file(file, "contoso_total: =" + formula)
                .zip(folder));

        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withinOnePackage")
    void nothingIsMissingWhereThePackageHasIt(Pair pair) throws Exception {
        ImportResult result = rehearsal.imports(
                pair.having().apply(pair.naming().apply(managed("Orders", "1.0.0.0"))).zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void norWhereTheEnvironmentHasIt(Pair pair) throws Exception {
        rehearsal.holding(base(pair, "1.0.0.0"));

        ImportResult result = rehearsal.imports(orders(pair));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anUpgradeCanNotTakeItAway(Pair pair) throws Exception {
        rehearsal.holding(base(pair, "1.0.0.0"), orders(pair));

        ImportResult result = rehearsal.imports(
                managed("Base", "2.0.0.0").webResource("contoso_/b.js", "b").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .anySatisfy(error -> assertThat(error.message()).contains(pair.target()).contains("Orders"));
    }

    @Test
    void aCommandMayNameTheScriptByItsId() throws Exception {
        rehearsal.holding(
                script(managed("Base", "1.0.0.0")).zip(folder),
                managed("Orders", "1.0.0.0")
                        .file(
                                "appactions/contoso_Ship/appaction.xml",
                                command(says("webresourceid", id(SCRIPT))))
                        .zip(folder));

        ImportResult result = rehearsal.imports(
                managed("Base", "2.0.0.0").webResource("contoso_/b.js", "b").zip(folder));

        assertThat(codes(result.errors())).contains("0x8004F01F");
    }

    @Test
    void thePlatformsOwnPlugInTypesAreThere() throws Exception {
        ImportResult result = rehearsal.imports(managed("Orders", "1.0.0.0")
                .section("SdkMessageProcessingSteps", step("Microsoft.Crm.Extensibility.Price"))
                .zip(folder));

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void viewsOfThePlatformsTablesAreThere() throws Exception {
        ImportResult result = rehearsal.imports(managed("Orders", "1.0.0.0")
                .section("AppModules", app("Active accounts").replace("contoso_order", "account"))
                .zip(folder));

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    private Path orders(Pair pair) throws Exception {
        return pair.naming().apply(managed("Orders", "1.0.0.0")).zip(folder);
    }

    private Path base(Pair pair, String version) throws Exception {
        return pair.having().apply(managed("Base", version)).zip(folder);
    }

    private static PackageBuilder script(PackageBuilder solution) {
        return solution.webResource(SCRIPT, "x");
    }

    private static PackageBuilder flow(PackageBuilder solution) {
        return solution.section("Workflows", process("Price", says("Category", "5"), says("StateCode", "1")));
    }

    private static String canvasApp(String flow) {
        return "<CanvasApp><Name>contoso_app</Name><ConnectionReferences>{\"1\":{\"parameterHints\":{\"workflowEntityId\":"
                + "{\"value\":\"" + id(flow) + "\"}}}}</ConnectionReferences></CanvasApp>";
    }

    private static String app(String view) {
        return """
                <AppModule><UniqueName>contoso_app</UniqueName><AppModuleComponents>\
                <AppModuleComponent type="1" schemaName="contoso_order"/><AppModuleComponent type="26" id="{%s}"/>\
                </AppModuleComponents></AppModule>
                """
                .formatted(id(view));
    }

    private static String step(String type) {
        return """
                <SdkMessageProcessingStep Name="Price" SdkMessageProcessingStepId="{%s}"><PluginTypeName>%s</PluginTypeName>\
                <PluginTypeId>%s</PluginTypeId></SdkMessageProcessingStep>
                """
                .formatted(id("Price step"), type, id(type));
    }

    private static String ribbon() {
        return """
                <CommandDefinitions><CommandDefinition Id="contoso.Ship"><Actions><JavaScriptFunction\
                 Library="$webresource:%s" FunctionName="ship"/></Actions></CommandDefinition></CommandDefinitions>
                """
                .formatted(SCRIPT);
    }

    private static String command(String script) {
        return "<appaction uniquename=\"contoso_Ship\"><onclickeventjavascriptwebresourceid>" + script
                + "</onclickeventjavascriptwebresourceid></appaction>";
    }

    private static String tableWithHierarchy(String quickForm) {
        String rule = "<HierarchyRules><HierarchyRule><HierarchyRuleID>{%s}</HierarchyRuleID>"
                + "<PrimaryEntityFormID>{%s}</PrimaryEntityFormID></HierarchyRule></HierarchyRules></Entity>";
        return table("contoso_order", "").replace("</Entity>", rule.formatted(id("hierarchy"), id(quickForm)));
    }

    private static PackageBuilder formula(PackageBuilder solution, String... otherColumns) {
        String file = "Formulas/contoso_order-contoso_total.yaml";
        String total = column("contoso_total", "money", says("FormulaDefinitionFileName", "/" + file));
        return solution.section("Entities", table("contoso_order", "", total, String.join("", otherColumns)))
                .file(file, "contoso_total: =contoso_price * 2");
    }
}
