package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/** What a definition refers to, so that nothing is deleted that another component needs (docs/concepts.md, "References"). */
class ReferencesTest {

    private static final String ID = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BRACED = "{AAAAAAAA-0000-4000-8000-000000000001}";

    /** The references of the package's only component of a type. */
    static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> references(
            PackageFixture fixture, String type) {
        return assertThat(fixture.only(type).references().stream()
                .map(ComponentKey::toString)
                .toList());
    }

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> form(String xml) {
        return references(
                with(table(
                        "contoso_order",
                        "",
                        "<FormXml><forms type='main'><systemform><formid>f</formid><form>" + xml
                                + "</form></systemform></forms></FormXml>")),
                "SystemForm");
    }

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> view(String xml) {
        return references(
                with(table(
                        "contoso_order",
                        "",
                        "<SavedQueries><savedqueries><savedquery><savedqueryid>v</savedqueryid>" + xml
                                + "</savedquery></savedqueries></SavedQueries>")),
                "SavedQuery");
    }

    @Test
    void aFormRefersToColumnsOfItsTable() {
        form("<tabs><tab><control id='a' datafieldname='contoso_Total'/><control id='b'/></tab></tabs>")
                .containsExactly("Attribute contoso_order.contoso_total");
    }

    @Test
    void aFormRefersToScriptsAndRoles() {
        form("""
                        <formLibraries><Library name="contoso_/order.js" libraryUniqueId="{1}"/></formLibraries>
                        <events><event name="onload"><Handlers><Handler functionName="f" libraryName="contoso_/order.js"/></Handlers></event></events>
                        <DisplayConditions><Role Id="%s"/></DisplayConditions>
                        """
                        .formatted(BRACED))
                .containsExactlyInAnyOrder("WebResource contoso_/order.js", "Role " + ID);
    }

    @Test
    void aFormRefersToWhatItsControlsShow() {
        form("""
                        <control id="lines"><parameters>
                          <TargetEntityType>contoso_line</TargetEntityType><RelationshipName>contoso_order_line</RelationshipName>
                          <ViewId>%s</ViewId><VisualizationId>%s</VisualizationId>
                        </parameters></control>
                        <customControl name="contoso_C.Stars" formFactor="2"/>
                        """
                        .formatted(BRACED, BRACED))
                .containsExactlyInAnyOrder(
                        "Entity contoso_line",
                        "EntityRelationship contoso_order_line",
                        "SavedQuery " + ID,
                        "SavedQueryVisualization " + ID,
                        "CustomControl contoso_c.stars");
    }

    @Test
    void aViewRefersToColumnsOfItsTableAndOfLinkedOnes() {
        view("""
                        <layoutxml><grid><row><cell name="contoso_name"/><cell name="a1.contoso_code"/></row></grid></layoutxml>
                        <returnedtypecode>contoso_order</returnedtypecode>
                        <fetchxml><fetch><entity name="contoso_order">
                          <attribute name="contoso_total"/>
                          <filter><condition attribute="statecode" operator="eq" value="0"/></filter>
                          <link-entity name="contoso_region" from="contoso_regionid" to="contoso_region" alias="a1">
                            <attribute name="contoso_code"/>
                            <link-entity name="account" from="accountid" to="contoso_owner"><filter><condition attribute="name" operator="not-null"/></filter></link-entity>
                            <order attribute="contoso_rank"/>
                          </link-entity>
                          <order attribute="contoso_due"/>
                        </entity></fetch></fetchxml>
                        """)
                .containsExactlyInAnyOrder(
                        "Entity contoso_order",
                        "Entity contoso_region",
                        "Entity account",
                        "Attribute contoso_order.contoso_name",
                        "Attribute contoso_order.contoso_total",
                        "Attribute contoso_order.statecode",
                        "Attribute contoso_order.contoso_due",
                        "Attribute contoso_region.contoso_code",
                        "Attribute contoso_region.contoso_rank",
                        "Attribute account.name",
                        "Attribute contoso_region.contoso_regionid",
                        "Attribute contoso_order.contoso_region",
                        "Attribute account.accountid",
                        "Attribute contoso_region.contoso_owner");
    }

    @Test
    void aConditionOnALinkedTableIsNoColumnOfTheOuterOne() {
        view("<fetchxml><fetch><entity name='contoso_order'><filter><condition entityname='a1' attribute='contoso_code' operator='null'/></filter></entity></fetch></fetchxml>")
                .containsExactly("Entity contoso_order");
    }

    @Test
    void aChart() {
        references(
                        with(
                                table(
                                        "contoso_order",
                                        "",
                                        "<Visualizations><visualization><savedqueryvisualizationid>c</savedqueryvisualizationid><primaryentitytypecode>contoso_order</primaryentitytypecode>"
                                                + "<datadescription><fetch><entity name='contoso_order'><attribute name='contoso_total' aggregate='sum'/></entity></fetch></datadescription></visualization></Visualizations>")),
                        "SavedQueryVisualization")
                .containsExactlyInAnyOrder("Entity contoso_order", "Attribute contoso_order.contoso_total");
    }

