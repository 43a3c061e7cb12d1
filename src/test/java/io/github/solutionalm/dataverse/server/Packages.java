package io.github.solutionalm.dataverse.server;

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
public final class Packages {

    private static final Path FIXTURES = Path.of("src/it/quickstart/solutions").toAbsolutePath();

    private Packages() {}

    public static Path zip(String name, Path folder) throws IOException {
        Path fixture = FIXTURES.resolve(name);
        Path file = folder.resolve(name + ".zip");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(fixture)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path part : files) {
                zip.putNextEntry(entry(fixture.relativize(part).toString().replace('\\', '/')));
                Files.copy(part, zip);
            }
        }
        return file;
    }

    /** The same solution without its web resources. */
    public static Path withoutWebResources(String name, Path folder) throws IOException {
        Path file = folder.resolve(name + "_without_web_resources.zip");
        try (ZipFile all = new ZipFile(zip(name, folder).toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(all.entries())) {
                if (!entry.getName().startsWith("WebResources/")) {
                    String text = new String(all.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    put(
                            zip,
                            entry.getName(),
                            text.replaceAll("(?s)<WebResources>.*</WebResources>", "")
                                    .replaceAll("<RootComponent type=\"61\"[^>]*/>", ""));
                }
            }
        }
        return file;
    }

    /** An unmanaged solution whose one script needs a script of another solution. */
    public static Path needing(String webResource, String solution, Path folder) throws IOException {
        String manifest =
                """
                <ImportExportXml version="9.2" languagecode="1033"><SolutionManifest><UniqueName>Needy</UniqueName>
                <LocalizedNames><LocalizedName description="Needy" languagecode="1033"/></LocalizedNames>
                <Version>1.0.0.0</Version><Managed>0</Managed>
                <Publisher><UniqueName>fabrikam</UniqueName><CustomizationPrefix>fabrikam</CustomizationPrefix></Publisher>
                <RootComponents><RootComponent type="61" schemaName="fabrikam_/a.js" behavior="0"/></RootComponents>
                <MissingDependencies><MissingDependency>
                <Required type="61" schemaName="%s" displayName="" solution="%s"/>
                <Dependent type="61" schemaName="fabrikam_/a.js"/></MissingDependency></MissingDependencies>
                </SolutionManifest></ImportExportXml>
                """
                        .formatted(webResource, solution);
        String customizations =
                """
                <ImportExportXml><WebResources><WebResource><Name>fabrikam_/a.js</Name>
                <WebResourceId>{0b1f5d0e-3c1a-4a44-9d0f-2f6c1c7f2001}</WebResourceId><WebResourceType>3</WebResourceType>
                <FileName>/WebResources/a</FileName></WebResource></WebResources></ImportExportXml>
                """;
        Path file = folder.resolve("Needy_1_0_0_0.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", "<Types/>");
            put(zip, "solution.xml", manifest);
            put(zip, "customizations.xml", customizations);
            put(zip, "WebResources/a", "// needs the other one");
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same bytes whenever it is made: a package is known by its SHA-256. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }
}
