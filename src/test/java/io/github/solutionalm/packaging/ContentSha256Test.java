package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.ZipCopy;
import io.github.solutionalm.archive.cab.CabFixture;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.law.Choices;
import io.github.solutionalm.law.Law;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One content has one {@code contentSha256}, whatever holds it; another content has another. */
class ContentSha256Test {

    private static final Path ORDERS = Path.of("src/it/quickstart/solutions/ContosoOrders_1_0_0_0_managed");

    @TempDir
    private Path folder;

    private static String hash(SolutionArchive archive) throws IOException, RefusalException {
        return WholeContent.sha256(archive);
    }

    private static String hash(Path file) throws IOException, RefusalException {
        try (SolutionArchive archive = Archives.open(file, ArchiveLimits.DEFAULT)) {
            return hash(archive);
        }
    }

    private static String customizations(String sections) throws Exception {
        return hash(with(sections));
    }

    private static String manifest(String elements) throws Exception {
        return hash(PackageFixture.saying(elements));
    }

    @Test
    void ofAFolderAZipAndACabinet() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        Path zip = folder.resolve("orders.zip");
        try (SolutionArchive archive = Archives.open(ORDERS, ArchiveLimits.DEFAULT)) {
            for (SolutionArchive.Entry entry : archive.entries()) {
                try (InputStream in = archive.open(entry)) {
                    files.put(entry.name(), in.readAllBytes());
                }
            }
            ZipCopy.write(archive, zip);
        }
        CabFixture parts = CabFixture.cab().folder(CabFixture.MSZIP);
        files.forEach((name, content) -> parts.with(name.replace('/', '\\'), content));
        Path cab = parts.at(folder.resolve("orders.cab"));
        Path cabOfZip = CabFixture.cab()
                .folder(CabFixture.MSZIP)
                .with("orders.zip", Files.readAllBytes(zip))
                .at(folder.resolve("zip.cab"));

