package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.sourcetree.Mapping.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that several mappings fit is taken from the first place that has it. */
class SeveralPlacesTest {

    private static final String PACKED = "WebResources/contoso_scriptsparceljs5C09E7B1-4D28-4FA6-92B3-E81D70F6A4C5";

    @TempDir
    private Path directory;

    private Path folder;
    private List<Mapping> mappings;

    @BeforeEach
    void mapTwoPlaces() throws Exception {
        folder = TreeCopy.into(directory.resolve("tree"));
        mappings = List.of(mapping("release"), mapping("debug"));
    }

    @Test
    void theFirstThatHasIt() throws Exception {
        build("debug");
        assertThat(packed()).isEqualTo("debug");
        build("release");
        assertThat(packed()).isEqualTo("release");
    }

    @Test
    void noneIsAnErrorAlthoughTheTreeHasTheFile() {
        assertThatThrownBy(this::packed)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(
                        "no file was found at " + directory.resolve("release") + " for " + TreeCopy.SCRIPT);
    }

    private Mapping mapping(String place) {
        return new Mapping(
                Kind.FILE_TO_PATH, "parcel.js", directory.resolve(place).toString(), "map.xml:1");
    }

    private void build(String place) throws Exception {
        Files.writeString(Files.createDirectories(directory.resolve(place)).resolve("parcel.js"), place);
    }

    private String packed() throws Exception {
        Path file = directory.resolve("parcels.zip");
        SourceTree.open(folder).pack(true, file, new PackOptions(Optional.empty(), true, mappings));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(PACKED)).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
