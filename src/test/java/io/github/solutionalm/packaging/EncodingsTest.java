package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports are UTF-8, with or without byte order mark; what has passed through other tools may be anything that XML allows. */
class EncodingsTest {

    private static final String MANIFEST =
            """
            <ImportExportXml languagecode="1033"><SolutionManifest><UniqueName>Contoso</UniqueName>
            <LocalizedNames><LocalizedName description="Größe 数 😀" languagecode="1033"/></LocalizedNames>
            <Version>1.0</Version><Managed>0</Managed><Publisher><UniqueName>contoso</UniqueName></Publisher></SolutionManifest></ImportExportXml>
            """;

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", "", StandardCharsets.UTF_8, new byte[0]),
                Arguments.of("UTF-8 with BOM", "", StandardCharsets.UTF_8, bytes(0xEF, 0xBB, 0xBF)),
                Arguments.of(
                        "declared UTF-8",
                        "<?xml version='1.0' encoding='utf-8'?>",
                        StandardCharsets.UTF_8,
                        new byte[0]),
                Arguments.of("UTF-16LE with BOM", "", StandardCharsets.UTF_16LE, bytes(0xFF, 0xFE)),
                Arguments.of("UTF-16BE with BOM", "", StandardCharsets.UTF_16BE, bytes(0xFE, 0xFF)),
                Arguments.of(
                        "declared UTF-16",
                        "<?xml version='1.0' encoding='utf-16'?>",
                        StandardCharsets.UTF_16LE,
                        bytes(0xFF, 0xFE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void manifest(String name, String declaration, Charset charset, byte[] bom) {
        byte[] xml = joined(bom, (declaration + MANIFEST).getBytes(charset));

        assertThat(solution().file("solution.xml", xml).manifest().friendlyName())
                .isEqualTo("Größe 数 😀");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void customizations(String name, String declaration, Charset charset, byte[] bom) {
        String xml = declaration
                + "<ImportExportXml><Roles><Role id='{AAAAAAAA-0000-4000-8000-000000000001}' name='Größe 数 😀'/></Roles></ImportExportXml>";
        PackageFixture fixture = solution().file("customizations.xml", joined(bom, xml.getBytes(charset)));

        assertThat(fixture.only("Role").name()).isEqualTo("Größe 数 😀");
        assertThat(fixture.only("Role").definition().orElseThrow().hash())
                .as("one content, whatever the encoding")
                .isEqualTo(PackageFixture.with(
                                "<Roles><Role id='{AAAAAAAA-0000-4000-8000-000000000001}' name='Größe 数 😀'/></Roles>")
                        .only("Role")
                        .definition()
                        .orElseThrow()
                        .hash());
    }

    @Test
    void latin1WhereItIsDeclared() {
        String xml = "<?xml version='1.0' encoding='iso-8859-1'?>" + MANIFEST.replace(" 数 😀", "");

        assertThat(solution()
                        .file("solution.xml", xml.getBytes(StandardCharsets.ISO_8859_1))
                        .manifest()
                        .friendlyName())
                .isEqualTo("Größe");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] xml = MANIFEST.replace(" 数 😀", "").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(solution().file("solution.xml", xml).refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("0x8004802C"));
    }

    @Test
    void toolsThatLeaveXsiUndeclared() {
        String manifest = MANIFEST.replace("<Managed>", "<ConfigurationPage xsi:nil='true'/><Managed>");
        PackageFixture fixture = solution()
                .file("solution.xml", manifest)
                .file(
                        "customizations.xml",
                        "<ImportExportXml><optionsets><optionset Name='contoso_size'><displaynames xsi:nil='true'/></optionset></optionsets></ImportExportXml>");

        assertThat(fixture.manifest().configurationPage()).isEmpty();
        assertThat(fixture.keys()).containsExactly(key("OptionSet", "contoso_size"));
    }

    private static byte[] bytes(int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value : values) {
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