        assertThat(List.of(hash(zip), hash(cab), hash(cabOfZip))).containsOnly(hash(ORDERS));
    }

    @Law(tries = 20)
    void ofAPackageThatWasUnpackedAndPackedAgain(Choices choices) throws Exception {
        Path rewritten = folder.resolve("rewritten.zip");

        assertThat(hash(RewrittenPackage.write(ORDERS, rewritten, choices))).isEqualTo(hash(ORDERS));
    }

    @Law(tries = 100)
    void ofOneWithAllThatCanBeReordered(Choices choices) throws Exception {
        PackageFixture original = RewrittenPackagesTest.everything();
        Path rewritten = folder.resolve("rewritten.zip");

        assertThat(hash(RewrittenPackage.write(original, rewritten, choices))).isEqualTo(hash(original));
    }

    /** One letter of any name, value or text, but for the version in which a component came first. */
    @Law(tries = 300)
    void anyChangedLetterIsAnotherContent(Choices choices) throws Exception {
        PackageFixture original = RewrittenPackagesTest.everything();
        String before = hash(original);
        List<String> names = original.entries().stream()
                .map(SolutionArchive.Entry::name)
                .filter(name -> !name.equals("[Content_Types].xml"))
                .toList();
        String name = names.get(choices.nextInt(names.size()));
        byte[] content = original.part(name).clone();
        List<Integer> letters = new ArrayList<>();
        for (int i = 0; i < content.length; i++) {
            if (Character.isLetterOrDigit(content[i]) && !saysWhenItCame(content, i)) {
                letters.add(i);
            }
        }
        if (letters.isEmpty()) {
            return;
        }
        content[letters.get(choices.nextInt(letters.size()))] = 'Z';
        original.file(name, content);

        String after;
        try {
            after = hash(original);
        } catch (RefusalException noXmlAnyMore) {
            return;
        }
        assertThat(after)
                .as("%s: %s", name, new String(content, StandardCharsets.UTF_8))
                .isNotEqualTo(before);
    }

    /** Whether a place is in a value of {@code IntroducedVersion}, an element or attribute in this package. */
    private static boolean saysWhenItCame(byte[] content, int at) {
        String before = new String(content, 0, at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String value = before.substring(before.lastIndexOf(' ') + 1);
        value = value.substring(value.lastIndexOf('<') + 1);
        return value.startsWith("introducedversion>") || value.startsWith("introducedversion='");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the order of what has one
                "<SiteMap><SiteMap><Area Id='1'/><Area Id='2'/></SiteMap></SiteMap> | <SiteMap><SiteMap><Area Id='2'/><Area Id='1'/></SiteMap></SiteMap>",
                "<RibbonDiffXml><CustomActions><CustomAction Id='1'/><CustomAction Id='2'/></CustomActions></RibbonDiffXml> | <RibbonDiffXml><CustomActions><CustomAction Id='2'/><CustomAction Id='1'/></CustomActions></RibbonDiffXml>",
                "<optionsets><optionset Name='a'><options><option value='1'/><option value='2'/></options></optionset></optionsets> | <optionsets><optionset Name='a'><options><option value='2'/><option value='1'/></options></optionset></optionsets>",
                "<Languages><Language>1</Language><Language>2</Language></Languages> | <Languages><Language>2</Language><Language>1</Language></Languages>",
                "<Unheard><Of/><Of>1</Of></Unheard> | <Unheard><Of>1</Of><Of/></Unheard>",
                // what no component has
                "<Languages><Language>1</Language></Languages> | <Languages><Language>2</Language></Languages>",
                "<Entities a='1'/> | <Entities/>",
                "<Entities>text</Entities> | <Entities/>",
                "<Entities>text</Entities> | <Entities>texts</Entities>",
                "<Unheard/> | <Unheard>of</Unheard>",
                "<Unheard/> | <Unheard a='1'/>",
                // context
                "<Entities><Entity unmodified='1'><Name>a</Name></Entity></Entities> | <Entities><Entity><Name>a</Name></Entity></Entities>",
                "<Entities><Entity><Name>a</Name></Entity></Entities> | <Entities><Entity><Name>b</Name></Entity></Entities>",
                "<Entities><Entity><Name>a</Name></Entity></Entities> | <Entities/>",
                // where it is
                "<Roles><Role id='1'/></Roles> | <Workflows><Role id='1'/></Workflows>",
                "<Roles><Role id='1'/></Roles> | <Roles><Role id='1'/><Role id='1'/></Roles>",
                "<Roles><Role id='1' name='x y'/></Roles> | <Roles><Role id='1' name='x  y'/></Roles>",
            })
    void whatElseIsInCustomizations(String one, String other) throws Exception {
        assertThat(customizations(other)).isNotEqualTo(customizations(one));
    }

    @Test
    void partsOfAnotherTableAreAnotherContent() throws Exception {
        String form = "<FormXml><forms type='main'><systemform><formid>%s</formid></systemform></forms></FormXml>";
        String tables = "<Entities>%s%s</Entities>";
        String one = inner(table("a", "", form.formatted("1"))) + inner(table("b", "", form.formatted("2")));
        String other = inner(table("a", "", form.formatted("2"))) + inner(table("b", "", form.formatted("1")));

        assertThat(customizations(tables.formatted(one, ""))).isNotEqualTo(customizations(tables.formatted(other, "")));
    }

    private static String inner(String entities) {
        return entities.replaceAll("</?Entities>", "");
    }

    @Test
    void anEmptySectionSaysNothing() throws Exception {
        assertThat(customizations("<Roles/><Workflows></Workflows><Unheard/>")).isEqualTo(customizations(""));
        assertThat(customizations(table("a", "", "<FormXml/><SavedQueries><savedqueries/></SavedQueries>")))
                .isEqualTo(customizations(table("a", "", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<LocalizedNames><LocalizedName description='b' languagecode='1033'/></LocalizedNames>",
                "<RootComponents><RootComponent type='1' schemaName='a' behavior='1'/></RootComponents>",
                "<RootComponents><RootComponent type='1' schemaName='a' behavior='0'/></RootComponents>",
                "<RootComponents><RootComponent type='1' schemaName='a' behavior='0'/><RootComponent type='1' schemaName='a' behavior='0'/></RootComponents>",
                "<ConfigurationPage>x</ConfigurationPage>",
                "",
            })
    void anotherManifestIsAnotherContent(String elements) throws Exception {
        assertThat(manifest(elements)).isNotEqualTo(manifest("<Descriptions/>")).isEqualTo(manifest(elements + " "));
    }

    @Test
    void namesOfFilesCount() throws Exception {
        assertThat(hash(with("").file("a/b.txt", "x"))).isNotEqualTo(hash(with("").file("a/c.txt", "x")));
        assertThat(hash(with("").file("a/b.txt", ""))).isNotEqualTo(hash(with("")));
        assertThat(hash(with("").file("a", "b").file("c", "d")))
                .isNotEqualTo(hash(with("").file("a", "d").file("c", "b")));
    }

    @Test
    void mediaTypesDoNot() throws Exception {
        assertThat(hash(with("").file("[Content_Types].xml", "<Types><Default Extension='json'/></Types>")))
                .isEqualTo(hash(with("")));
    }

    @Test
    void filesThatAreReadAsXmlAreComparedAsXml() throws Exception {
        assertThat(hash(with("").file("customapis/x/customapi.xml", "<customapi uniquename='x'><name /></customapi>")))
                .isEqualTo(hash(with("").file(
                                "customapis/x/customapi.xml",
                                "\uFEFF<customapi uniquename=\"x\">\r\n<name></name></customapi>")));
        assertThat(hash(with("").file("WebResources/x.xml", "<a />")))
                .isNotEqualTo(hash(with("").file("WebResources/x.xml", "<a/>")));
    }

    @Test
    void malformedXmlHasNone() {
        assertThatThrownBy(() -> customizations("<Roles>"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("customizations.xml is not valid XML");
        assertThatThrownBy(() -> hash(with("").file("customizations.xml", "<!DOCTYPE a><ImportExportXml/>")))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> customizations("<Roles>&x;</Roles>"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("entity \"x\"");
    }

    @Test
    void oneComponentIsBounded() {
        String large =
                "<Of>" + "<a>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</a>".repeat(600_000) + "</Of>";

        assertThatThrownBy(() -> customizations("<Unheard>" + large + "</Unheard>"))
                .isInstanceOf(ArchiveException.OverLimit.class)
                .hasMessageContaining("in customizations.xml");
    }

    static Stream<Path> corpus() throws IOException {
        return Stream.concat(
                        Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                        Oracles.files("solution.corpus", "../shared/corpus", ".cab"))
                .distinct();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("corpus")
    void ofRealPackagesThatWereUnpackedAndPackedAgain(Path file) throws Exception {
        Oracles.assumePresent(file);
        String original = "";
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            opened.read(ContentSink.NONE, ReadListener.NONE);
            original = opened.contentSha256();
        } catch (RefusalException refused) {
            Assumptions.abort(refused.getMessage());
        }

        assertThat(hash(RewrittenPackage.write(file, folder.resolve("rewritten.zip"), new Random(2))))
                .isEqualTo(original);
    }
}