    @Test
    void aSiteMap() {
        references(
                        with(
                                """
                                <AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>s</SiteMapUniqueName><SiteMap><Area Id="a" Icon="$webresource:contoso_/area.svg"><Group Id="g">
                                  <SubArea Id="1" Entity="contoso_order"><Privilege Entity="contoso_line" Privilege="Read"/></SubArea>
                                  <SubArea Id="2" Url="$webresource:contoso_/start.html"/>
                                  <SubArea Id="3" DefaultDashboard="%s"/>
                                </Group></Area></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>
                                """
                                        .formatted(BRACED)),
                        "SiteMap")
                .containsExactlyInAnyOrder(
                        "WebResource contoso_/area.svg",
                        "Entity contoso_order",
                        "Entity contoso_line",
                        "WebResource contoso_/start.html",
                        "SystemForm " + ID);
    }

    @Test
    void anApp() {
        references(
                        with(
                                """
                                <AppModules><AppModule><UniqueName>a</UniqueName><AppModuleComponents>
                                  <AppModuleComponent type="1" schemaName="contoso_order"/>
                                  <AppModuleComponent type="26" id="%s"/>
                                  <AppModuleComponent type="62" schemaName="contoso_sales"/>
                                  <AppModuleComponent type="99999999999" id="x"/>
                                </AppModuleComponents><AppModuleRoleMaps><Role id="%s"/></AppModuleRoleMaps></AppModule></AppModules>
                                """
                                        .formatted(BRACED, BRACED)),
                        "AppModule")
                .containsExactlyInAnyOrder(
                        "Entity contoso_order", "SavedQuery " + ID, "SiteMap contoso_sales", "Role " + ID);
    }

    @Test
    void aStep() {
        references(
                        with(
                                """
                                <SdkMessageProcessingSteps><SdkMessageProcessingStep SdkMessageProcessingStepId="s">
                                  <PluginTypeId>%s</PluginTypeId><PrimaryEntity>contoso_order</PrimaryEntity>
                                  <FilteringAttributes>contoso_total,contoso_name</FilteringAttributes>
                                </SdkMessageProcessingStep></SdkMessageProcessingSteps>
                                """
                                        .formatted(BRACED)),
                        "SdkMessageProcessingStep")
                .containsExactlyInAnyOrder(
                        "PluginType " + ID,
                        "Entity contoso_order",
                        "Attribute contoso_order.contoso_total",
                        "Attribute contoso_order.contoso_name");
    }

    @Test
    void aStepNamesItsPlugInTypeByIdWhereItCan() {
        String step =
                """
                <SdkMessageProcessingSteps><SdkMessageProcessingStep SdkMessageProcessingStepId="s">
                  <PluginTypeName>Contoso.Check, Contoso.Plugins, Version=1.0.0.7</PluginTypeName>%s
                </SdkMessageProcessingStep></SdkMessageProcessingSteps>
                """;
        references(with(step.formatted("<PluginTypeId>" + BRACED + "</PluginTypeId>")), "SdkMessageProcessingStep")
                .containsExactly("PluginType " + ID);
        references(with(step.formatted("")), "SdkMessageProcessingStep")
                .containsExactly("PluginType contoso.check, contoso.plugins, version=1.0");
    }

    @Test
    void aStepForAllTablesRefersToNone() {
        references(
                        with(
                                "<SdkMessageProcessingSteps><SdkMessageProcessingStep SdkMessageProcessingStepId='s'><PrimaryEntity>none</PrimaryEntity></SdkMessageProcessingStep></SdkMessageProcessingSteps>"),
                        "SdkMessageProcessingStep")
                .isEmpty();
    }

    @Test
    void aFlow() {
        String flow =
                """
                {"properties":{"connectionReferences":{"shared_office365":{"runtimeSource":"embedded",
                  "connection":{"connectionReferenceLogicalName":"contoso_Mail"},"api":{"name":"shared_office365"}}},
                 "definition":{"parameters":{"Url (contoso_Url)":{"defaultValue":"x","type":"String","metadata":{"schemaName":"contoso_Url"}}},
                  "actions":{"Child":{"type":"Workflow","inputs":{"host":{"workflowReferenceName":"%s"}}}}}}}
                """
                        .formatted(ID);
        references(
                        with("<Workflows><Workflow WorkflowId='w'><JsonFileName>/Workflows/w.json</JsonFileName><PrimaryEntity>none</PrimaryEntity></Workflow></Workflows>")
                                .file("Workflows/w.json", "\uFEFF" + flow),
                        "Workflow")
                .containsExactlyInAnyOrder(
                        "connectionreference contoso_mail",
                        "environmentvariabledefinition contoso_url",
                        "Workflow " + ID);
    }

