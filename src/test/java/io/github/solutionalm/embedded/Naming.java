package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.Fragments.assembly;
import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.form;
import static io.github.solutionalm.embedded.Fragments.process;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;
import static io.github.solutionalm.embedded.PackageBuilder.id;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A component that names another one.
 *
 * @param name who names what
 * @param code of the finding when that one is missing
 * @param target what it names
 * @param naming a package with the one
 * @param having a package with the other
 */
record Naming(
        String name,
        String code,
        String target,
        UnaryOperator<PackageBuilder> naming,
        UnaryOperator<PackageBuilder> having) {

    private static final String INVALID_DEPENDENCY = "0x8004F036";
    private static final String RIBBON = "0x8004F106";
    private static final String NOT_FOUND = "0x8004F040";
    static final String SCRIPT = "contoso_/order.js";

    static final Naming FORMULA = new Naming(
            "a formula calculates with a column",
            NOT_FOUND,
            "Attribute contoso_order.contoso_price",
            Naming::formula,
            solution -> solution.section("Entities", table("contoso_order", "", column("contoso_price", "money"))));

    /** The platform refuses them where what they name is missing. */
    static Stream<Naming> refused() {
        return Stream.of(
                new Naming(
                        "a canvas app calls a flow",
                        INVALID_DEPENDENCY,
                        "Workflow " + id("Price"),
                        solution -> solution.section("CanvasApps", canvasApp("Price")),
                        Naming::flow),
                new Naming(
                        "an app has a view",
                        INVALID_DEPENDENCY,
                        "SavedQuery " + id("Open orders"),
                        solution -> solution.section("Entities", table("contoso_order", ""))
                                .section("AppModules", app("Open orders")),
                        solution -> solution.view("contoso_order", "Open orders")),
                new Naming(
                        "a step runs a plug-in type",
                        INVALID_DEPENDENCY,
                        "PluginType " + id("Contoso.Price"),
                        solution -> solution.section("SdkMessageProcessingSteps", step("Contoso.Price")),
                        solution -> solution.section(
                                "SolutionPluginAssemblies", assembly("Contoso.Plugins", "1.0.0.0", "Contoso.Price"))),
                new Naming(
                        "an app is for a role",
                        INVALID_DEPENDENCY,
                        "Role " + id("Seller"),
                        solution -> solution.section("AppModules", appFor(id("Seller"))),
                        solution -> solution.section("Roles", "<Role id=\"{" + id("Seller") + "}\" name=\"Seller\"/>")),
                new Naming(
                        "a ribbon calls a script",
                        RIBBON,
                        "WebResource " + SCRIPT,
                        solution -> solution.section("RibbonDiffXml", ribbon()),
                        Naming::script));
    }

    /** Nobody knows what the platform does where what they name is missing. */
    static Stream<Naming> warnedOf() {
        return Stream.of(
                new Naming(
                        "a hierarchy shows a quick form",
                        NOT_FOUND,
                        "SystemForm " + id("Quick"),
                        solution -> solution.section("Entities", tableWithHierarchy("Quick")),
                        solution -> solution.section("Entities", form("contoso_order", "Quick", "<form/>"))),
                new Naming(
                        "a command calls a script",
                        NOT_FOUND,
                        "WebResource " + SCRIPT,
                        solution ->
                                solution.file("appactions/contoso_Ship/appaction.xml", command(says("name", SCRIPT))),
                        Naming::script),
                FORMULA);
    }

    @Override
    public String toString() {
        return name;
    }

    static PackageBuilder script(PackageBuilder solution) {
        return solution.webResource(SCRIPT, "x");
    }

    private static PackageBuilder flow(PackageBuilder solution) {
        return solution.section("Workflows", process("Price", says("Category", "5"), says("StateCode", "1")));
    }

    private static String canvasApp(String flow) {
        return "<CanvasApp><Name>contoso_app</Name><ConnectionReferences>{\"1\":{\"parameterHints\":{\"workflowEntityId\":"
                + "{\"value\":\"" + id(flow) + "\"}}}}</ConnectionReferences></CanvasApp>";
    }

    static String app(String view) {
        return """
                <AppModule><UniqueName>contoso_app</UniqueName><AppModuleComponents>\
                <AppModuleComponent type="1" schemaName="contoso_order"/><AppModuleComponent type="26" id="{%s}"/>\
                </AppModuleComponents></AppModule>
                """
                .formatted(id(view));
    }

    static String appFor(String role) {
        return """
                <AppModule><UniqueName>contoso_app</UniqueName><AppModuleRoleMaps><Role id="{%s}"/></AppModuleRoleMaps>\
                </AppModule>
                """
                .formatted(role);
    }

    static String step(String type) {
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

    static String command(String script) {
        return "<appaction uniquename=\"contoso_Ship\"><onclickeventjavascriptwebresourceid>" + script
                + "</onclickeventjavascriptwebresourceid></appaction>";
    }

    private static String tableWithHierarchy(String quickForm) {
        String rule = "<HierarchyRules><HierarchyRule><HierarchyRuleID>{%s}</HierarchyRuleID>"
                + "<PrimaryEntityFormID>{%s}</PrimaryEntityFormID></HierarchyRule></HierarchyRules></Entity>";
        return table("contoso_order", "").replace("</Entity>", rule.formatted(id("hierarchy"), id(quickForm)));
    }

    static PackageBuilder formula(PackageBuilder solution, String... otherColumns) {
        String file = "Formulas/contoso_order-contoso_total.yaml";
        String total = column("contoso_total", "money", says("FormulaDefinitionFileName", "/" + file));
        return solution.section("Entities", table("contoso_order", "", total, String.join("", otherColumns)))
                .file(file, "contoso_total: =contoso_price * 2");
    }
}
