package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static io.github.solutionalm.packaging.ReferencesTest.references;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/**
 * Some definitions name a component by something other than its key. A reference is kept as it is written, and a component
 * knows its other names: which belongs to which is settled when it is asked for, since the component may come later, in
 * another package, or go.
 */
class ReferencesByOtherNamesTest {

    private static final String FLOW =
            "<Workflows><Workflow WorkflowId='w'><JsonFileName>/Workflows/w.json</JsonFileName></Workflow></Workflows>";
    private static final String LISTS_ROWS =
            "{\"actions\":{\"List\":{\"inputs\":{\"parameters\":{\"entityName\":\"contoso_Orders\"}}}}}";

    @Test
    void aFlowNamesTablesByTheirSet() {
        references(
                        with(table("contoso_order", "<EntitySetName>contoso_orders</EntitySetName>", "") + FLOW)
                                .file("Workflows/w.json", LISTS_ROWS),
                        "Workflow")
                .containsExactly("entityset contoso_orders");
        names(with(table("contoso_order", "<EntitySetName>contoso_orders</EntitySetName>", "")), "Entity")
                .containsExactly("entityset contoso_orders");
    }

    @Test
    void aSetThatNoTableOfThePackageHasIsKeptAsItIsWritten() {
        references(with(FLOW).file("Workflows/w.json", LISTS_ROWS), "Workflow")
                .containsExactly("entityset contoso_orders");
    }

    @Test
    void aConnectionReferenceNamesItsConnectorById() {
        PackageFixture connectors = with(
                """
                                <Connectors><Connector><connectorid>{AAAAAAAA-0000-4000-8000-000000000001}</connectorid><name>contoso_5Fapi</name></Connector></Connectors>
                                <connectionreferences><connectionreference connectionreferencelogicalname="contoso_c"><connectorid>/providers/Microsoft.PowerApps/apis/shared_x</connectorid>
                                  <customconnectorid><connectorid>aaaaaaaa-0000-4000-8000-000000000001</connectorid></customconnectorid></connectionreference></connectionreferences>
                                """);
        references(connectors, "connectionreference").containsExactly("Connector aaaaaaaa-0000-4000-8000-000000000001");
        names(connectors, "Connector").containsExactly("Connector aaaaaaaa-0000-4000-8000-000000000001");
    }

    @Test
    void anAppNamesItsIconById() {
        PackageFixture app = with(
                """
                                <WebResources><WebResource><WebResourceId>{AAAAAAAA-0000-4000-8000-000000000001}</WebResourceId><Name>contoso_/app.png</Name></WebResource></WebResources>
                                <AppModules><AppModule><UniqueName>a</UniqueName><WebResourceId>aaaaaaaa-0000-4000-8000-000000000001</WebResourceId></AppModule></AppModules>
                                """);
        references(app, "AppModule").containsExactly("WebResource aaaaaaaa-0000-4000-8000-000000000001");
        names(app, "WebResource").containsExactly("WebResource aaaaaaaa-0000-4000-8000-000000000001");
    }

    @Test
    void aViewThatJoinsBothSidesOfARelationshipNamesItsTable() {
        PackageFixture relationship = with(
                table(
                                "contoso_order",
                                "",
                                """
                                                <SavedQueries><savedqueries><savedquery><savedqueryid>v</savedqueryid><fetchxml><fetch><entity name="contoso_order">
                                                  <link-entity name="contoso_order_tags" from="contoso_orderid" to="contoso_orderid"/>
                                                </entity></fetch></fetchxml></savedquery></savedqueries></SavedQueries>
                                                """)
                        + "<EntityRelationships><EntityRelationship Name='contoso_order_contoso_tag'><FirstEntityName>contoso_order</FirstEntityName><IntersectEntityName>contoso_Order_Tags</IntersectEntityName></EntityRelationship></EntityRelationships>");
        references(relationship, "SavedQuery")
                .containsExactlyInAnyOrder(
                        "Entity contoso_order",
                        "Attribute contoso_order.contoso_orderid",
                        "Entity contoso_order_tags",
                        "Attribute contoso_order_tags.contoso_orderid");
        names(relationship, "EntityRelationship").containsExactly("Entity contoso_order_tags");
    }

    @Test
    void processesPlugInsAndRolesHaveNamesBesidesTheirIds() {
        PackageFixture others = with(
                """
                <Roles><Role id="{AAAAAAAA-0000-4000-8000-000000000002}" name="Clerk"/></Roles>
                <Workflows><Workflow WorkflowId="{AAAAAAAA-0000-4000-8000-000000000003}" Name="Close"><UniqueName>contoso_Close</UniqueName></Workflow></Workflows>
                <SolutionPluginAssemblies><PluginAssembly PluginAssemblyId="aaaaaaaa-0000-4000-8000-000000000004" FullName="A, Version=1.2.3.4"/></SolutionPluginAssemblies>
                """);
        names(others, "Role").containsExactly("Role clerk");
        names(others, "Workflow").containsExactly("Workflow contoso_close");
        names(others, "PluginAssembly").containsExactly("PluginAssembly a, version=1.2");
    }

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> names(
            PackageFixture fixture, String type) {
        return assertThat(fixture.read().components().stream()
                .filter(component -> component.key().type().name().equals(type))
                .flatMap(component -> component.names().stream())
                .map(ComponentKey::toString)
                .toList());
    }
}
