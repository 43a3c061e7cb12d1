package io.github.solutionalm.dataverse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The packages of the quickstart as zip files, which is what the service takes. */
final class Packages {

    private static final Path FIXTURES = Path.of("src/it/quickstart/solutions").toAbsolutePath();

    private Packages() {}

    static Path zip(String name, Path folder) throws IOException {
        Path fixture = FIXTURES.resolve(name);
        Path file = folder.resolve(name + ".zip");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(fixture)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path part : files) {
                ZipEntry entry =
                        new ZipEntry(fixture.relativize(part).toString().replace('\\', '/'));
                // The same bytes whenever it is made: a package is known by its SHA-256.
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(part, zip);
            }
        }
        return file;
    }

    /** The same solution without its web resources. */
    static Path withoutWebResources(String name, Path folder) throws IOException {
        Path file = folder.resolve(name + "_without_web_resources.zip");
        try (ZipFile all = new ZipFile(zip(name, folder).toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(all.entries())) {
                if (!entry.getName().startsWith("WebResources/")) {
                    String text = new String(all.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(text.replaceAll("(?s)<WebResources>.*</WebResources>", "")
                            .replaceAll("<RootComponent type=\"61\"[^>]*/>", "")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return file;
    }
}