    @Test
    void aClassicWorkflow() {
        references(
                        with("<Workflows><Workflow WorkflowId='w'><XamlFileName>/Workflows/w.xaml</XamlFileName><PrimaryEntity>contoso_order</PrimaryEntity></Workflow></Workflows>")
                                .file(
                                        "Workflows/w.xaml",
                                        "<Activity xmlns:mxswa='clr-namespace:x'><mxswa:GetEntityProperty Attribute='contoso_name' EntityName='contoso_line'/>"
                                                + "<mxswa:GetEntityProperty Attribute='[x]' EntityName='[InputEntities(&quot;p&quot;)]'/></Activity>"),
                        "Workflow")
                .containsExactlyInAnyOrder(
                        "Entity contoso_order", "Entity contoso_line", "Attribute contoso_line.contoso_name");
    }

    @Test
    void filesThatCannotBeReadNameNothing() {
        references(
                        with("<Workflows><Workflow WorkflowId='w'><JsonFileName>/Workflows/w.json</JsonFileName><XamlFileName>/Workflows/w.xaml</XamlFileName></Workflow></Workflows>")
                                .file("Workflows/w.json", "{\"a\":")
                                .file("Workflows/w.xaml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
                        "Workflow")
                .isEmpty();
    }

    @Test
    void aRibbon() {
        references(
                        with(
                                table(
                                        "contoso_order",
                                        "",
                                        "<RibbonDiffXml><CommandDefinitions><CommandDefinition Id='c'><Actions><JavaScriptFunction FunctionName='f' Library='$webresource:contoso_/Ribbon.js'/></Actions></CommandDefinition></CommandDefinitions>"
                                                + "<CustomActions><CustomAction Id='a'><Button Image16by16='$WebResource:contoso_/x16.png'/></CustomAction></CustomActions></RibbonDiffXml>")),
                        "RibbonCustomization")
                .containsExactlyInAnyOrder("WebResource contoso_/ribbon.js", "WebResource contoso_/x16.png");
    }

    @Test
    void aFieldPermission() {
        references(
                        with(
                                "<FieldSecurityProfiles><FieldSecurityProfile fieldsecurityprofileid='p'><FieldPermissions><FieldPermission><EntityName>account</EntityName><AttributeName>contoso_limit</AttributeName></FieldPermission></FieldPermissions></FieldSecurityProfile></FieldSecurityProfiles>"),
                        "FieldPermission")
                .containsExactlyInAnyOrder("Entity account", "Attribute account.contoso_limit");
    }

    @Test
    void relationships() {
        references(
                        with(
                                "<EntityRelationships><EntityRelationship Name='r'><ReferencingEntityName>contoso_Line</ReferencingEntityName><ReferencedEntityName>contoso_Order</ReferencedEntityName><ReferencingAttributeName>contoso_Order</ReferencingAttributeName></EntityRelationship></EntityRelationships>"),
                        "EntityRelationship")
                .containsExactlyInAnyOrder(
                        "Entity contoso_line", "Entity contoso_order", "Attribute contoso_line.contoso_order");
        references(
                        with(
                                "<EntityRelationships><EntityRelationship Name='r'><FirstEntityName>account</FirstEntityName><SecondEntityName>contoso_tag</SecondEntityName><IntersectEntityName>contoso_account_tag</IntersectEntityName></EntityRelationship></EntityRelationships>"),
                        "EntityRelationship")
                .contains("Entity account", "Entity contoso_tag");
    }

    @Test
    void aColumnAndAKey() {
        references(
                        with(table(
                                "contoso_order",
                                "<attributes><attribute PhysicalName='contoso_size'><OptionSetName>contoso_sizes</OptionSetName></attribute></attributes>",
                                "")),
                        "Attribute")
                .containsExactly("OptionSet contoso_sizes");
        references(
                        with(table(
                                "contoso_order",
                                "<EntityKeys><EntityKey><Name>k</Name><EntityKeyAttributes><AttributeName>contoso_number</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>",
                                "")),
                        "EntityKey")
                .containsExactly("Attribute contoso_order.contoso_number");
    }

    @Test
    void aCanvasApp() {
        references(
                        with(
                                """
                                <CanvasApps><CanvasApp><Name>a</Name>
                                  <ConnectionReferences>{"1":{"connectionReferenceLogicalName":"contoso_mail","id":"/providers/x"}}</ConnectionReferences>
                                  <CdsDependencies>{"cdsdependencies":[{"logicalname":"contoso_order","componenttype":1},{"logicalname":"contoso_sizes","componenttype":"9"}]}</CdsDependencies>
                                </CanvasApp></CanvasApps>
                                """),
                        "CanvasApp")
                .containsExactlyInAnyOrder(
                        "connectionreference contoso_mail", "Entity contoso_order", "OptionSet contoso_sizes");
    }
}
