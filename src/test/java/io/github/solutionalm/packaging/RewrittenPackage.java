package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A package as it comes back when it is unpacked to sources, kept in version control and packed again: the same content in
 * another order and layout. Entries are in another order, {@code customizations.xml} and {@code solution.xml} are rewritten
 * ({@link RewrittenXml}), {@code [Content_Types].xml} is made anew, and texts have other line ends.
 */
public final class RewrittenPackage {

    private final Random random;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private RewrittenPackage(Random random) {
        this.random = random;
    }

    /**
     * Writes it.
     *
     * @param original .zip, .cab or an unzipped folder, whose root files are well-formed
     * @param target the .zip to write
     * @param random decides orders and layouts
     */
    public static Path write(Path original, Path target, Random random) throws IOException {
        try (SolutionArchive archive = Archives.open(original, ArchiveLimits.DEFAULT)) {
            return write(archive, target, random);
        }
    }

    static Path write(SolutionArchive original, Path target, Random random) throws IOException {
        RewrittenPackage rewritten = new RewrittenPackage(random);
        List<Entry> entries = new ArrayList<>(original.entries());
        Collections.shuffle(entries, random);
        for (Entry entry : entries) {
            try (InputStream in = original.open(entry)) {
                rewritten.files.put(entry.name(), rewritten.file(entry.name(), in.readAllBytes()));
            }
        }
        rewritten.files.replace(RootFiles.CONTENT_TYPES, rewritten.contentTypes());
        rewritten.zip(target);
        return target;
    }

    private byte[] file(String name, byte[] content) {
        return switch (name) {
            case RootFiles.CUSTOMIZATIONS, RootFiles.SOLUTION -> RewrittenXml.of(content, random);
            default -> isText(name, content) ? otherLineEnds(content) : content;
        };
    }

    /** What version control takes for a text. */
    private static boolean isText(String name, byte[] content) {
        for (byte each : content) {
            if (each == 0) {
                return false;
            }
        }
        return !name.endsWith(".msapp");
    }

    private byte[] otherLineEnds(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        return (random.nextBoolean() ? text : text.replace("\n", "\r\n")).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As SolutionPackager has it: the first type of an extension is the default, others are overrides. */
    private byte[] contentTypes() {
        StringBuilder types = new StringBuilder("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Types"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"text/xml\" />");
        for (String name : files.keySet()) {
            if (name.indexOf('/') > 0) {
                types.append("<Override PartName=\"/")
                        .append(name.replace("&", "&amp;"))
                        .append("\" ContentType=\"application/octet-stream\" />");
            }
        }
        return types.append("</Types>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void zip(Path target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setLevel(random.nextInt(10));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(1_000_000_000_000L + 86_400_000L * random.nextInt(1_000));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
    }
}
