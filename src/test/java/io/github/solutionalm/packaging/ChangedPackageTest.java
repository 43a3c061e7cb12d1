package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.cab.CabFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was hashed is what is read and uploaded, also when somebody writes the file in between. */
final class ChangedPackageTest {

    @TempDir
    private Path folder;

    @Test
    void aZipThatIsWrittenAfterItWasHashedIsNotRead() throws Exception {
        Path file = zip("a");
        byte[] other = Files.readAllBytes(zip("b"));
        Files.write(file, Files.readAllBytes(zip("a")));

        try (OpenedPackage opened = OpenedPackage.open(file, Optional.of(sha256(file)))) {
            Files.write(file, other, StandardOpenOption.WRITE); // in place

            assertThatThrownBy(() -> opened.read(ContentSink.NONE, ReadListener.NONE))
                    .isInstanceOf(SolutionException.class)
                    .isNotInstanceOf(RefusalException.class)
                    .hasMessageContaining("changed while it was read");
        }
    }

    @Test
    void whereverItIsWritten() throws Exception {
        Path file = zip("a");
        int size = (int) Files.size(file);
        for (int at : new int[] {1, size / 2, size - 200}) {
            byte[] bytes = Files.readAllBytes(zip("a"));
            try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
                bytes[at] ^= 1;
                Files.write(file, bytes, StandardOpenOption.WRITE);

                assertThatThrownBy(() -> opened.copyZip(folder.resolve("copy.zip")))
                        .as("byte " + at)
                        .hasMessageContaining("changed while it was read");
            }
        }
    }

    @Test
    void norUploaded() throws Exception {
        Path file = zip("a");
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            Files.write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE);

            assertThatThrownBy(() -> opened.copyZip(folder.resolve("copy.zip")))
                    .hasMessageContaining("changed while it was read");
        }
    }

    /** The one that is open is still the one that was hashed. */
    @Test
    void aZipThatIsReplacedIsReadAsItWas() throws Exception {
        Path file = zip("a");
        String hash = sha256(file);
        Path other = zip("b");
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.of(hash))) {
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            opened.copyZip(folder.resolve("copy.zip"));

            opened.read(ContentSink.NONE, ReadListener.NONE);
            assertThat(opened.file().sha256()).isEqualTo(hash);
            assertThat(sha256(folder.resolve("copy.zip"))).isEqualTo(hash);
        }
    }

    @Test
    void aFileOfAFolderThatIsWrittenAfterItWasHashedIsNotRead() throws Exception {
        Path unzipped = Files.createDirectories(folder.resolve("unzipped"));
        for (Map.Entry<String, String> part : parts("a").entrySet()) {
            Files.createDirectories(unzipped.resolve(part.getKey()).getParent());
            Files.writeString(unzipped.resolve(part.getKey()), part.getValue());
        }
        try (OpenedPackage opened = OpenedPackage.open(unzipped, Optional.empty())) {
            Files.writeString(unzipped.resolve("WebResources/contoso_a"), text("b")); // as long as before

            assertThatThrownBy(() -> opened.read(ContentSink.NONE, ReadListener.NONE))
                    .hasMessageContaining("changed while it was read");
            assertThatThrownBy(() -> opened.copyZip(folder.resolve("copy.zip")))
                    .hasMessageContaining("changed while it was read");
        }
    }

    @Test
    void aCabinetOfPartsThatIsWrittenAfterItWasHashedIsNotRead() throws Exception {
        Path file = cab("a");
        byte[] other = Files.readAllBytes(cab("b"));
        Files.write(file, Files.readAllBytes(cab("a")));

        try (OpenedPackage opened = OpenedPackage.open(file, Optional.of(sha256(file)))) {
            Files.write(file, other, StandardOpenOption.WRITE);

            assertThatThrownBy(() -> opened.read(ContentSink.NONE, ReadListener.NONE))
                    .hasMessageContaining("changed while it was read");
            assertThatThrownBy(() -> opened.copyZip(folder.resolve("copy.zip")))
                    .hasMessageContaining("changed while it was read");
        }
    }

    /** It is unpacked when the cabinet is opened, as part of what was hashed: no later change reaches it. */
    @Test
    void theZipOfACabinetIsReadAsItWas() throws Exception {
        byte[] zip = Files.readAllBytes(zip("a"));
        Path file =
                CabFixture.cab().folder(CabFixture.STORED).with("a.zip", zip).at(folder.resolve("a.cab"));

        try (OpenedPackage opened = OpenedPackage.open(file, Optional.of(sha256(file)))) {
            Files.write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE);
            opened.copyZip(folder.resolve("copy.zip"));

            opened.read(ContentSink.NONE, ReadListener.NONE);
            assertThat(folder.resolve("copy.zip")).hasBinaryContent(zip);
        }
    }

    private static String text(String letter) {
        return letter.repeat(100_000);
    }

    private static Map<String, String> parts(String letter) {
        PackageFixture fixture = PackageFixture.with("<WebResources><WebResource><Name>contoso_a</Name>"
                + "<FileName>/WebResources/contoso_a</FileName></WebResource></WebResources>");
        Map<String, String> parts = new TreeMap<>();
        fixture.entries()
                .forEach(entry ->
                        parts.put(entry.name(), new String(fixture.part(entry.name()), StandardCharsets.UTF_8)));
        parts.put("WebResources/contoso_a", text(letter));
        return parts;
    }

    /** Stored, so that both contents have the same size. */
    private Path zip(String letter) throws IOException {
        Path file = folder.resolve(letter + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Map.Entry<String, String> part : parts(letter).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Of the parts themselves; stored too. */
    private Path cab(String letter) {
        CabFixture cab = CabFixture.cab().folder(CabFixture.STORED);
        parts(letter).forEach((name, text) -> cab.with(name.replace('/', '\\'), text));
        return cab.at(folder.resolve("parts.cab"));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
