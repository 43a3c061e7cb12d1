package io.github.solutionalm.archive.cab;

import dorkbox.cabParser.CabException;
import dorkbox.cabParser.CabParser;
import dorkbox.cabParser.CabStreamSaver;
import dorkbox.cabParser.structure.CabFileEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Other readers of cabinets, to be held against ours: CabParser always, cabextract where it is installed. */
public final class Oracles {

    private Oracles() {}

    /** By name. */
    static Map<String, byte[]> cabParser(byte[] cabinet) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        CabStreamSaver saver = new CabStreamSaver() {
            @Override
            public OutputStream openOutputStream(CabFileEntry entry) {
                return new ByteArrayOutputStream();
            }

            @Override
            public void closeOutputStream(OutputStream out, CabFileEntry entry) {
                files.put(entry.getName(), ((ByteArrayOutputStream) out).toByteArray());
            }

            @Override
            public boolean saveReservedAreaData(byte[] data, int length) {
                return false;
            }
        };
        try {
            new CabParser(new ByteArrayInputStream(cabinet), saver).extractStream();
        } catch (CabException e) {
            throw new IOException(e);
        }
        return files;
    }

    /** By name, or empty when it refuses the cabinet or a part of it. Skips the test where it is not installed. */
    static Optional<Map<String, byte[]>> cabextract(Path cabinet, Path folder) throws Exception {
        Path into = Files.createTempDirectory(folder, "cabextract");
        Process process;
        try {
            process = new ProcessBuilder("cabextract", "-q", "-d", into.toString(), cabinet.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            into.resolveSibling(into.getFileName() + ".log").toFile())
                    .start();
        } catch (IOException notInstalled) {
            Assumptions.abort("cabextract is not on the PATH");
            throw notInstalled;
        }
        if (process.waitFor() != 0) {
            return Optional.empty();
        }
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(into)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(into.relativize(file).toString().replace('/', '\\'), Files.readAllBytes(file));
            }
        }
        return Optional.of(files);
    }

    /** Files of a folder that is not part of the project, or only the folder's name where it is absent. */
    public static Stream<Path> files(String property, String otherwise, String extension) throws IOException {
        Path folder = Path.of(System.getProperty(property, otherwise));
        if (!Files.isDirectory(folder)) {
            return Stream.of(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension)).sorted().toList().stream();
        }
    }

    /** Skips the test where the folder of its files is absent: without a test, nobody would see it. */
    public static void assumePresent(Path file) {
        Assumptions.assumeTrue(Files.exists(file), file + " is absent");
    }
}
