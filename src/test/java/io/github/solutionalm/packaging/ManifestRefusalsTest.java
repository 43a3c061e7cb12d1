package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.solutionalm.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest that no environment could take is refused with the platform's code, before anything else is read. */
class ManifestRefusalsTest {

    private static final String BAD_ZIP = "0x80048060";
    private static final String INVALID_XML = "0x8004802C";
    private static final String INVALID_NAME = "0x8004F002";
    private static final String INVALID_VERSION = "0x8004F01E";
    private static final String INVALID_FILE = "0x80048000";

    private static List<Finding> refusal(String name, String version, String managed) {
        return solution()
                .manifest(
                        "<UniqueName>%s</UniqueName><Version>%s</Version><Managed>%s</Managed><Publisher><UniqueName>contoso</UniqueName></Publisher>"
                                .formatted(name, version, managed))
                .refusal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9Contoso", "Con toso", "Contoso-Orders", "Größe", "a.b"})
    void uniqueName(String name) {
        assertThat(refusal(name, "1.0", "0")).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(INVALID_NAME);
            assertThat(error.name()).isEqualTo("InvalidSolutionUniqueName");
            assertThat(error.message()).contains(name.isEmpty() ? "missing" : "'" + name + "'");
        });
    }

    @Test
    void aUniqueNameHasUpTo65Characters() {
        String longest = "C".repeat(65);
        assertThat(solution()
                        .manifest(
                                "<UniqueName>" + longest
                                        + "</UniqueName><Version>1.0</Version><Managed>0</Managed><Publisher><UniqueName>contoso</UniqueName></Publisher>")
                        .manifest()
                        .uniqueName())
                .isEqualTo(longest);
        assertThat(refusal(longest + "C", "1.0", "0")).extracting(Finding::code).containsExactly(INVALID_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", "1.0.0.0.0", "1.0-beta", "v1.0", "1.0.x.0", "-1.0"})
    void version(String version) {
        assertThat(refusal("Contoso", version, "0")).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(INVALID_VERSION);
            assertThat(error.message()).contains(version.isEmpty() ? "missing" : "'" + version + "'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999.0", "1.2147483648", "1.0.0.9999999999"})
    void aPartOfAVersionThatIsTooLarge(String version) {
        assertThat(refusal("Contoso", version, "0")).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(INVALID_VERSION);
            assertThat(error.message()).contains("'" + version + "'", "larger than 2147483647");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2, a value of 2 means sources of both kinds",
        "'', missing",
        "true, 'writes 1 for a managed solution and 0 for an unmanaged one'",
        "False, 'writes 1 for a managed solution and 0 for an unmanaged one'"
    })
    void managed(String managed, String said) {
        assertThat(refusal("Contoso", "1.0", managed)).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(INVALID_FILE);
            assertThat(error.message()).containsIgnoringCase(said);
        });
    }

    @Test
    void everythingThatIsWrongAtOnce() {
        assertThat(refusal("not a name", "one", "2"))
                .extracting(Finding::code)
                .containsExactly(INVALID_NAME, INVALID_VERSION, INVALID_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Publisher/>",
                "<Publisher><UniqueName/></Publisher>",
                "<Publisher><UniqueName> </UniqueName></Publisher>"
            })
    void publisher(String publisher) {
        assertThat(solution()
                        .manifest("<UniqueName>C</UniqueName><Version>1.0</Version><Managed>0</Managed>" + publisher)
                        .refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("0x8004F01C");
                    assertThat(error.name()).isEqualTo("InvalidPublisherUniqueName");
                    assertThat(error.message()).contains("<Publisher>", "Export the solution again");
                });
    }

    @Test
    void whatIsThereTwiceIsShownWithBothValues() {
        assertThat(solution()
                        .manifest(
                                "<UniqueName>A</UniqueName><UniqueName>B</UniqueName><Version>1.0</Version><Version>2.0</Version><Managed>0</Managed><Managed>1</Managed>")
                        .refusal())
                .extracting(Finding::code, error -> error.message().replaceAll("\\. .*", ""))
                .containsExactly(
                        tuple(INVALID_FILE, "solution.xml: <UniqueName> occurs 2 times: 'A', 'B'"),
                        tuple(INVALID_FILE, "solution.xml: <Version> occurs 2 times: '1.0', '2.0'"),
                        tuple(INVALID_FILE, "solution.xml: <Managed> occurs 2 times: '0', '1'"),
                        tuple(
                                "0x8004F01C",
                                "solution.xml: <Publisher> is missing or empty: components belong to a"
                                        + " publisher, and only that publisher can update them"));
    }

    @Test
    void noManifestAtAll() {
        assertThat(solution().file("solution.xml", "<ImportExportXml/>").refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(INVALID_XML);
                    assertThat(error.message()).contains("<SolutionManifest>");
                });
        assertThat(solution()
                        .file("solution.xml", "<ImportExportXml>text</ImportExportXml>")
                        .refusal())
                .extracting(Finding::code)
                .containsExactly(INVALID_XML);
        assertThat(solution().file("solution.xml", "<html/>").refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("<html>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "no xml",
                "<ImportExportXml>",
                "<ImportExportXml><SolutionManifest></ImportExportXml>",
                "<ImportExportXml><SolutionManifest><UniqueName>a</UniqueName>",
                "<ImportExportXml a='1' a='2'/>",
                "<ImportExportXml/><ImportExportXml/>",
                "<ImportExportXml>\u0001</ImportExportXml>"
            })
    void brokenXml(String xml) {
        assertThat(solution().file("solution.xml", xml).refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(INVALID_XML);
                    assertThat(error.message())
                            .startsWith("solution.xml ")
                            .doesNotContain("com.fasterxml", "Exception");
                });
    }

    @Test
    void rootFilesThatAreMissingAreNamedTogether() {
        assertThat(solution()
                        .without("customizations.xml")
                        .without("[Content_Types].xml")
                        .refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(BAD_ZIP);
                    assertThat(error.message()).contains("customizations.xml", "[Content_Types].xml");
                });
    }

    @Test
    void sourcesAreToldFromAPackage() {
        assertThat(solution()
                        .without("solution.xml")
                        .file("Other/Solution.xml", "<ImportExportXml/>")
                        .refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("solution:pack"));
    }

    @Test
    void aPackageInAFolderIsTold() {
        assertThat(solution()
                        .without("solution.xml")
                        .file("MySolution/solution.xml", "<ImportExportXml/>")
                        .refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("the folder MySolution"));
    }

    @ParameterizedTest
    @CsvSource({
        "<Publisher>text</Publisher>, <Publisher>",
        "<RootComponents>text</RootComponents>, <RootComponents>",
        "<LocalizedNames><LocalizedName>text</LocalizedName></LocalizedNames>, <LocalizedName>",
        "<MissingDependencies><MissingDependency>text</MissingDependency></MissingDependencies>, <MissingDependency>"
    })
    void textWhereElementsBelong(String elements, String element) {
        assertThat(PackageFixture.saying(elements).refusal()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(INVALID_XML);
            assertThat(error.message())
                    .startsWith("solution.xml can't be read: " + element + " has an invalid value (line 1, column ")
                    .doesNotContain("io.github", "com.fasterxml");
        });
    }

    @Test
    void moreElementsThanCanBeHeld() {
        assertThat(PackageFixture.saying("<Novelty a='1'/>".repeat(300_000)).refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(INVALID_XML);
                    assertThat(error.message()).contains("more than 500,000 elements and attributes", "the limit");
                });
    }

    @Test
    void wrongValuesAreShownInOneShortLine() {
        String endless = "a\nb" + "x".repeat(1_000_000);

        assertThat(refusal(endless, endless, endless)).hasSize(3).allSatisfy(error -> assertThat(error.message())
                .contains("'a?b" + "x".repeat(97) + "…'")
                .hasSizeLessThan(400));
    }
}
