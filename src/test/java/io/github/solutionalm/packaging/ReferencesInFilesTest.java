package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.solution;
import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static io.github.solutionalm.packaging.ReferencesTest.references;

import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/** What flows, processes, formulas, topics, connectors and canvas apps name in files and JSON of their own. */
class ReferencesInFilesTest {

    private static final String ID = "aaaaaaaa-0000-4000-8000-000000000001";

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> flow(String json) {
        return references(
                with("<Workflows><Workflow WorkflowId='w'><JsonFileName>/Workflows/w.json</JsonFileName></Workflow></Workflows>")
                        .file("Workflows/w.json", json),
                "Workflow");
    }

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> process(String xaml) {
        return references(
                with("<Workflows><Workflow WorkflowId='w'><XamlFileName>/Workflows/w.xaml</XamlFileName></Workflow></Workflows>")
                        .file("Workflows/w.xaml", "<Activity xmlns:x='clr-namespace:x'>" + xaml + "</Activity>"),
                "Workflow");
    }

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> topic(String yaml) {
        return references(
                solution()
                        .file("botcomponents/contoso_bot.topic.Start/botcomponent.xml", "<botcomponent/>")
                        .file("botcomponents/contoso_bot.topic.Start/data", yaml),
                "botcomponent");
    }

    @Test
    void aFlowIsTriggeredByColumnsOfATable() {
        flow("""
                        {"triggers":{"t":{"inputs":{"parameters":{"subscriptionRequest/filteringattributes":"contoso_total, contoso_name",
                          "subscriptionRequest/entityname":"contoso_order","subscriptionRequest/filterexpression":"contoso_state eq 1"}}}}}
                        """)
                .containsExactlyInAnyOrder(
                        "Entity contoso_order",
                        "Attribute contoso_order.contoso_total",
                        "Attribute contoso_order.contoso_name");
    }

    @Test
    void columnsOfATableThatAnExpressionNamesAreUnknown() {
        flow("{\"parameters\":{\"subscriptionRequest/entityname\":\"@parameters('t')\",\"subscriptionRequest/filteringattributes\":\"contoso_total\"}}")
                .isEmpty();
    }

    @Test
    void aFlowCallsConnectorsDesktopFlowsAndCopilots() {
        flow("""
                        {"connectionReferences":{"x":{"api":{"name":"shared_x","logicalName":"contoso_5Fapi"}}},
                         "actions":{"a":{"inputs":{"parameters":{"uiFlowId":"%s"}}},"b":{"inputs":{"parameters":{"Copilot":"contoso_bot"}}},
                           "c":{"inputs":{"parameters":{"Copilot":"@variables('b')"}}}}}
                        """
                        .formatted(ID))
                .containsExactlyInAnyOrder("Connector contoso_5fapi", "Workflow " + ID, "bot contoso_bot");
    }

    @Test
    void aBusinessRuleActsOnControls() {
        process(
                        "<x:SetDisplayMode ControlId='contoso_name' Entity='[InputEntities(&quot;primaryEntity&quot;)]' EntityName='contoso_order'/>")
                .containsExactlyInAnyOrder("Entity contoso_order", "Attribute contoso_order.contoso_name");
    }

    @Test
    void aBusinessProcessShowsColumnsOfTheTableOfEachStage() {
        process(
                        """
                        <ActivityReference DisplayName="EntityStep1: contoso_order"><x:Control ControlId="a" DataFieldName="contoso_total"/></ActivityReference>
                        <ActivityReference DisplayName="EntityStep2: contoso_line"><x:Control ControlId="b" DataFieldName="contoso_number"/></ActivityReference>
                        <x:Control ControlId="c" DataFieldName="contoso_alone"/>
                        """)
                .containsExactlyInAnyOrder(
                        "Entity contoso_order",
                        "Attribute contoso_order.contoso_total",
                        "Entity contoso_line",
                        "Attribute contoso_line.contoso_number");
    }

