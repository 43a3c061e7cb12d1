package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever name its users call a component by, an upgrade can't delete it as long as they are there. */
class UsedByAnotherNameTest {

    private static final String CONNECTOR =
            """
            <Connector><connectorid>{%s}</connectorid><connectorinternalid>shared_contoso-5fapi</connectorinternalid>\
            <name>contoso_5Fapi</name></Connector>
            """
                    .formatted(id("connector"));
    private static final String TABLE =
            """
            <Entity><Name>contoso_order</Name><EntityInfo><entity Name="contoso_order">\
            <EntitySetName>contoso_orders</EntitySetName></entity></EntityInfo></Entity>
            """;
    private static final String TAGS =
            """
            <EntityRelationship Name="contoso_order_contoso_tag"><EntityRelationshipType>ManyToMany</EntityRelationshipType>\
            <FirstEntityName>contact</FirstEntityName><SecondEntityName>account</SecondEntityName>\
            <IntersectEntityName>contoso_order_tags</IntersectEntityName></EntityRelationship>
            """;
    private static final String PROCESS =
            """
            <Workflow WorkflowId="{%s}" Name="Close"><UniqueName>contoso_close</UniqueName><Category>3</Category></Workflow>
            """
                    .formatted(id("close"));
    private static final String FULL_NAME =
            "Contoso.Close, Contoso, Version=1.0.0.0, Culture=neutral, PublicKeyToken=1";
    private static final String ASSEMBLY =
            """
            <PluginAssembly PluginAssemblyId="{%s}" FullName="Contoso, Version=1.0.0.0"><PluginTypes>\
            <PluginType PluginTypeId="{%s}" Name="Contoso.Close" AssemblyQualifiedName="%s"/></PluginTypes></PluginAssembly>
            """
                    .formatted(id("assembly"), id("type"), FULL_NAME);

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    /** A component, and a component of another solution that names it. */
    private record Use(
            String how, String used, UnaryOperator<PackageBuilder> component, UnaryOperator<PackageBuilder> user) {

        @Override
        public String toString() {
            return how;
        }
    }

