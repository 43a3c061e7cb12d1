package io.github.solutionalm.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes .zip files as a test wants them, sound or not. */
final class ZipFixture {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    static ZipFixture zip() {
        return new ZipFixture();
    }

    /** The three parts that every packed solution has. */
    static byte[] solution() {
        return zip().with("[Content_Types].xml", "<Types/>")
                .with("solution.xml", "<ImportExportXml/>")
                .with("customizations.xml", "<ImportExportXml>" + "<Entity/>".repeat(500) + "</ImportExportXml>")
                .bytes();
    }

    ZipFixture zip64() {
        zip.setUseZip64(Zip64Mode.Always);
        return this;
    }

    ZipFixture with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8), entry -> {});
    }

    ZipFixture with(String name, byte[] content, Consumer<ZipArchiveEntry> change) {
        try {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            change.accept(entry);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path at(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
