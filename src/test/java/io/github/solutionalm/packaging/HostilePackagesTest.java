package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.solution;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.solutionalm.Effort;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages made to harm are refused by name of what is wrong, in bounded time and memory. */
class HostilePackagesTest {

    private static final String MANIFEST =
            "<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Version>1.0</Version><Managed>0</Managed><Publisher><UniqueName>contoso</UniqueName></Publisher>%s</SolutionManifest></ImportExportXml>";

    @TempDir
    Path temp;

    private static void refusesDoctype(List<Finding> errors, String part) {
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("0x8004802C");
            assertThat(error.message()).startsWith(part + " ").contains("<!DOCTYPE>");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE ImportExportXml>",
                "<!DOCTYPE ImportExportXml SYSTEM 'nowhere.dtd'>",
                "<!DOCTYPE ImportExportXml [<!ENTITY a 'x'>]>",
                "<!DOCTYPE ImportExportXml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
            })
    void aDocumentTypeIsRefusedInEveryPart(String doctype) {
        String row = "<bot schemaname='a'/>";

        refusesDoctype(
                solution()
                        .file("solution.xml", doctype + MANIFEST.formatted(""))
                        .refusal(),
                "solution.xml");
        refusesDoctype(
                solution()
                        .file("customizations.xml", doctype + "<ImportExportXml/>")
                        .refusal(),
                "customizations.xml");
        refusesDoctype(solution().file("bots/a/bot.xml", doctype + row).refusal(), "bots/a/bot.xml");
        refusesDoctype(
                solution().file("Assets/a_bset.xml", doctype + "<a_bset/>").refusal(), "Assets/a_bset.xml");
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE ImportExportXml [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 30; i++) {
            doctype.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
        }
        String laughs = doctype + "]>" + MANIFEST.formatted("<Descriptions>&l29;</Descriptions>");

        assertThat(Effort.bytesAllocated(() ->
                        refusesDoctype(solution().file("solution.xml", laughs).refusal(), "solution.xml")))
                .isLessThan(16 << 20);
    }

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/x.dtd";
            String doctype = "<!DOCTYPE ImportExportXml SYSTEM '" + url + "' [<!ENTITY x SYSTEM '" + url + "'>]>";
            assertThat(solution()
                            .file("solution.xml", doctype + MANIFEST.formatted("&x;"))
                            .refusal())
                    .isNotEmpty();
            assertThat(solution()
                            .file("customizations.xml", doctype + "<ImportExportXml>&x;</ImportExportXml>")
                            .refusal())
                    .isNotEmpty();
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(with("<Roles><Role id='a'>&nbsp;</Role></Roles>").refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("nbsp"));
        assertThat(solution().file("solution.xml", MANIFEST.formatted("&nbsp;")).refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("nbsp"));
    }

    /** Only when its text is asked for does the parser find that a CDATA section has no end. */
    @ParameterizedTest
    @ValueSource(strings = {"<a><![CDATA[text", "<a>text", "<a>text<", "<a>text&#1;", "<a>text\u0001"})
    void aTextWithoutAnEndIsRefused(String sections) {
        assertThat(solution()
                        .file("customizations.xml", "<ImportExportXml>" + sections)
                        .refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("0x8004802C");
                    assertThat(error.message()).startsWith("customizations.xml is not valid XML: ");
                });
    }

    @Test
    void endlessDepthIsRefused() {
        String deep = "<a>".repeat(100_000);

        assertThat(solution().file("solution.xml", MANIFEST.formatted(deep)).refusal())
                .extracting(Finding::code)
                .containsExactly("0x8004802C");
        assertThat(with(deep).refusal()).extracting(Finding::code).containsExactly("0x8004802C");
    }

    @Test
    void endlessAttributesAreRefused() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            attributes.append(" a").append(i).append("='1'");
        }

        assertThat(with("<Roles><Role id='a'" + attributes + "/></Roles>").refusal())
                .extracting(Finding::code)
                .containsExactly("0x8004802C");
    }

    @Test
    void aPartThatInflatesToAGigabyteIsRefused() throws IOException {
        assertThat(large("solution.xml", "<ImportExportXml>", " ", 1 << 10)).contains("solution.xml", "limit");
        assertThat(large("customizations.xml", "<ImportExportXml>", " ", 513)).contains("customizations.xml", "limit");
    }

    @Test
    void aManifestIsHeldInMemoryAndIsSmall() throws IOException {
        assertThat(large("solution.xml", "<ImportExportXml><SolutionManifest><UniqueName>", " ", 20))
                .contains("solution.xml is too large: 20,97", "16,777,216");
    }

    @ParameterizedTest
    @CsvSource({
        "<ImportExportXml>, ' ', A text in line 1",
        "<ImportExportXml><Roles><Role id='a'><Description>, x, A text in line 1",
        "<ImportExportXml><Roles><Role id='a'>, '<P a=\"1\">xxxxxxxxxx</P>', 'has more than the limit of 33,554,432 bytes'",
        "<ImportExportXml><optionsets><optionset Name='a'>, '<o a=\"1\">xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</o>', 'OptionSet a has more than the limit of 8,388,608 bytes'",
        "<ImportExportXml><SiteMap><SiteMap>, '<Area Id=\"a\"/>', 'SiteMap sitemap has more than the limit of 400,000 elements and attributes'",
        "<ImportExportXml><Roles>, '<Role/>', 'too many components: at least 40,001; the limit is 40,000. Split the solution.'",
        "<ImportExportXml><Roles>, '<Role id=\"a\"/>', Unexpected EOF",
    })
    void withinThePartsLimitNothingGrowsWithoutOne(String beginning, String repeated, String said) throws IOException {
        assertThat(large("customizations.xml", beginning, repeated, 60)).contains(said);
    }

    @Test
    void anElementIsNotATypeOfItsOwnForever() {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            elements.append("<t").append(i).append("/>");
        }

        assertThat(with("<a>" + elements + "</a>").keys()).hasSize(1_000);
        assertThatThrownBy(() -> PackageReader.open(with("<a>" + elements + "<t/></a>"))
                        .read(ContentSink.NONE, ReadListener.NONE))
                .hasMessage("The package has too many types of components; the limit is 1,000");
    }

    /** What a package is refused with of which one part goes on for so many MB. */
    private String large(String part, String beginning, String repeated, int megabytes) throws IOException {
        Path file = temp.resolve("large.zip");
        byte[] megabyte = repeated.repeat((1 << 20) / repeated.length() + 1).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name : List.of("[Content_Types].xml", "solution.xml", "customizations.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                if (name.equals(part)) {
                    zip.write(beginning.getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < megabytes; i++) {
                        zip.write(megabyte);
                    }
                } else {
                    zip.write(MANIFEST.formatted("").getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        assertThat(Files.size(file)).isLessThan(8 << 20);
        RefusalException refusal = catchThrowableOfType(RefusalException.class, () -> inspect(file));
        assertThat(refusal.errors()).hasSizeLessThanOrEqualTo(1_000);
        return refusal.getMessage();
    }

    private static void inspect(Path file) throws Exception {
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            opened.read(ContentSink.NONE, ReadListener.NONE);
        }
    }

    @Test
    void aContentThatIsNotWantedIsNotGiven() throws Exception {
        PackageReader.open(with("<Roles><Role id='a'/></Roles>"))
                .read(
                        new ContentSink() {
                            @Override
                            public boolean wants(ContentHash hash) {
                                return false;
                            }

                            @Override
                            public void accept(ContentHash hash, byte[] bytes, int length) {
                                throw new AssertionError();
                            }

                            @Override
                            public void accept(ContentHash hash, long size, InputStream content) {
                                throw new AssertionError();
                            }
                        },
                        ReadListener.NONE);
    }
}