    static Stream<Use> uses() {
        return Stream.of(
                new Use(
                        "a connector by its id",
                        "Connector contoso_5fapi",
                        solution -> solution.section("Connectors", CONNECTOR),
                        solution -> connectionReference(solution, id("connector"))),
                new Use(
                        "a connector by its internal id",
                        "Connector contoso_5fapi",
                        solution -> solution.section("Connectors", CONNECTOR),
                        solution -> connectionReference(solution, "shared_contoso-5fapi")),
                new Use(
                        "a table by its entity set",
                        "Entity contoso_order",
                        solution -> solution.section("Entities", TABLE),
                        UsedByAnotherNameTest::flow),
                new Use(
                        "a relationship by its table",
                        "EntityRelationship contoso_order_contoso_tag",
                        solution -> solution.section("EntityRelationships", TAGS),
                        UsedByAnotherNameTest::view),
                new Use(
                        "a web resource by its id",
                        "WebResource contoso_/icon.svg",
                        solution -> solution.webResource("contoso_/icon.svg", "<svg/>"),
                        UsedByAnotherNameTest::app),
                new Use(
                        "a process by its unique name",
                        "Workflow " + id("close"),
                        solution -> solution.section("Workflows", PROCESS),
                        UsedByAnotherNameTest::topic),
                new Use(
                        "a plug-in type by its full name",
                        "PluginType " + id("type"),
                        solution -> solution.section("SolutionPluginAssemblies", ASSEMBLY),
                        solution -> step(solution, FULL_NAME)),
                new Use(
                        "a plug-in type by its name",
                        "PluginType " + id("type"),
                        solution -> solution.section("SolutionPluginAssemblies", ASSEMBLY),
                        solution -> step(solution, "Contoso.Close")));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void keepsItFromBeingDeleted(Use use) throws Exception {
        rehearsal.holding(base("1.0", use.component()), users("1.0", use.user()));

        isBlocked(use);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void findsWhatComesLater(Use use) throws Exception {
        ImportResult early =
                rehearsal.imports(users("1.0", use.user()), options().missingDependencies(MissingDependencies.WARN));
        assertThat(early.outcome()).isEqualTo(Outcome.INSTALLED);
        rehearsal.holding(base("1.0", use.component()));

        isBlocked(use);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void letsItGoWhenItIsGoneItself(Use use) throws Exception {
        rehearsal.holding(base("1.0", use.component()), users("1.0", use.user()));
        rehearsal.imports(users("2.0", UnaryOperator.identity()));

        assertThat(rehearsal.imports(base("2.0", UnaryOperator.identity())).outcome())
                .isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void holdsOnToAnotherComponentThatTakesTheName() throws Exception {
        rehearsal.holding(
                base("1.0", solution -> solution.section("Entities", TABLE)),
                users("1.0", UsedByAnotherNameTest::flow));

        ImportResult result = rehearsal.imports(base(
                "2.0",
                solution -> solution.section(
                        "Entities",
                        TABLE.replace("contoso_order<", "contoso_purchase<")
                                .replace("contoso_order\"", "contoso_purchase\""))));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
    }

    /** The next version, which lacks the component, changes nothing. */
    private void isBlocked(Use use) throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());
        ImportResult result = rehearsal.imports(base("2.0", UnaryOperator.identity()));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F01F");
        assertThat(result.errors().get(1).message()).contains(use.used(), "of the solution Users");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    private Path base(String version, UnaryOperator<PackageBuilder> component) throws Exception {
        PackageBuilder solution = managed("Base", version).webResource("contoso_/base.js", version);
        return component.apply(solution).zip(folder);
    }

    private Path users(String version, UnaryOperator<PackageBuilder> user) throws Exception {
        PackageBuilder solution = managed("Users", version).webResource("contoso_/users.js", version);
        return user.apply(solution).zip(folder);
    }

    private static PackageBuilder connectionReference(PackageBuilder solution, String connector) {
        return solution.section(
                "connectionreferences",
                """
                <connectionreference connectionreferencelogicalname="contoso_api"><customconnectorid>\
                <connectorid>%s</connectorid></customconnectorid></connectionreference>
                """
                        .formatted(connector));
    }

    private static PackageBuilder flow(PackageBuilder solution) {
        return solution.section(
                        "Workflows",
                        """
                        <Workflow WorkflowId="{%s}" Name="Lists orders"><JsonFileName>/Workflows/list.json</JsonFileName>\
                        <Category>5</Category></Workflow>
                        """
                                .formatted(id("list")))
                .file(
                        "Workflows/list.json",
                        "{\"actions\":{\"List\":{\"inputs\":{\"parameters\":{\"entityName\":\"contoso_orders\"}}}}}");
    }

    private static PackageBuilder view(PackageBuilder solution) {
        return solution.section(
                "Entities",
                """
                <Entity><Name>account</Name><SavedQueries><savedqueries><savedquery><savedqueryid>{%s}</savedqueryid><fetchxml>\
                <fetch><entity name="account"><link-entity name="contoso_order_tags" from="accountid" to="accountid"/></entity>\
                </fetch></fetchxml></savedquery></savedqueries></SavedQueries></Entity>
                """
                        .formatted(id("tagged")));
    }

    private static PackageBuilder app(PackageBuilder solution) {
        return solution.section(
                "AppModules",
                "<AppModule><UniqueName>contoso_app</UniqueName><WebResourceId>%s</WebResourceId></AppModule>"
                        .formatted(id("contoso_/icon.svg")));
    }

    private static PackageBuilder topic(PackageBuilder solution) {
        return solution.section(
                "botcomponent_workflowset",
                "<botcomponent_workflow botcomponentid.schemaname=\"contoso_bot.close\" workflowid.uniquename=\"contoso_close\"/>");
    }

    private static PackageBuilder step(PackageBuilder solution, String type) {
        return solution.section(
                "SdkMessageProcessingSteps",
                """
                <SdkMessageProcessingStep Name="Close" SdkMessageProcessingStepId="{%s}">\
                <PluginTypeName>%s</PluginTypeName></SdkMessageProcessingStep>
                """
                        .formatted(id("step"), type));
    }
}
