package io.github.solutionalm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.archive.ArchiveException.NotAnArchive;
import io.github.solutionalm.archive.ArchiveException.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is given instead of a package, and what the user hears. */
class FileFormatsTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingFile() {
        assertThatThrownBy(() -> Reading.open(folder.resolve("none.zip")))
                .isInstanceOf(NotAnArchive.class)
                .hasMessageEndingWith("none.zip does not exist. Check the path, or build the package first");
    }

    /** The message of such an exception is the file's name, and nothing else. */
    @Test
    void aFileThatMayNotBeRead() {
        assertThat(Fault.of("p.zip", new AccessDeniedException("/builds/p.zip")))
                .isInstanceOf(Unreadable.class)
                .hasMessage("p.zip can't be read: no permission to read /builds/p.zip. Make it readable");
    }

    @Test
    void anEmptyFile() throws IOException {
        refuses(new byte[0], "an empty file. Export or download the package again");
    }

    @Test
    void aGitLfsPointer() throws IOException {
        String pointer =
                """
                version https://git-lfs.github.com/spec/v1
                oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
                size 12345
                """;
        refuses(
                pointer.getBytes(StandardCharsets.UTF_8),
                "Git LFS pointer: the real file was not fetched. Run \"git lfs pull\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'<ImportExportXml/>', an XML file",
                "'\uFEFF <?xml version=\"1.0\"?><a/>', an XML file",
                "'<!DOCTYPE html><html>', an HTML page",
                "'{\"a\":1}', a JSON file",
                "'just words\n', a text file",
                "'P', a text file",
                "'Rar!\u001A\u0007', a RAR archive",
            })
    void text(String content, String description) throws IOException {
        refuses(content.getBytes(StandardCharsets.UTF_8), description);
    }

    @ParameterizedTest
    @CsvSource({
        "1F8B0800000000000003, a gzip file",
        "377ABCAF271C0004, a 7z archive",
        "FD377A585A000004, an xz file",
        "D0CF11E0A1B11AE1, an OLE compound file",
        "4D5A900003000000, a Windows program",
        "4953632800000000, an InstallShield cabinet",
        "504B0708504B0304, one part of a split .zip",
        "0001020304, a file of an unknown format",
    })
    void otherFormats(String hex, String description) throws IOException {
        refuses(HexFormat.of().parseHex(hex), description);
    }

    @Test
    void aTarArchive() throws IOException {
        byte[] tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        refuses(tar, "a tar archive");
    }

    private void refuses(byte[] content, String description) throws IOException {
        Path file = Files.write(folder.resolve("Contoso.zip"), content);

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(NotAnArchive.class)
                .hasMessageContaining("Contoso.zip is not a .zip, .cab or folder, but ")
                .hasMessageContaining(description);
    }
}
