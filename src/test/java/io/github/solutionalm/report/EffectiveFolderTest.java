package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the definitions go that result from merging layers. */
class EffectiveFolderTest {

    @TempDir
    private Path output;

    @Test
    void aDefinitionStandsUnderItsTypeAndKey() throws IOException {
        write(EffectiveFolder.in(output), "8448b78f-8f42-454e-8e2a-f8196b0419af", "<form></form>");

        assertThat(output.resolve("effective/SystemForm/8448b78f-8f42-454e-8e2a-f8196b0419af.xml"))
                .hasContent("<form></form>");
    }

    @Test
    void whateverTheKeyItIsAFileInThatFolderAndItsOwn() throws IOException {
        EffectiveFolder folder = EffectiveFolder.in(output);
        for (String key :
                new String[] {"a:b", "a_b", "a/b", "../../a", "con", "\u00e9", "x".repeat(300), "x".repeat(301), ""}) {
            write(folder, key, key);
        }

        assertThat(Files.list(output.resolve("effective/SystemForm")))
                .hasSize(9)
                .allMatch(Files::isRegularFile);
        assertThat(Files.list(output)).hasSize(1);
    }

    @Test
    void whatAnEarlierListingWroteIsGoneAndNothingElse() throws IOException {
        write(EffectiveFolder.in(output), "old", "<form></form>");
        Path others = Files.createFile(output.resolve("effective/SystemForm/notes.txt"));

        write(EffectiveFolder.in(output), "new", "<form></form>");

        assertThat(Files.list(output.resolve("effective/SystemForm")))
                .containsExactlyInAnyOrder(others, others.resolveSibling("new.xml"));
    }

    private static void write(EffectiveFolder folder, String key, String xml) throws IOException {
        folder.effective(new ComponentKey(ComponentType.SYSTEM_FORM, key), xml.getBytes(StandardCharsets.UTF_8));
    }
}
