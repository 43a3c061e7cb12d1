package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static io.github.solutionalm.packaging.ReferencesTest.references;

import org.junit.jupiter.api.Test;

/**
 * Some definitions name a component by something other than its key. The package's own components tell which it is; of
 * others only the manifest's declaration does.
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
                .containsExactly("Entity contoso_order");
    }

    @Test
    void aSetThatNoTableOfThePackageHasCanNotBeTold() {
        references(with(FLOW).file("Workflows/w.json", LISTS_ROWS), "Workflow").isEmpty();
    }

    @Test
    void aConnectionReferenceNamesItsConnectorById() {
        references(
                        with(
                                """
                                <Connectors><Connector><connectorid>{AAAAAAAA-0000-4000-8000-000000000001}</connectorid><name>contoso_5Fapi</name></Connector></Connectors>
                                <connectionreferences><connectionreference connectionreferencelogicalname="contoso_c"><connectorid>/providers/Microsoft.PowerApps/apis/shared_x</connectorid>
                                  <customconnectorid><connectorid>aaaaaaaa-0000-4000-8000-000000000001</connectorid></customconnectorid></connectionreference></connectionreferences>
                                """),
                        "connectionreference")
                .containsExactly("Connector contoso_5fapi");
    }

    @Test
    void anAppNamesItsIconById() {
        references(
                        with(
                                """
                                <WebResources><WebResource><WebResourceId>{AAAAAAAA-0000-4000-8000-000000000001}</WebResourceId><Name>contoso_/app.png</Name></WebResource></WebResources>
                                <AppModules><AppModule><UniqueName>a</UniqueName><WebResourceId>aaaaaaaa-0000-4000-8000-000000000001</WebResourceId></AppModule></AppModules>
                                """),
                        "AppModule")
                .containsExactly("WebResource contoso_/app.png");
    }

    @Test
    void aViewThatJoinsBothSidesOfARelationshipNamesItsTable() {
        references(
                        with(
                                table(
                                                "contoso_order",
                                                "",
                                                """
                                                <SavedQueries><savedqueries><savedquery><savedqueryid>v</savedqueryid><fetchxml><fetch><entity name="contoso_order">
                                                  <link-entity name="contoso_order_tags" from="contoso_orderid" to="contoso_orderid"/>
                                                </entity></fetch></fetchxml></savedquery></savedqueries></SavedQueries>
                                                """)
                                        + "<EntityRelationships><EntityRelationship Name='contoso_order_contoso_tag'><FirstEntityName>contoso_order</FirstEntityName><IntersectEntityName>contoso_Order_Tags</IntersectEntityName></EntityRelationship></EntityRelationships>"),
                        "SavedQuery")
                .containsExactlyInAnyOrder(
                        "Entity contoso_order",
                        "Attribute contoso_order.contoso_orderid",
                        "EntityRelationship contoso_order_contoso_tag");
    }
}
