package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.SolutionVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a package made of a source tree is like. */
class PackingTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"customizations.xml", "solution.xml", "[Content_Types].xml"})
    void theRootFilesAreWrittenAsSolutionPackagerWritesThemOnWindows(String name) throws Exception {
        PackedSolution packed = TreeFixture.in(temp).pack(false);

        assertThat(TreeFixture.entry(packed.file(), name)).isEqualTo(TreeFixture.packed(name));
        assertThat(packed.warnings()).isEmpty();
    }

    @Test
    void theFilesThatComponentsNameComeFirstAndInTheirOrder() throws Exception {
        PackedSolution packed = TreeFixture.in(temp).pack(false);

        assertThat(TreeFixture.names(packed.file()))
                .containsExactly(
                        "customizations.xml",
                        "solution.xml",
                        "Formulas/cto_order-cto_total.xaml",
                        "Workflows/Confirmorder-0E0E0E0E-0000-4000-8000-000000000001.json",
                        "WebResources/cto_scriptsorderjs1C1C1C1C-0000-4000-8000-000000000001",
                        "Controls/cto_Contoso.Picker/ControlManifest.xml",
                        "Controls/cto_Contoso.Picker/bundle.js",
                        "PluginAssemblies/ContosoOrders-1D1D1D1D-0000-4000-8000-000000000001/ContosoOrders.dll",
                        "Reports/Ordersrdl1f1f1f1f-0000-4000-8000-000000000001",
                        "CanvasApps/cto_scanner_1a2b3_BackgroundImageUri",
                        "CanvasApps/cto_scanner_1a2b3_DocumentUri.msapp",
                        "CanvasApps/cto_scanner_1a2b3_AdditionalUris0_identity.json",
                        "Connector/cto_5Fshipping_openapidefinition.json",
                        "environmentvariabledefinitions/cto_Region/environmentvariabledefinition.xml",
                        "[Content_Types].xml");
        assertThat(packed.entries()).isEqualTo(15);
    }

    @Test
    void aManagedPackageTakesTheManagedTwins() throws Exception {
        TreeFixture tree = TreeFixture.in(temp);

        assertThat(customizations(tree.pack(true)))
                .contains("<SubArea Id=\"cto_sub\" AvailableOffline=\"true\"")
                .doesNotContain("description=\"Quick\"");
        assertThat(customizations(tree.pack(false)))
                .doesNotContain("AvailableOffline")
                .contains("description=\"Quick\"");
        assertThat(tree.pack(true).manifest().managed()).isTrue();
        assertThat(tree.pack(false).manifest().managed()).isFalse();
    }

    private static String customizations(PackedSolution packed) throws Exception {
        return new String(TreeFixture.entry(packed.file(), "customizations.xml"), StandardCharsets.UTF_8);
    }

    @Test
    void theVersionOfTheBuildReplacesThatOfTheTree() throws Exception {
        PackedSolution packed = TreeFixture.in(temp)
                .pack(true, new PackOptions(Optional.of(SolutionVersion.parse("2.1.0.57")), true, List.of()));

        assertThat(packed.manifest().version()).hasToString("2.1.0.57");
    }

    @Test
    void theSameTreeMakesTheSameBytesWhereverAndWheneverItIsPacked() throws Exception {
        Path here = TreeFixture.in(temp.resolve("here")).pack(true).file();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path there;
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            there = TreeFixture.backwardsIn(temp.resolve("another/place"))
                    .pack(true)
                    .file();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(Files.mismatch(here, there)).isEqualTo(-1);
    }

    @Test
    void namesOfFoldersAreFoundInAnyCase() throws Exception {
        TreeFixture tree = TreeFixture.in(temp);
        byte[] before = Files.readAllBytes(tree.pack(false).file());
        Files.move(tree.file("Workflows"), tree.file("workflow"));
        Files.move(tree.file("workflow"), tree.file("workflows"));
        Files.move(tree.file("Other"), tree.file("others"));
        Files.move(tree.file("others"), tree.file("other"));

        assertThat(tree.pack(false).file()).hasBinaryContent(before);
    }

    @Test
    void whatPeopleAndSystemsLeaveInATreeIsNotPacked() throws Exception {
        TreeFixture tree = TreeFixture.in(temp);
        byte[] before = Files.readAllBytes(tree.pack(false).file());
        tree.write(".gitignore", "")
                .write("Workflows/.gitkeep", "")
                .write("Entities/cto_Order/.DS_Store", "")
                .write("Orders.cdsproj", "<Project />")
                .write("README.md", "Orders")
                .write("Other/[Content_Types].xml", "<Types />");

        PackedSolution packed = tree.pack(false);

        assertThat(packed.file()).hasBinaryContent(before);
        assertThat(packed.warnings()).isEmpty();
    }

    @Test
    void sourcesOfCanvasAppsAreNotBuiltWhichIsSaid() throws Exception {
        PackedSolution packed = TreeFixture.in(temp)
                .write("CanvasApps/src/cto_scanner_1a2b3/Src/App.pa.yaml", "App:")
                .pack(false);

        assertThat(packed.warnings())
                .containsExactly(
                        "CanvasApps: Sources of canvas apps are not built; the .msapp beside them is packed as it is.");
        assertThat(TreeFixture.names(packed.file())).noneMatch(name -> name.contains("src"));
    }

    @Test
    void aSectionWithoutAPlaceIsAdded() throws Exception {
        TreeFixture tree = TreeFixture.in(temp).replace("Other/Customizations.xml", "  <Roles />\n", "");

        assertThat(customizations(tree.pack(false))).contains("<Roles>", "name=\"Order manager\"");
    }

    @Test
    void whatIsWrittenInASectionStaysThere() throws Exception {
        TreeFixture tree = TreeFixture.in(temp)
                .replace(
                        "Other/Customizations.xml",
                        "<optionsets />",
                        "<optionsets><optionset Name=\"cto_old\"><OptionSetType>picklist</OptionSetType></optionset></optionsets>")
                .replace(
                        "Other/Solution.xml",
                        "<RootComponents>",
                        "<RootComponents><RootComponent type=\"9\" schemaName=\"cto_old\" behavior=\"0\" />");

        assertThat(customizations(tree.pack(false)))
                .containsSubsequence("<optionset Name=\"cto_old\">", "<optionset Name=\"cto_state\"");
    }

    @Test
    void aFolderNamedAfterASectionThatIsNotKnownIsReadAsItsItems() throws Exception {
        TreeFixture tree = TreeFixture.in(temp)
                .replace("Other/Customizations.xml", "<optionsets />", "<optionsets /><cto_things />")
                .write("cto_things/one.xml", "<cto_thing cto_thingid=\"1\"><cto_name>One</cto_name></cto_thing>");

        PackedSolution packed = tree.pack(false);

        assertThat(customizations(packed)).contains("<cto_thing cto_thingid=\"1\">");
        assertThat(TreeFixture.names(packed.file())).doesNotContain("cto_things/one.xml");
    }

    @Test
    void formsOfOldTreesHaveNoElementAroundThem() throws Exception {
        TreeFixture tree = TreeFixture.in(temp);
        byte[] before = TreeFixture.entry(tree.pack(false).file(), "customizations.xml");
        String form = "Entities/cto_Order/FormXml/quick/{0a0a0a0a-0000-4000-8000-000000000003}.xml";
        tree.replace(form, "<forms xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">", "")
                .replace(form, "</forms>", "");

        assertThat(TreeFixture.entry(tree.pack(false).file(), "customizations.xml"))
                .isEqualTo(before);
    }
}
