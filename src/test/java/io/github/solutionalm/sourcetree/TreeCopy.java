package io.github.solutionalm.sourcetree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the source tree of a story, to be changed. */
public final class TreeCopy {

    /** Of both types; a table with form and view, a choice, a flow, a script. */
    public static final Path PARCELS = Path.of("src/it/solution-packaging/src/main/solution");

    public static final String SCRIPT = "WebResources/contoso_/scripts/parcel.js";
    public static final String FLOW = "Workflows/Tellthecustomer-3D6F1C52-94A7-4E0B-8F2D-6B1A7C90E541.json";
    public static final String MANIFEST = "Other/Solution.xml";

    private TreeCopy() {}

    /** Copies it into a folder, which is made. */
    public static Path into(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(PARCELS)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Path target = folder.resolve(PARCELS.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target);
                }
            }
        }
        return folder;
    }

    /** Replaces text in a file. */
    public static void replace(Path file, String text, String other) throws IOException {
        String said = Files.readString(file);
        if (!said.contains(text)) {
            throw new IllegalArgumentException(file + " does not have " + text);
        }
        Files.writeString(file, said.replace(text, other));
    }

    /** The names of a folder's files, sorted. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