    @Test
    void aRollUpFollowsARelationship() {
        references(
                        with(table(
                                        "contoso_order",
                                        "<attributes><attribute PhysicalName='contoso_count'><FormulaDefinitionFileName>/Formulas/c.xaml</FormulaDefinitionFileName></attribute></attributes>",
                                        ""))
                                .file(
                                        "Formulas/c.xaml",
                                        "<Activity><SetAttributeValue Entity='[CreatedEntities(&quot;relatedlinked_contoso_order_line#contoso_order#contoso_line#Temp&quot;)]' EntityName='contoso_line'/></Activity>"),
                        "Attribute")
                .containsExactlyInAnyOrder(
                        "Entity contoso_line",
                        "EntityRelationship contoso_order_line",
                        "Attribute contoso_line.contoso_order");
    }

    @Test
    void aTopicLeadsToOthersAndCallsFlows() {
        topic(
                        """
                        kind: AdaptiveDialog
                        beginDialog:
                          actions:
                            - kind: BeginDialog
                              dialog: contoso_bot.topic.Escalate
                            - kind: InvokeFlowAction
                              flowId: %s
                            - kind: InvokeAIBuilderModelAction
                              aIModelId: %s
                            - kind: InvokeConnectorAction
                              connectionReference: contoso_bot.shared_mail.1a2b
                            - kind: ConditionGroup
                              condition: =Topic.Range = 'contoso_bot.entity.Range_x1'.None
                        """
                                .formatted(ID, ID))
                .containsExactlyInAnyOrder(
                        "botcomponent contoso_bot.topic.escalate",
                        "Workflow " + ID,
                        "AIProject " + ID,
                        "connectionreference contoso_bot.shared_mail.1a2b",
                        "botcomponent contoso_bot.entity.range_x1");
    }

    @Test
    void anOlderTopicIsJson() {
        references(
                        solution()
                                .file("botcomponents/contoso_topic_1/botcomponent.xml", "<botcomponent/>")
                                .file(
                                        "botcomponents/contoso_topic_1/content.json",
                                        "{\"dialogChangeNodes\":[{\"targetDialogId\":\"contoso_topic_2\"}],\"flowMetadata\":{\"id\":\""
                                                + ID + "\"},\"id\":\"none of ours\"}"),
                        "botcomponent")
                .containsExactlyInAnyOrder("botcomponent contoso_topic_2", "Workflow " + ID);
    }

    @Test
    void aConnectorsHostMayBeAVariable() {
        references(
                        with("<Connectors><Connector><name>c</name><openapidefinition>/Connector/c.json</openapidefinition></Connector></Connectors>")
                                .file("Connector/c.json", "{\"host\":\"@environmentVariables(\\\"contoso_Host\\\")\"}"),
                        "Connector")
                .containsExactly("environmentvariabledefinition contoso_host");
    }

    @Test
    void aCanvasAppCallsFlowsAndReadsTables() {
        references(
                        with(
                                """
                                <CanvasApps><CanvasApp><Name>a</Name>
                                  <ConnectionReferences>{"1":{"parameterHints":{"workflowName":{"value":"x"},"workflowEntityId":{"value":"%s"}}}}</ConnectionReferences>
                                  <DatabaseReferences>{"default.cds":{"dataSources":{"Orders":{"entitySetName":"contoso_orders","logicalName":"contoso_order"}}}}</DatabaseReferences>
                                  <CdsDependencies>{"cdsdependencies":[{"dependencyid":"%s","componenttype":29},{"dependencyid":"","logicalname":"contoso_C.Grid","componenttype":66}]}</CdsDependencies>
                                </CanvasApp></CanvasApps>
                                """
                                        .formatted(ID, "bbbbbbbb-0000-4000-8000-000000000001")),
                        "CanvasApp")
                .containsExactlyInAnyOrder(
                        "Workflow " + ID,
                        "Entity contoso_order",
                        "Workflow bbbbbbbb-0000-4000-8000-000000000001",
                        "CustomControl contoso_c.grid");
    }
}
