package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.archive.ArchiveException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When the archive fails within a part, that is said of the archive; the part's XML is not to blame. */
class DamagedArchiveTest {

    static Stream<PackageFixture> damaged() {
        ArchiveException failure = new ArchiveException.Corrupt("wrong checksum");
        return Stream.of(
                sound().failingAfter("solution.xml", failure),
                sound().file("solution.xml", "<ImportExportXml>").failingAfter("solution.xml", failure),
                sound().failingAfter("customizations.xml", failure),
                sound().file("customizations.xml", "<ImportExportXml><Roles>")
                        .failingAfter("customizations.xml", failure),
                sound().file("customizations.xml", "<ImportExportXml><Roles>text")
                        .failingAfter("customizations.xml", failure),
                sound().failingAfter("WebResources/a", failure),
                sound().failingAfter("bots/b/bot.xml", failure),
                sound().failingAfter("bots/b/data", failure),
                sound().failingAfter("Assets/b_cset.xml", failure),
                sound().failingAfter("environment_variable_values.json", failure));
    }

    private static PackageFixture sound() {
        return with("<WebResources><WebResource><Name>a</Name><FileName>/WebResources/a</FileName></WebResource></WebResources>")
                .file("WebResources/a", "x")
                .file("bots/b/bot.xml", "<bot schemaname='b'/>")
                .file("bots/b/data", "y")
                .file("Assets/b_cset.xml", "<b_cset/>")
                .file("environment_variable_values.json", "{}");
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void isToldAsSuch(PackageFixture fixture) {
        assertThatThrownBy(() -> read(fixture))
                .isInstanceOf(ArchiveException.Corrupt.class)
                .hasMessage("wrong checksum");
    }

    private static void read(PackageFixture fixture) throws Exception {
        PackageReader.open(fixture).read(ContentSink.NONE, ReadListener.NONE);
    }
}
