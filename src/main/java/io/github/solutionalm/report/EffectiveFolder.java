package io.github.solutionalm.report;

import io.github.solutionalm.EffectiveListener;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code effective/<Type>/<key>.xml}: the effective definitions of components with merged layers. */
public final class EffectiveFolder implements EffectiveListener {

    private static final String FOLDER = "effective";

    private final Path outputDirectory;

    private EffectiveFolder(Path outputDirectory) {
        this.outputDirectory = outputDirectory;
    }

    /**
     * Empties the folder of what an earlier listing has written: its components may be gone.
     *
     * @param outputDirectory the parameter of that name
     * @throws IOException when an old file cannot be deleted; the message names it and says what to do
     */
    public static EffectiveFolder in(Path outputDirectory) throws IOException {
        Path output = outputDirectory.toAbsolutePath().normalize();
        for (Path type : children(output.resolve(FOLDER))) {
            for (Path file : children(type)) {
                if (file.toString().endsWith(".xml")) {
                    delete(file);
                }
            }
        }
        return new EffectiveFolder(output);
    }

    /** Where the definition of a component stands below the output directory, with forward slashes. */
    static String path(ComponentKey key) {
        return FOLDER + "/" + PortableName.of(key.type().name()) + "/" + PortableName.of(key.key(), ".xml");
    }

    @Override
    public void effective(ComponentKey key, byte[] xml) throws IOException {
        ReportFile.write(outputDirectory.resolve(path(key)), out -> out.write(xml));
    }

    /** What is in a folder of ours: a link leads to somebody else's. */
    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw WriteFailure.of(folder, e);
        }
    }

    private static void delete(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }
}
