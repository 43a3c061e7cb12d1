package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.solution;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Effort;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text in the XML that is the path of a file makes the file a part of the component; every file belongs to one. */
class FilesOfComponentsTest {

    private static final String CODE_APP =
            """
            <CanvasApps><CanvasApp><Name>contoso_hub</Name><CodeAppPackageUris>
              <CodeAppPackageUri>/CanvasApps/contoso_hub_CodeAppPackages/index.html_ContentType_text/html</CodeAppPackageUri>
              <CodeAppPackageUri>/CanvasApps/contoso_hub_CodeAppPackages/assets/logo.svg_ContentType_image/svg+xml</CodeAppPackageUri>
            </CodeAppPackageUris></CanvasApp></CanvasApps>
            """;

    private static final String SCRIPT =
            "<WebResources><WebResource><Name>contoso_/order.js</Name><FileName>/WebResources/contoso_orderjs</FileName></WebResource></WebResources>";

    private static List<String> files(PackageFixture fixture, String type) {
        return fixture.only(type).definition().orElseThrow().files().stream()
                .map(Definition.File::name)
                .toList();
    }

    @Test
    void byPath() {
        PackageFixture fixture = with(SCRIPT).file("WebResources/contoso_orderjs", "alert(1)");

        assertThat(fixture.only("WebResource").definition().orElseThrow().files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("WebResources/contoso_orderjs");
                    assertThat(file.size()).isEqualTo(8);
                });
        assertThat(fixture.read().unclaimedFiles()).isEmpty();
    }

    @Test
    void inAnyCase() {
        assertThat(files(with(SCRIPT).file("webresources/CONTOSO_OrderJs", "x"), "WebResource"))
                .containsExactly("webresources/CONTOSO_OrderJs");
    }

    @Test
    void aFlowHasItsJson() {
        String flow =
                "<Workflows><Workflow WorkflowId='w' Name='Notify'><JsonFileName>/Workflows/Notify-1.json</JsonFileName></Workflow></Workflows>";

        assertThat(files(with(flow).file("Workflows/Notify-1.json", "{}"), "Workflow"))
                .containsExactly("Workflows/Notify-1.json");
    }

    @Test
    void aCalculatedColumnHasItsFormula() {
        String column = PackageFixture.table(
                "contoso_line",
                "<attributes><attribute PhysicalName='contoso_weight'><FormulaDefinitionFileName>/Formulas/contoso_line-contoso_weight.xaml</FormulaDefinitionFileName></attribute></attributes>",
                "");

        assertThat(files(with(column).file("Formulas/contoso_line-contoso_weight.xaml", "<Activity/>"), "Attribute"))
                .containsExactly("Formulas/contoso_line-contoso_weight.xaml");
    }

    @Test
    void aCanvasAppHasSeveral() {
        String app =
                """
                <CanvasApps><CanvasApp><Name>contoso_app</Name>
                  <BackgroundImageUri>/CanvasApps/contoso_app_BackgroundImageUri</BackgroundImageUri>
                  <DocumentUri>/CanvasApps/contoso_app_DocumentUri.msapp</DocumentUri>
                  <AdditionalUris><AdditionalUri>/CanvasApps/contoso_app_AdditionalUris0_identity.json</AdditionalUri></AdditionalUris>
                </CanvasApp></CanvasApps>
                """;
        PackageFixture fixture = with(app)
                .file("CanvasApps/contoso_app_DocumentUri.msapp", "1")
                .file("CanvasApps/contoso_app_BackgroundImageUri", "2")
                .file("CanvasApps/contoso_app_AdditionalUris0_identity.json", "{}");

        assertThat(files(fixture, "CanvasApp")).as("sorted by name").hasSize(3).isSorted();
        assertThat(fixture.read().unclaimedFiles()).isEmpty();
    }

    @Test
    void aCustomControlHasItsWholeFolder() {
        PackageFixture fixture =
                with("<CustomControls><CustomControl><Name>contoso_C.Stars</Name><FileName>/Controls/contoso_C.Stars/ControlManifest.xml</FileName></CustomControl></CustomControls>")
                        .file("Controls/contoso_C.Stars/ControlManifest.xml", "<manifest/>")
                        .file("Controls/contoso_C.Stars/bundle.js", "x")
                        .file("Controls/contoso_C.Stars/strings/stars.1033.resx", "y")
                        .file("Controls/contoso_C.StarsAndMore/bundle.js", "z");

        assertThat(files(fixture, "CustomControl"))
                .containsExactly(
                        "Controls/contoso_C.Stars/ControlManifest.xml",
                        "Controls/contoso_C.Stars/bundle.js",
                        "Controls/contoso_C.Stars/strings/stars.1033.resx");
        assertThat(fixture.read().unclaimedFiles()).containsExactly("Controls/contoso_C.StarsAndMore/bundle.js");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(with(SCRIPT).refusal()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("0x8004F11A");
            assertThat(error.component()).contains(key("WebResource", "contoso_/order.js"));
            assertThat(error.message()).contains("/WebResources/contoso_orderjs");
        });
    }

    @Test
    void allThatAreNotThereAtOnce() {
        String more =
                "<Workflows><Workflow WorkflowId='w'><XamlFileName>/Workflows/w.xaml</XamlFileName></Workflow></Workflows>"
                        + "<CanvasApps><CanvasApp><Name>a</Name><DocumentUri>/CanvasApps/a.msapp</DocumentUri></CanvasApp></CanvasApps>";

        assertThat(with(SCRIPT + more).refusal())
                .extracting(Finding::code)
                .containsExactly("0x8004F11A", "0x80072356", "0x80072356");
    }

    @Test
    void aCodeAppHasEveryFileThatItNamesWithAMediaType() {
        PackageFixture fixture = with(CODE_APP)
                .file("CanvasApps/contoso_hub_CodeAppPackages/index.html", "<html/>")
                .file("CanvasApps/contoso_hub_CodeAppPackages/assets/logo.svg", "<svg/>");

        assertThat(files(fixture, "CanvasApp"))
                .containsExactly(
                        "CanvasApps/contoso_hub_CodeAppPackages/assets/logo.svg",
                        "CanvasApps/contoso_hub_CodeAppPackages/index.html");
        assertThat(fixture.read().unclaimedFiles()).isEmpty();
    }

    @Test
    void aCodeAppChangesWithItsFiles() {
        PackageFixture app = with(CODE_APP).file("CanvasApps/contoso_hub_CodeAppPackages/assets/logo.svg", "<svg/>");
        Definition before = definition(app.file("CanvasApps/contoso_hub_CodeAppPackages/index.html", "<p>1</p>"));
        Definition after = definition(app.file("CanvasApps/contoso_hub_CodeAppPackages/index.html", "<p>2</p>"));

        assertThat(after.hash()).isNotEqualTo(before.hash());
        assertThat(after.xml()).isEqualTo(before.xml());
    }

    private static Definition definition(PackageFixture fixture) {
        return fixture.only("CanvasApp").definition().orElseThrow();
    }

    @Test
    void aFileOfACodeAppThatIsNotThereIsRefused() {
        assertThat(with(CODE_APP)
                        .file("CanvasApps/contoso_hub_CodeAppPackages/index.html", "<html/>")
                        .refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("0x80072356");
                    assertThat(error.component()).contains(key("CanvasApp", "contoso_hub"));
                    assertThat(error.message()).contains("CodeAppPackages/assets/logo.svg of ");
                });
    }

    @Test
    void filesOfAConnectorThatAreNotThereAreRefused() {
        String connector =
                """
                <Connectors><Connector><connectorid>{a}</connectorid><name>contoso_orders</name>
                  <iconbrandcolor>#007ee5</iconbrandcolor>
                  <openapidefinition>/Connector/contoso_orders_openapidefinition.json</openapidefinition>
                  <connectionparameters>/Connector/contoso_orders_connectionparameters.json</connectionparameters>
                  <iconblob>/Connector/contoso_orders_iconblob.Png</iconblob>
                </Connector></Connectors>
                """;

        assertThat(with(connector)
                        .file("Connector/contoso_orders_connectionparameters.json", "{}")
                        .refusal())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.component()).contains(key("Connector", "contoso_orders")))
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("openapidefinition.json"))
                .anyMatch(message -> message.contains("iconblob.Png"));
    }

    @Test
    void filesOfACustomControlThatItsManifestNamesMustBeThere() {
        PackageFixture fixture =
                with("<CustomControls><CustomControl><Name>contoso_C.Stars</Name><FileName>/Controls/contoso_C.Stars/ControlManifest.xml</FileName></CustomControl></CustomControls>")
                        .file(
                                "Controls/contoso_C.Stars/ControlManifest.xml",
                                """
                                <manifest><control><resources><code path="bundle.js" order="1"/><css path=".\\css\\Stars.css"/>
                                <resx path="strings/Stars.1033.resx" version="1.0.0"/><img path="https://contoso.com/star.png"/>
                                <platform-library name="React" version="16.8.6"/></resources></control></manifest>
                                """)
                        .file("Controls/contoso_C.Stars/css/stars.css", "")
                        .file("Controls/contoso_C.Stars/strings/Stars.1033.resx", "");

        assertThat(fixture.refusal()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("0x80072356");
            assertThat(error.component()).contains(key("CustomControl", "contoso_C.Stars"));
            assertThat(error.message()).contains("Controls/contoso_C.Stars/bundle.js");
        });
        assertThat(fixture.file("Controls/contoso_C.Stars/bundle.js", "").keys())
                .containsExactly(key("CustomControl", "contoso_C.Stars"));
    }

    @Test
    void anAttachmentOfATemplateThatIsNotThereHasACodeOfItsOwn() {
        assertThat(
                        with("<Templates><EmailTemplates><emailtemplate><templateid>{a}</templateid><attachments><attachment><FileName>/Templates/terms.pdf</FileName></attachment></attachments></emailtemplate></EmailTemplates></Templates>")
                                .refusal())
                .extracting(Finding::code)
                .containsExactly("0x8004802B");
    }

    @Test
    void aFileThatOnlyContextNamesNeedNotBeThere() {
        assertThat(with(SCRIPT.replace("<WebResource>", "<WebResource unmodified='1'>"))
                        .only("WebResource")
                        .isContext())
                .isTrue();
    }

    @Test
    void aPathThatIsNoFileIsAText() {
        assertThat(
                        with("<connectionreferences><connectionreference connectionreferencelogicalname='c'><connectorid>/providers/Microsoft.PowerApps/apis/shared_x</connectorid></connectionreference></connectionreferences>")
                                .only("connectionreference")
                                .definition())
                .hasValueSatisfying(definition -> assertThat(definition.files()).isEmpty());
    }

    @Test
    void filesThatNothingClaimsAreTold() {
        assertThat(with("").file("Notes/readme.txt", "x")
                        .file("logo.png", "y")
                        .file("filteredcomponents.xml", "<Components/>")
                        .read()
                        .unclaimedFiles())
                .containsExactly("Notes/readme.txt", "logo.png");
    }

    @Test
    void aFileThatManyComponentsNameIsReadOnce() {
        StringBuilder resources = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            resources.append(
                    "<WebResource><Name>a%d</Name><FileName>/WebResources/a</FileName></WebResource>".formatted(i));
        }
        PackageFixture fixture =
                with("<WebResources>" + resources + "</WebResources>").file("WebResources/a", new byte[4 << 20]);

        assertThat(fixture.keys()).hasSize(20_000);
        assertThat(fixture.timesOpened("WebResources/a")).isOne();
    }

    @Test
    void manyFoldersOfControls() {
        assertThat(Effort.ofFourTimesAsMuch(2_500, FilesOfComponentsTest::foldersOfControls))
                .isLessThan(9);
    }

    private static void foldersOfControls(int number) {
        StringBuilder controls = new StringBuilder();
        PackageFixture fixture = solution();
        for (int i = 0; i < number; i++) {
            controls.append("<CustomControl><Name>a%d</Name><FileName>/Controls/a%d/m.xml</FileName></CustomControl>"
                    .formatted(i, i));
            fixture.file("Controls/a" + i + "/m.xml", "").file("Controls/a" + i + "/bundle.js", "");
        }
        fixture.customizations("<CustomControls>" + controls + "</CustomControls>");

        assertThat(fixture.read().components()).hasSize(number).allSatisfy(control -> assertThat(count(control))
                .isEqualTo(2));
    }

    @Test
    void manyControlsInOneFolder() {
        assertThat(Effort.ofFourTimesAsMuch(2_500, FilesOfComponentsTest::controlsInOneFolder))
                .isLessThan(9);
    }

    private static void controlsInOneFolder(int number) {
        StringBuilder controls = new StringBuilder();
        PackageFixture fixture = solution();
        for (int i = 0; i < number; i++) {
            controls.append("<CustomControl><Name>a%d</Name><FileName>/Controls/a%d</FileName></CustomControl>"
                    .formatted(i, i));
            fixture.file("Controls/a" + i, "");
        }
        fixture.customizations("<CustomControls>" + controls + "</CustomControls>");

        assertThat(fixture.read().components().stream()
                        .mapToInt(FilesOfComponentsTest::count)
                        .sum())
                .isEqualTo(2 * number - 1);
    }

    private static int count(SolutionComponent component) {
        return component.definition().map(Definition::files).orElseThrow().size();
    }
}
