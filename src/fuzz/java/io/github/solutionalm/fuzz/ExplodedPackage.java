package io.github.solutionalm.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * A package as one text, so that its parts can be looked at and varied: a line {@code == name} before each part.
 *
 * @param parts contents by name
 */
public record ExplodedPackage(Map<String, byte[]> parts) {

    private static final String HEAD = "== ";
    /** Archives refuse longer names before anybody reads what is in them ({@code archive.EntryName}). */
    private static final int LONGEST_NAME = 1_024;

    /** Reads the text; what stands before the first head belongs to no part. */
    public static ExplodedPackage of(byte[] text) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        // ISO 8859-1 keeps every byte as it is
        String all = new String(text, StandardCharsets.ISO_8859_1);
        int head = all.startsWith(HEAD) ? 0 : after(all, 0);
        while (head < all.length()) {
            int line = all.indexOf('\n', head);
            line = line < 0 ? all.length() : line;
            int next = after(all, line);
            String name = new String(
                    all.substring(head + HEAD.length(), line).getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8);
            String content = all.substring(Math.min(line + 1, next), next);
            parts.put(name, content.getBytes(StandardCharsets.ISO_8859_1));
            head = next;
        }
        return new ExplodedPackage(parts);
    }

    /** Where the next head begins, or the end. */
    private static int after(String all, int from) {
        int next = all.indexOf("\n" + HEAD, from);
        return next < 0 ? all.length() : next + 1;
    }

    /** The parts that a package can have: those whose names an archive takes. */
    public Map<String, byte[]> possible() {
        Map<String, byte[]> possible = new LinkedHashMap<>(parts);
        possible.keySet().removeIf(name -> name.length() > LONGEST_NAME);
        return possible;
    }

    /** This package with one part in place of the one of that name. */
    public ExplodedPackage with(String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(name, content);
        return new ExplodedPackage(changed);
    }

    /**
     * Packs it.
     *
     * @param level of compression, 0 to 9
     * @return a .zip; names that a .zip can't have are left out
     */
    public byte[] zip(int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (ZipException | IllegalArgumentException impossibleName) {
            return;
        }
        zip.write(content);
        zip.closeEntry();
    }
}
