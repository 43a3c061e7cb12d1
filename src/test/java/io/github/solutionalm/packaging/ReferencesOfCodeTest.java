package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static io.github.solutionalm.packaging.ReferencesTest.references;

import org.junit.jupiter.api.Test;

/** Plug-ins, scripts, data providers, AI models: what they call or are called for. */
class ReferencesOfCodeTest {

    private static final String ID = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BRACED = "{AAAAAAAA-0000-4000-8000-000000000001}";

    @Test
    void aStepMayCallAnEndpointOrAFormula() {
        references(
                        with(
                                """
                                <SdkMessageProcessingSteps><SdkMessageProcessingStep SdkMessageProcessingStepId="s">
                                  <EventHandler>%s</EventHandler><fxexpressionid><uniquename>contoso_Check</uniquename></fxexpressionid>
                                </SdkMessageProcessingStep></SdkMessageProcessingSteps>
                                """
                                        .formatted(BRACED)),
                        "SdkMessageProcessingStep")
                .containsExactlyInAnyOrder("ServiceEndpoint " + ID, "fxexpression contoso_check");
    }

    @Test
    void aScriptDeclaresTheLibrariesThatItNeeds() {
        references(
                        with(
                                """
                                <WebResources><WebResource><Name>contoso_/order.js</Name><DependencyXml>&lt;Dependencies&gt;&lt;Dependency componentType="WebResource"&gt;&lt;Library name="contoso_/lib.js"/&gt;&lt;/Dependency&gt;&lt;/Dependencies&gt;</DependencyXml></WebResource></WebResources>
                                """),
                        "WebResource")
                .containsExactly("WebResource contoso_/lib.js");
    }

    @Test
    void aTableHasIconsAndMayBeVirtual() {
        references(
                        with(table(
                                "contoso_order",
                                "<IconSmallName>contoso_/small.png</IconSmallName><IconVectorName>contoso_Icon</IconVectorName><DataProviderId>"
                                        + BRACED + "</DataProviderId><DataSourceId>" + BRACED
                                        + "</DataSourceId>",
                                "")),
                        "Entity")
                .containsExactlyInAnyOrder(
                        "WebResource contoso_/small.png",
                        "WebResource contoso_icon",
                        "EntityDataProvider " + ID,
                        "EntityDataSource " + ID);
    }

    @Test
    void aDataProviderCallsPlugInTypes() {
        references(
                        with(
                                "<EntityDataProviders><EntityDataProvider><EntityDataProviderId>p</EntityDataProviderId><DataSourceLogicalName>contoso_source</DataSourceLogicalName><RetrievePluginTypeId>"
                                        + ID
                                        + "</RetrievePluginTypeId></EntityDataProvider></EntityDataProviders>"),
                        "EntityDataProvider")
                .containsExactlyInAnyOrder("Entity contoso_source", "PluginType " + ID);
    }

    @Test
    void anAmountInBaseCurrencyIsCalculatedOfAnother() {
        references(
                        with(table(
                                "contoso_order",
                                "<attributes><attribute PhysicalName='contoso_total_Base'><CalculationOf>contoso_Total</CalculationOf></attribute></attributes>",
                                "")),
                        "Attribute")
                .containsExactly("Attribute contoso_order.contoso_total");
    }

    @Test
    void anAiModelRunsAConfiguration() {
        references(
                        with("<AIModels><AIModel><msdyn_aimodelid>m</msdyn_aimodelid><msdyn_activerunconfigurationid>"
                                + BRACED + "</msdyn_activerunconfigurationid></AIModel></AIModels>"),
                        "AIProject")
                .containsExactly("AIConfiguration " + ID);
    }

    @Test
    void anAppShowsCanvasPages() {
        references(
                        with(
                                "<AppModules><AppModule><UniqueName>a</UniqueName><appelements><appelement uniquename='e'><canvasappid><name>contoso_page_1a2b3</name></canvasappid><name>e</name></appelement></appelements></AppModule></AppModules>"),
                        "AppModule")
                .containsExactly("CanvasApp contoso_page_1a2b3");
    }
}
