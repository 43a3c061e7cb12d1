package io.github.solutionalm.archive;

import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.ExplodedPackage;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** An unzipped package: names and contents of its files. A content "-> target" is a symbolic link. */
public final class FolderFuzz {

    private static final String LINK = "-> ";

    private FolderFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path folder = Scratch.emptied();
        for (Map.Entry<String, byte[]> part :
                ExplodedPackage.of(GrownInput.expand(input)).parts().entrySet()) {
            put(folder, part.getKey(), part.getValue());
        }
        Bounds.hold(() -> Opening.through(folder), ArchiveException.class);
    }

    /** What this file system does not take is left out. */
    private static void put(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                return;
            }
            Files.createDirectories(file.getParent());
            String text =
                    new String(content, 0, Math.min(content.length, 100), java.nio.charset.StandardCharsets.UTF_8);
            if (text.startsWith(LINK)) {
                Files.createSymbolicLink(
                        file, Path.of(text.substring(LINK.length()).strip()));
            } else {
                Files.write(file, content);
            }
        } catch (IOException | InvalidPathException e) {
            // left out
        }
    }
}
